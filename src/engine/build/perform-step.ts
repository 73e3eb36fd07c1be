import { ApiError } from '../../api/api-error.ts';
import type { BuildMessage } from '../../api/build-types.ts';
import type { FrozenTree } from '../../kernel/files/mem-fs.ts';
import { describeLayer } from '../content/layers.ts';
import type { LayerRecord } from '../state.ts';
import { formatTime } from '../time-format.ts';
import { applyToConfig } from './apply-instruction.ts';
import type { Build, StageState } from './build-state.ts';
import { createCopyStep } from './copy-step.ts';
import { createRunStep } from './run-step.ts';
import { stepInputs } from './history/step-inputs.ts';
import type { StageScope } from './variables.ts';
import type { Step, StepInstruction } from './step.ts';
import { createWorkdirStep } from './workdir-step.ts';

interface Layer {
  readonly record: LayerRecord;
  readonly tree: FrozenTree;
}

/** Where a step belongs. */
export interface StepPlace {
  readonly stage: StageState;
  /** The stage's, in the file. */
  readonly index: number;
  readonly scope: StageScope;
}

/** Adds an instruction's layer to the stage: from the cache, or made anew. `shown` is its name in the progress. @throws BuildError */
export async function* performStep(
  build: Build,
  place: StepPlace,
  instruction: StepInstruction,
  shown: string,
): AsyncGenerator<BuildMessage> {
  const { progress } = build;
  const { stage, scope } = place;
  const { vertex, message } = progress.begin(shown);
  const begun = {
    stage: place.index,
    name: shown,
    instruction: instruction.original,
    range: instruction.range,
    startedMs: vertex.startedMs,
    inputs: stepInputs(stage, instruction, scope, undefined),
  };
  const fail = (): void => build.recorder?.add(begun, { status: 'failed', sizeBytes: 0, chainId: '' });
  let step: Step;
  try {
    step = createStep(build, stage, instruction, scope.args);
    begun.inputs = stepInputs(stage, instruction, scope, step.copies);
  } catch (error) {
    fail();
    yield message;
    if (error instanceof ApiError) yield progress.end(vertex, { error: stepError(error) });
    throw error;
  }
  const cached = build.options.noCache ? undefined : findCached(build, step.key);
  if (cached) {
    yield { vertexes: [{ ...vertex, completedMs: vertex.startedMs, cached: true }] };
    addLayer(build, stage, instruction, step, cached, true);
    build.recorder?.add(begun, { status: 'cached', ...leftBy(cached) });
    return;
  }
  yield message;
  try {
    const tree = yield* step.perform(vertex);
    const record = describeLayer(stage.chainId, stage.tree, tree);
    build.layers.set(record.chainId, { record, tree });
    await build.context.kernel.clock.sleep(20);
    addLayer(build, stage, instruction, step, { record, tree }, false);
    build.recorder?.add(begun, { status: 'ran', ...leftBy({ record }) });
  } catch (error) {
    fail();
    if (error instanceof ApiError) yield progress.end(vertex, { error: error.message });
    throw error;
  }
  yield progress.end(vertex);
}

function leftBy({ record }: Pick<Layer, 'record'>): Pick<LayerRecord, 'sizeBytes' | 'chainId'> {
  return { sizeBytes: record.sizeBytes, chainId: record.chainId };
}

/** What the step itself says; the solver's words come on top where the whole build ends. */
function stepError({ message }: ApiError): string {
  return message.replace(/^failed to (compute|load) cache key: /, '');
}

function createStep(
  build: Build,
  stage: StageState,
  instruction: StepInstruction,
  args: ReadonlyMap<string, string>,
): Step {
  switch (instruction.kind) {
    case 'run':
      return createRunStep(build, stage, instruction, args);
    case 'workdir':
      return createWorkdirStep(build, stage, instruction);
    case 'copy':
    case 'add':
      return createCopyStep(build, stage, instruction);
  }
}

function findCached(build: Build, key: string): Layer | undefined {
  const chainId = (build.cache.get(key) ?? build.context.store.state.buildCache.get(key))?.chainId;
  if (chainId === undefined) return undefined;
  const fresh = build.layers.get(chainId);
  const record = build.context.store.state.layers.get(chainId);
  const tree = build.context.layerTrees.get(chainId);
  return fresh ?? (record && tree ? { record, tree } : undefined);
}

function addLayer(
  build: Build,
  stage: StageState,
  instruction: StepInstruction,
  step: Step,
  { record, tree }: Layer,
  cached: boolean,
): void {
  const createdMs = remember(build, stage, step, record, cached);
  build.layers.set(record.chainId, { record, tree });
  stage.config = applyToConfig(stage.config, instruction);
  stage.history.push({
    created: formatTime(createdMs),
    createdBy: step.createdBy,
    comment: 'buildkit.dockerfile.v0',
    emptyLayer: false,
  });
  stage.diffIds.push(record.diffId);
  stage.chainId = record.chainId;
  stage.tree = tree;
}

/** Enters the layer into the build cache and returns when it was made: one that is made again (`--no-cache`) is a new one. */
function remember(
  build: Build,
  stage: StageState,
  { key, createdBy }: Step,
  record: LayerRecord,
  cached: boolean,
): number {
  const nowMs = build.context.kernel.clock.now();
  const known = cached ? (build.cache.get(key) ?? build.context.store.state.buildCache.get(key)) : undefined;
  const createdMs = known?.createdMs ?? nowMs;
  build.cache.set(key, {
    key,
    description: createdBy,
    chainId: record.chainId,
    sizeBytes: record.sizeBytes,
    createdMs,
    lastUsedMs: nowMs,
    usageCount: (known?.usageCount ?? 0) + 1,
    parent: stage.chainId,
  });
  return createdMs;
}
