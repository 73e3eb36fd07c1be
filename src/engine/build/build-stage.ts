import type { BuildMessage } from '../../api/build-types.ts';
import { ApiError } from '../../api/api-error.ts';
import { expandWord, ExpansionError } from './dockerfile/shell-words.ts';
import { findStage } from './dockerfile/stage-graph.ts';
import { parseTrigger } from './dockerfile/parse-dockerfile.ts';
import type { ArgInstruction, Instruction, Stage } from './dockerfile/types.ts';
import { formatTime } from '../time-format.ts';
import { applyToConfig } from './apply-instruction.ts';
import { buildErrorAt, type Build, type StageState } from './build-state.ts';
import { fetchBase, scratchState } from './resolve-base.ts';
import { performStep } from './perform-step.ts';
import { PREDEFINED_ARGS, StageScope } from './variables.ts';

/** A FROM's image with its variables expanded. @throws BuildError */
export function expandBase(build: Build, stage: Stage, variables: ReadonlyMap<string, string>): string {
  try {
    return expandWord(stage.base, (name) => variables.get(name), build.file.escape);
  } catch (error) {
    if (error instanceof ExpansionError) throw buildErrorAt(build.options, stage.range, error.message);
    throw error;
  }
}

function isStep(
  instruction: Instruction,
): instruction is Extract<Instruction, { kind: 'run' | 'copy' | 'add' | 'workdir' }> {
  return ['run', 'copy', 'add', 'workdir'].includes(instruction.kind);
}

/** `[2/3]`, `[build 2/3]`, `[stage-1 2/3]` */
function labels(build: Build, index: number, count: number): (step: number) => string {
  const stage = build.file.stages[index];
  const only = build.file.stages.length === 1 && !stage?.name;
  const name = only ? '' : `${stage?.name || `stage-${index}`} `;
  return (step) => `[${name}${String(step).padStart(String(count).length)}/${count}]`;
}

/** Runs a stage's instructions over its base. */
export async function* buildStage(
  build: Build,
  index: number,
  variables: ReadonlyMap<string, string>,
): AsyncGenerator<BuildMessage> {
  const stage = build.file.stages[index];
  if (!stage) return;
  const baseName = expandBase(build, stage, variables);
  const baseStage = findStage(build.file.stages, baseName, index);
  const inherited = baseStage === undefined ? undefined : build.stages.get(baseStage);
  const base = inherited ?? build.bases.get(baseName)?.state ?? scratchState();
  const instructions = [...triggers(build, stage, base), ...stage.instructions];
  const fromCounts = inherited === undefined && baseName !== 'scratch';
  const count =
    instructions.filter(isStep).length + (fromCounts || instructions.some(isStep) ? Number(fromCounts) : 0);
  const label = labels(build, index, count);
  if (fromCounts) yield* fetchBase(build, index, baseName, label(1));
  const state: StageState = {
    ...base,
    config: { ...base.config, OnBuild: null },
    history: [...base.history],
    diffIds: [...base.diffIds],
  };
  const scope = new StageScope(build.file.escape);
  let step = Number(fromCounts);
  let hasCmd = false;
  for (const written of instructions) {
    const instruction = expandInstruction(build, scope, written, state);
    if (instruction.kind === 'arg') declareArgs(build, scope, instruction, variables, state);
    else if (isStep(instruction))
      yield* performStep(
        build,
        { stage: state, index, scope },
        instruction,
        `${label(++step)} ${shownText(instruction, written)}`,
      );
    else {
      state.config = applyToConfig(state.config, instruction, hasCmd);
      hasCmd ||= instruction.kind === 'cmd';
      addHistory(build, state, written, instruction);
    }
  }
  build.stages.set(index, state);
}

/** ONBUILD instructions of the base run first. */
function triggers(build: Build, stage: Stage, base: StageState): Instruction[] {
  return (base.config.OnBuild ?? []).map((text) => {
    try {
      return { ...parseTrigger(text), range: stage.range };
    } catch (error) {
      throw buildErrorAt(build.options, stage.range, (error as Error).message);
    }
  });
}

