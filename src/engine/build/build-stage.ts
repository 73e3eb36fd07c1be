import type { BuildMessage } from '../../api/build-types.ts';
import { ApiError } from '../../api/api-error.ts';
import { expandWord, ExpansionError } from './dockerfile/shell-words.ts';
import { findBaseStage, sourceStages } from './dockerfile/stage-graph.ts';
import { parseTrigger } from './dockerfile/parse-dockerfile.ts';
import type { ArgInstruction, Instruction, Stage } from './dockerfile/types.ts';
import { applyToConfig } from './apply-instruction.ts';
import { baseKey, baseReference, type BaseReference } from './base-image.ts';
import { buildErrorAt, stageKey, type Build, type StageState } from './build-state.ts';
import { fetchBase, scratchState } from './resolve-base.ts';
import { performStep } from './perform-step.ts';
import { runTogether } from './run-together.ts';
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

/** Stages that are built together. */
interface StageRun {
  readonly build: Build;
  /** Those that are needed, each after those it needs. */
  readonly order: readonly number[];
  /** Values of the ARGs before the first FROM. */
  readonly variables: ReadonlyMap<string, string>;
}

/** Builds stages at the same time, as far as one does not wait for another. @throws BuildError */
export function buildStages(
  build: Build,
  order: readonly number[],
  variables: ReadonlyMap<string, string>,
): AsyncGenerator<BuildMessage> {
  const run = { build, order, variables };
  const stages = order.map((index) => buildStage(run, index));
  return runTogether(build.context.kernel, 'build stage', stages);
}

/** What a stage is made of. */
interface StagePlan {
  /** The image that its FROM names. */
  readonly base: BaseReference;
  /** The stage that it builds on. */
  readonly baseStage: number | undefined;
  /** Triggers of the base first. */
  readonly instructions: readonly Instruction[];
  /** `[2/3]`, `[build 2/3]`, `[stage-1 2/3]` */
  label(step: number): string;
}

/** The base has to be there. @throws BuildError */
function planStage({ build, variables }: StageRun, index: number, stage: Stage): StagePlan {
  const { stages } = build.file;
  const baseName = expandBase(build, stage, variables);
  const baseStage = findBaseStage(stages, baseName, index);
  const base = baseReference(build, stage, baseName, variables);
  const instructions = [...triggers(build, stage, baseState(build, base, baseStage)), ...stage.instructions];
  const count =
    instructions.filter(isStep).length + (baseStage === undefined && baseName !== 'scratch' ? 1 : 0);
  const name = stages.length === 1 && !stage.name ? '' : `${stage.name || `stage-${index}`} `;
  const label = (step: number): string => `[${name}${String(step).padStart(String(count).length)}/${count}]`;
  return { base, baseStage, instructions, label };
}

function baseState(build: Build, base: BaseReference, stage: number | undefined): StageState {
  const inherited = stage === undefined ? undefined : build.stages.get(stage);
  return inherited ?? build.bases.get(baseKey(base))?.state ?? scratchState(base.platform);
}

/** Runs a stage's instructions over its base. */
async function* buildStage(run: StageRun, index: number): AsyncGenerator<BuildMessage> {
  const { build, variables } = run;
  const { shared, file } = build;
  const stage = file.stages[index];
  if (!stage) return;
  const below = findBaseStage(file.stages, expandBase(build, stage, variables), index);
  if (below !== undefined) await shared.join(stageKey(below));
  const { base: from, baseStage, instructions, label } = planStage(run, index, stage);
  const fromCounts = baseStage === undefined && from.name !== 'scratch';
  if (fromCounts) yield* fetchBase(build, index, from, fromLabel(run, from));
  const base = baseState(build, from, baseStage);
  const state: StageState = {
    ...base,
    config: { ...base.config, OnBuild: null },
    history: [...base.history],
    diffIds: [...base.diffIds],
  };
  const scope = new StageScope(file.escape);
  let step = Number(fromCounts);
  let hasCmd = false;
  for (const written of instructions) {
    const instruction = expandInstruction(build, scope, written, state);
    if (instruction.kind === 'arg') declareArgs(build, scope, instruction, variables, state);
    else if (isStep(instruction)) {
      for (const source of sourceStages(file.stages, instruction))
        if (run.order.includes(source)) await shared.join(stageKey(source));
      const place = { stage: state, index, scope };
      yield* performStep(build, place, instruction, `${label(++step)} ${shownText(instruction, written)}`);
    } else {
      state.config = applyToConfig(state.config, instruction, hasCmd);
      hasCmd ||= instruction.kind === 'cmd';
      addHistory(state, written, instruction);
    }
  }
  build.stages.set(index, state);
  shared.end(stageKey(index));
}

/** Of stages with the same base the last one names it. @see buildkit v0.22 client/llb/marshal.go mergeMetadata */
function fromLabel(run: StageRun, from: BaseReference): string {
  const { build, order, variables } = run;
  const { stages } = build.file;
  const beginsWithIt = (index: number): boolean => {
    const stage = stages[index];
    if (!stage) return false;
    const name = expandBase(build, stage, variables);
    const isSame = baseKey(baseReference(build, stage, name, variables)) === baseKey(from);
    return isSame && findBaseStage(stages, name, index) === undefined;
  };
  const last = order.findLast(beginsWithIt) ?? 0;
  const stage = stages[last];
  return stage ? planStage(run, last, stage).label(1) : '';
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
    state.history.push({ ...EMPTY, createdBy: `ARG ${key}${given === undefined ? '' : `=${given}`}` });
  }
  for (const name of PREDEFINED_ARGS)
    if (buildArgs[name] !== undefined) scope.args.set(name, buildArgs[name]);
}

/** Of a step without a layer, whose time is known when the image is made. */
const EMPTY = { created: '', comment: 'buildkit.dockerfile.v0', emptyLayer: true };

function addHistory(state: StageState, written: Instruction, instruction: Instruction): void {
  state.history.push({ ...EMPTY, createdBy: historyText(state, written, instruction) });
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
