import { ApiError } from '../../api/api-error.ts';
import type { BuildMessage } from '../../api/build-types.ts';
import type { FrozenTree } from '../../kernel/files/mem-fs.ts';
import { ProcessKilled } from '../../kernel/scheduler.ts';
import { describeLayer } from '../content/layers.ts';
import type { LayerRecord } from '../state.ts';
import { formatTime } from '../time-format.ts';
import { applyToConfig } from './apply-instruction.ts';
import type { Build, StageState } from './build-state.ts';
import { isCacheOff } from './cache-off.ts';
import { clampTimes } from './clamp-times.ts';
import { createCopyStep } from './copy-step.ts';
import { fetchRemoteFiles } from './remote-files.ts';
import { createRunStep } from './run-step.ts';
import type { BegunStep } from './history/build-recorder.ts';
import { stepInputs } from './history/step-inputs.ts';
import { WRITTEN_BYTES_PER_MS } from './pace.ts';
import type { Vertex } from './progress.ts';
import type { StageScope } from './variables.ts';
import type { Step, StepInstruction } from './step.ts';
import { createWorkdirStep } from './workdir-step.ts';

/** Making a snapshot of what a step left. */
const SNAPSHOT_MS = 20;

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

/** An instruction on its way to a layer. */
interface StepRun {
  readonly build: Build;
  readonly place: StepPlace;
  readonly instruction: StepInstruction;
  /** Its name in the progress. */
  readonly shown: string;
}

/**
 * Adds an instruction's layer to the stage: from the cache, or made anew. `shown` is its name in the progress; what another stage of the build has
 * done is not shown again. @throws BuildError
 */
export async function* performStep(
  build: Build,
  place: StepPlace,
  instruction: StepInstruction,
  shown: string,
): AsyncGenerator<BuildMessage> {
  const run = { build, place, instruction, shown };
  const step = yield* createShownStep(run);
  const isOurs = await build.shared.claim(step.key);
  const cached =
    isOurs && isCacheOff(build.options, build.file.stages[place.index]?.name)
      ? undefined
      : findCached(build, step.key);
  if (cached) {
    const { vertex } = build.progress.begin(shown);
    const message = build.progress.end(vertex, { cached: true });
    if (isOurs) yield message;
    const begun = begunStep(run, step, vertex);
    addLayer(run, step, cached, true);
    build.recorder?.add(begun, { status: 'cached', ...leftBy(cached) });
  } else yield* makeLayer(run, step);
  build.shared.end(step.key);
}

/** A step that can't even begin is shown too. @throws BuildError */
async function* createShownStep(run: StepRun): AsyncGenerator<BuildMessage, Step> {
  const { build, place, instruction } = run;
  try {
    await fetchRemoteFiles(build, instruction);
    return createStep(build, place.stage, instruction, place.scope.args);
  } catch (error) {
    const { vertex, message } = build.progress.begin(run.shown);
    yield message;
    build.recorder?.add(begunStep(run, undefined, vertex), { status: 'failed', sizeBytes: 0, chainId: '' });
    if (error instanceof ApiError) yield build.progress.end(vertex, { error: stepError(error) });
    throw error;
  }
}

async function* makeLayer(run: StepRun, step: Step): AsyncGenerator<BuildMessage> {
  const { build, place } = run;
  const { vertex, message } = build.progress.begin(run.shown);
  const begun = begunStep(run, step, vertex);
  yield message;
  try {
    const tree = clampTimes(build, place.stage.tree, yield* step.perform(vertex));
    const layer = { record: describeLayer(place.stage.chainId, place.stage.tree, tree), tree };
    await build.context.kernel.clock.sleep(SNAPSHOT_MS + layer.record.sizeBytes / WRITTEN_BYTES_PER_MS);
    addLayer(run, step, layer);
    build.recorder?.add(begun, { status: 'ran', ...leftBy(layer) });
  } catch (error) {
    const status = error instanceof ProcessKilled ? 'stopped' : 'failed';
    build.recorder?.add(begun, { status, sizeBytes: 0, chainId: '' });
    if (error instanceof ApiError) yield build.progress.end(vertex, { error: error.message });
    throw error;
  }
  yield build.progress.end(vertex);
}

function begunStep(
  { place, instruction, shown }: StepRun,
  step: Step | undefined,
  { startedMs }: Vertex,
): BegunStep {
  return {
    stage: place.index,
    name: shown,
    instruction: instruction.original,
    range: instruction.range,
    startedMs,
    inputs: stepInputs(place.stage, instruction, place.scope, step?.copies),
  };
}

function leftBy({ record }: Layer): Pick<LayerRecord, 'sizeBytes' | 'chainId'> {
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

function addLayer(run: StepRun, step: Step, layer: Layer, isCached = false): void {
  const {
    build,
    place: { stage },
    instruction,
  } = run;
  const { record, tree } = layer;
  const createdMs = remember(build, stage, step, record, isCached);
  build.layers.set(record.chainId, layer);
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
  isCached: boolean,
): number {
  const nowMs = build.context.kernel.clock.now();
  const known = build.cache.get(key) ?? build.context.store.state.buildCache.get(key);
  const createdMs = (isCached ? known?.createdMs : undefined) ?? nowMs;
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
