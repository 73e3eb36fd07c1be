import type { BuildMessage } from '../../../api/build-types.ts';
import type { FrozenTree } from '../../../kernel/files/mem-fs.ts';
import { setEnv, applyToConfig, commandWords } from '../apply-instruction.ts';
import type { Build } from '../build-state.ts';
import { createCopyStep } from '../copy-step.ts';
import type {
  AddInstruction,
  ArgInstruction,
  CopyInstruction,
  Instruction,
  RunInstruction,
  WorkdirInstruction,
} from '../dockerfile/types.ts';
import { findCopySource } from '../stage-source.ts';
import { expandWord } from '../dockerfile/shell-words.ts';
import { fetchRemoteFiles } from '../remote-files.ts';
import { createWorkdirStep } from '../workdir-step.ts';
import { commitStep, continueFrom, probeCache, type ClassicStage } from './classic-stage.ts';
import { checkSources, sourceHash } from './copied-files.ts';
import { configComment, nopCommand, nopText } from './step-comment.ts';
import { createStepContainer, removeStepContainer, runStepContainer } from './step-container.ts';

/** One instruction of the classic builder: from the cache, or done in a container or over the files. @throws ClassicBuildError, BuildError */
export async function* performInstruction(
  build: Build,
  stage: ClassicStage,
  instruction: Instruction,
): AsyncGenerator<BuildMessage> {
  stage.fromCache = false;
  stage.copies = undefined;
  switch (instruction.kind) {
    case 'run':
      return yield* performRun(build, stage, instruction);
    case 'copy':
    case 'add':
      return yield* performCopy(build, stage, instruction);
    case 'workdir':
      return yield* performWorkdir(build, stage, instruction);
    case 'arg':
      return yield* performArg(build, stage, instruction);
    default:
      return yield* performConfig(build, stage, instruction);
  }
}

const USING_CACHE: BuildMessage = { stream: ' ---> Using cache\n' };

/** The step from the cache, if it is there. */
function* fromCache(build: Build, stage: ClassicStage, createdBy: string): Generator<BuildMessage, boolean> {
  const image = probeCache(build, stage, createdBy);
  if (!image) return false;
  stage.fromCache = true;
  yield USING_CACHE;
  continueFrom(build, stage, image);
  return true;
}

/** A step that runs nothing: its container only carries the change. */
async function* commitIdle(
  build: Build,
  stage: ClassicStage,
  createdBy: string,
  tree?: FrozenTree,
): AsyncGenerator<BuildMessage> {
  if (yield* fromCache(build, stage, createdBy)) return;
  const id = yield* createStepContainer(build.context, { Image: stage.imageId, Cmd: createdBy.split(' ') });
  await commitStep(build, stage, createdBy, tree);
  yield* removeStepContainer(build.context, id);
}

async function* performConfig(
  build: Build,
  stage: ClassicStage,
  instruction: Instruction,
): AsyncGenerator<BuildMessage> {
  const { state } = stage;
  const before = state.config;
  state.config = applyToConfig(before, instruction, stage.hasCmd);
  stage.hasCmd ||= instruction.kind === 'cmd';
  yield* commitIdle(build, stage, nopCommand(before, configComment(instruction, state.config)));
}

/** ARG: a value from the command line wins over the default, which alone is told. */
async function* performArg(
  build: Build,
  stage: ClassicStage,
  instruction: ArgInstruction,
): AsyncGenerator<BuildMessage> {
  const { buildArgs } = build.options;
  const lookup = stage.scope.lookup(stage.state.config);
  const args = instruction.args.map((arg) =>
    arg.value === undefined ? arg : { ...arg, value: expandWord(arg.value, lookup, build.file.escape) },
  );
  for (const { key, value } of args) {
    const given = buildArgs[key] ?? value ?? stage.globals.get(key);
    if (given !== undefined) stage.scope.args.set(key, given);
  }
  const comment = configComment({ ...instruction, args }, stage.state.config);
  yield* commitIdle(build, stage, nopCommand(stage.state.config, comment));
}

async function* performWorkdir(
  build: Build,
  stage: ClassicStage,
  instruction: WorkdirInstruction,
): AsyncGenerator<BuildMessage> {
  const { state } = stage;
  const tree = yield* createWorkdirStep(build, state, instruction).perform(NOWHERE);
  const config = applyToConfig(state.config, instruction);
  const createdBy = nopText(state.config, `WORKDIR ${config.WorkingDir ?? ''}`);
  state.config = config;
  yield* commitIdle(build, stage, createdBy, tree);
}

/** Steps shared with BuildKit tell their progress of a vertex; these two have none to tell. */
const NOWHERE = { digest: '', name: '', startedMs: 0 };

async function* performCopy(
  build: Build,
  stage: ClassicStage,
  instruction: CopyInstruction | AddInstruction,
): AsyncGenerator<BuildMessage> {
  const { state } = stage;
  const from = instruction.kind === 'copy' ? instruction.from : '';
  const source = from ? findCopySource(build, from, instruction.range) : build.buildContext;
  await fetchRemoteFiles(build, instruction);
  checkSources(source, instruction, from === '');
  const step = createCopyStep(build, state, instruction);
  stage.copies = step.copies;
  const chown = instruction.chown ? `--chown=${instruction.chown}` : '';
  const hash = sourceHash(source, instruction, step.checksum);
  const comment = `${instruction.kind.toUpperCase()} ${chown}${hash} in ${instruction.dest} `;
  const createdBy = nopText(state.config, comment);
  if (yield* fromCache(build, stage, createdBy)) return;
  await commitStep(build, stage, createdBy, yield* step.perform(NOWHERE));
}

async function* performRun(
  build: Build,
  stage: ClassicStage,
  instruction: RunInstruction,
): AsyncGenerator<BuildMessage> {
  const { state } = stage;
  const words = commandWords(state.config, instruction);
  const args = usedArgs(stage);
  const prefix = args.length ? `|${args.length} ${args.join(' ')} ` : '';
  const createdBy = `${prefix}${words.join(' ')}`;
  if (yield* fromCache(build, stage, createdBy)) return;
  const env = args.reduce((list, arg) => {
    const [name = ''] = arg.split('=');
    return setEnv(list, name, arg.slice(name.length + 1));
  }, state.config.Env ?? []);
  const id = yield* createStepContainer(build.context, { Image: stage.imageId, Cmd: words, Env: [...env] });
  const tree = yield* runStepContainer(build.context, id, words);
  await commitStep(build, stage, createdBy, tree);
  yield* removeStepContainer(build.context, id);
}

/** Build arguments that RUN sees: those the environment does not hide. */
function usedArgs({ scope, state }: ClassicStage): string[] {
  const names = new Set((state.config.Env ?? []).map((entry) => entry.slice(0, entry.indexOf('='))));
  return [...scope.args]
    .filter(([name]) => !names.has(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort();
}