function expandInstruction(
  build: Build,
  scope: StageScope,
  instruction: Instruction,
  state: StageState,
): Instruction {
  try {
    return scope.expand(instruction, state.config);
  } catch (error) {
    if (error instanceof ExpansionError || error instanceof ApiError)
      throw buildErrorAt(build.options, instruction.range, error.message);
    throw error;
  }
}

/** COPY and WORKDIR are shown with their variables expanded, RUN as written. */
function shownText(instruction: Instruction, written: Instruction): string {
  if (instruction.kind === 'workdir') return `WORKDIR ${instruction.path}`;
  if (instruction.kind === 'run' || instruction.kind === 'onbuild') return written.original;
  if (instruction.kind !== 'copy' && instruction.kind !== 'add') return written.original;
  const sources = [...instruction.sources, ...instruction.contents.map((content) => `<<${content.path}`)];
  return [instruction.kind.toUpperCase(), ...instruction.node.flags, ...sources, instruction.dest].join(' ');
}

function declareArgs(
  build: Build,
  scope: StageScope,
  { args }: ArgInstruction,
  variables: ReadonlyMap<string, string>,
  state: StageState,
): void {
  const { buildArgs } = build.options;
  for (const { key, value } of args) {
    const given =
      buildArgs[key] ??
      (value === undefined
        ? variables.get(key)
        : expandWord(value, scope.lookup(state.config), build.file.escape));
    if (given !== undefined) scope.args.set(key, given);
    state.history.push({
      ...historyBase(build),
      createdBy: `ARG ${key}${given === undefined ? '' : `=${given}`}`,
      emptyLayer: true,
    });
  }
  for (const name of PREDEFINED_ARGS)
    if (buildArgs[name] !== undefined) scope.args.set(name, buildArgs[name]);
}

function historyBase(build: Build): { created: string; comment: string } {
  return { created: formatTime(build.context.kernel.clock.now()), comment: 'buildkit.dockerfile.v0' };
}

function addHistory(build: Build, state: StageState, written: Instruction, instruction: Instruction): void {
  const last = state.history.at(-1);
  const created =
    last?.comment === 'buildkit.dockerfile.v0' ? last.created : formatTime(build.context.kernel.clock.now());
  state.history.push({
    created,
    comment: 'buildkit.dockerfile.v0',
    createdBy: historyText(state, written, instruction),
    emptyLayer: true,
  });
}

/** A configuration step as `docker history` shows it. @see buildkit v0.22 dockerfile2llb/convert.go commitToHistory */
function historyText(state: StageState, written: Instruction, instruction: Instruction): string {
  switch (instruction.kind) {
    case 'env':
      return `ENV ${instruction.env.map(({ key, value }) => `${key}=${value}`).join(' ')}`;
    case 'label':
      return `LABEL ${instruction.labels.map(({ key, value }) => `${key}=${value}`).join(' ')}`;
    case 'cmd':
      return `CMD ${goList(state.config.Cmd ?? [])}`;
    case 'entrypoint':
      return `ENTRYPOINT ${goList(state.config.Entrypoint ?? [])}`;
    case 'expose':
      return `EXPOSE map[${Object.keys(state.config.ExposedPorts ?? {})
        .filter((port) => instruction.ports.some((text) => port.startsWith(text.split('/')[0] ?? '')))
        .map((port) => `${port}:{}`)
        .join(' ')}]`;
    case 'volume':
      return `VOLUME ${goWords(instruction.volumes)}`;
    case 'shell':
      return `SHELL ${goWords(instruction.shell)}`;
    default:
      return written.original;
  }
}

function goList(words: readonly string[]): string {
  return `[${words.map((word) => JSON.stringify(word)).join(' ')}]`;
}

function goWords(words: readonly string[]): string {
  return `[${words.join(' ')}]`;
}
