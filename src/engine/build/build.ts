import { BuildError } from '../../api/build-error.ts';
import type { BuildMessage, BuildOptions } from '../../api/build-types.ts';
import { formatReference, parseImageReference, withDefaultTag } from '../../lib/image-reference.ts';
import { createImage } from '../content/image-config.ts';
import { chainOf } from '../content/layers.ts';
import type { EngineContext } from '../engine-context.ts';
import { readReference } from '../images/find-image.ts';
import type { ImageRecord } from '../state.ts';
import { formatTime } from '../time-format.ts';
import { baseKey, baseReference, imageName, targetPlatform, type BaseReference } from './base-image.ts';
import { buildErrorAt, type Build, type StageState } from './build-state.ts';
import { buildStages, expandBase } from './build-stage.ts';
import { createBuild } from './create-build.ts';
import { DockerfileError } from './dockerfile/dockerfile-error.ts';
import { globalVariables } from './dockerfile/lint-from.ts';
import { lintDockerfile } from './dockerfile/lint.ts';
import { parseDockerfile } from './dockerfile/parse-dockerfile.ts';
import {
  findBaseStage,
  findCircularStage,
  findSourceStage,
  findStage,
  neededStages,
  reachableStages,
  sourceReferences,
} from './dockerfile/stage-graph.ts';
import type { ParsedDockerfile, Stage } from './dockerfile/types.ts';
import { BuildRecorder } from './history/build-recorder.ts';
import { readEpoch, withTimes } from './history-times.ts';
import { keepImage, keepSteps } from './keep-build.ts';
import { contextBytes, load, loadDefinition } from './load.ts';
import { WRITTEN_BYTES_PER_MS } from './pace.ts';
import { Progress, type Vertex } from './progress.ts';
import { resolveBase } from './resolve-base.ts';
import { runTogether } from './run-together.ts';
import { platformArgs } from './variables.ts';

/** A build with its progress. Nothing of it shows before its end; a consumer that stops listening cancels it whole. @throws BuildError */
export async function* imageBuild(
  context: EngineContext,
  options: BuildOptions,
): AsyncGenerator<BuildMessage> {
  for (const tag of options.tags) readReference(tag);
  const startedMs = context.kernel.clock.now();
  const progress = new Progress(context.kernel.clock);
  const definition = yield* loadDefinition(context, progress, options);
  let file: ParsedDockerfile;
  let violation: string | undefined;
  try {
    file = readFile(options);
    violation = yield* warnings(options, definition);
  } catch (error) {
    yield progress.end(definition);
    throw error;
  }
  yield progress.end(definition);
  if (options.checkOnly) return;
  const recorder = new BuildRecorder(context, file, options, startedMs);
  const build = createBuild(context, options, file, { progress, recorder });
  try {
    yield* solve(build, violation);
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    yield* progress.cancel();
    keepSteps(build, error);
    throw error;
  }
}

/** Builds the stages that are needed, and the image. @throws BuildError */
async function* solve(build: Build, violation: string | undefined): AsyncGenerator<BuildMessage> {
  const { options, file } = build;
  const variables = globalVariables(file, platformArgs(targetPlatform(options)), options.buildArgs);
  const target = findTarget(file, options);
  const baseOf = (stage: Stage): string => expandBase(build, stage, variables);
  checkCircles(file, baseOf);
  if (build.recorder)
    build.recorder.stages = file.stages.map(({ name }, index) => ({
      name: name || `stage-${index}`,
      needs: neededStages(file.stages, index, baseOf),
    }));
  const order = reachableStages(file, target, baseOf);
  yield* resolveAll(build, order, variables);
  if (violation !== undefined) throw new BuildError('invalidParameter', violation);
  if (!options.isArchive) yield* loadContext(build, order);
  if (build.recorder) build.recorder.preparedMs = build.context.kernel.clock.now();
  yield* buildStages(build, order, variables);
  const stage = build.stages.get(target);
  if (stage) yield* exportImage(build, stage);
}

function readFile(options: BuildOptions): ParsedDockerfile {
  try {
    const file = parseDockerfile(options.dockerfile);
    if (file.stages.length === 0)
      throw new BuildError('invalidParameter', 'no build stage in current context');
    return file;
  } catch (error) {
    if (!(error instanceof DockerfileError)) throw error;
    if (error.line === 0) throw new BuildError('invalidParameter', error.message);
    throw buildErrorAt(options, error.range, error.message);
  }
}

/** Tells what the checks found; the error that it is where the file says so. */
function* warnings(options: BuildOptions, vertex: Vertex): Generator<BuildMessage, string | undefined> {
  const { warnings: found, violation } = lintDockerfile(options.dockerfile, {
    buildArgs: options.buildArgs,
    ...(options.target ? { target: options.target } : {}),
    ...(options.checkOnly ? { allTargets: true } : {}),
  });
  if (found.length === 0) return undefined;
  yield {
    warnings: found.map(({ rule, detail, url, range }) => ({
      vertex: vertex.digest,
      rule,
      message: detail,
      url,
      startLine: range.start,
      endLine: range.end,
    })),
  };
  return violation;
}

/** @throws BuildError for a stage that needs itself */
function checkCircles(file: ParsedDockerfile, baseOf: (stage: Stage) => string): void {
  const index = findCircularStage(file, baseOf);
  if (index === undefined) return;
  const name = file.stages[index]?.name || `stage-${index}`;
  throw new BuildError('invalidParameter', `circular dependency detected on stage: ${name}`);
}

function findTarget(file: ParsedDockerfile, options: BuildOptions): number {
  if (!options.target) return file.stages.length - 1;
  const index = findStage(file.stages, options.target, file.stages.length);
  if (index === undefined)
    throw new BuildError('invalidParameter', `target stage "${options.target}" could not be found`);
  return index;
}

/** Metadata of every image the needed stages begin with or copy from, all asked for at the same time. */
async function* resolveAll(
  build: Build,
  order: readonly number[],
  variables: ReadonlyMap<string, string>,
): AsyncGenerator<BuildMessage> {
  const images = new Map<string, BaseReference>();
  for (const index of order)
    for (const base of stageImages(build, index, variables))
      if (!images.has(baseKey(base))) images.set(baseKey(base), base);
  const asked = [...images.values()].map((base) => resolveBase(build, base));
  yield* runTogether(build.context.kernel, 'load metadata', asked);
}

/** Images that a stage begins with, copies from or mounts. @throws BuildError */
function stageImages(build: Build, index: number, variables: ReadonlyMap<string, string>): BaseReference[] {
  const { file, options } = build;
  const stage = file.stages[index];
  if (!stage) return [];
  const base = expandBase(build, stage, variables);
  if (base === '') throw buildErrorAt(options, stage.range, `base name (${stage.base}) should not be blank`);
  const images =
    findBaseStage(file.stages, base, index) === undefined
      ? [baseReference(build, stage, base, variables)]
      : [];
  for (const instruction of stage.instructions) {
    const { range } = instruction;
    if (instruction.kind === 'copy' && instruction.sources.some((source) => /^https?:\/\//.test(source)))
      throw buildErrorAt(options, range, "source can't be a URL for COPY");
    for (const name of sourceReferences(instruction))
      if (imageName(options, name) !== name || isImage(build, name))
        images.push({ name, range, platform: targetPlatform(options) });
  }
  return images;
}

/** Neither a stage nor a folder. */
function isImage({ file, options }: Build, name: string): boolean {
  return !Object.hasOwn(options.namedContexts, name) && findSourceStage(file.stages, name) === undefined;
}

async function* loadContext(build: Build, order: readonly number[]): AsyncGenerator<BuildMessage> {
  const { context, progress, options } = build;
  const what = 'transferring context';
  yield* load(context, progress, '[internal] load .dockerignore', { what, bytes: options.dockerignoreBytes });
  const needed = order.some((index) =>
    build.file.stages[index]?.instructions.some(
      (item) =>
        (item.kind === 'copy' && !item.from) ||
        item.kind === 'add' ||
        (item.kind === 'run' && item.mounts.length > 0),
    ),
  );
  if (!needed) return;
  const bytes = contextBytes(build.buildContext);
  if (build.recorder) build.recorder.contextBytes = bytes;
  yield* load(context, progress, '[internal] load build context', { what, bytes });
}

async function* exportImage(build: Build, stage: StageState): AsyncGenerator<BuildMessage> {
  const { context, progress, options } = build;
  const { vertex, message } = progress.begin('exporting to image');
  yield message;
  await context.kernel.clock.sleep(30 + newBytes(build) / WRITTEN_BYTES_PER_MS);
  yield progress.status(vertex, 'exporting layers');
  const image = imageOf(build, stage);
  await context.kernel.clock.sleep(5);
  yield progress.status(vertex, `writing image ${image.id}`);
  for (const tag of options.tags)
    yield progress.status(vertex, `naming to ${formatReference(withDefaultTag(parseImageReference(tag)))}`);
  keepImage(build, image);
  yield progress.end(vertex);
  yield { result: { imageId: image.id } };
}

/** Of the layers that this build's steps made. */
function newBytes({ cache, context: { store } }: Build): number {
  const made = [...cache.values()].filter(({ chainId }) => !store.state.layers.has(chainId));
  return made.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}

function imageOf(build: Build, stage: StageState): ImageRecord {
  const { context, options } = build;
  const known = (chainId: string): number =>
    build.layers.get(chainId)?.record.sizeBytes ?? context.store.state.layers.get(chainId)?.sizeBytes ?? 0;
  const labels = { ...stage.config.Labels, ...options.labels };
  const history = withTimes(stage.history, readEpoch(options.buildArgs));
  return createImage({
    architecture: stage.architecture,
    os: 'linux',
    created: history.at(-1)?.created ?? formatTime(context.kernel.clock.now()),
    author: '',
    config: { ...stage.config, ...(Object.keys(labels).length ? { Labels: labels } : {}) },
    history,
    diffIds: stage.diffIds,
    topChainId: stage.chainId,
    sizeBytes: chainIds(build, stage.chainId).reduce((sum, chainId) => sum + known(chainId), 0),
    lastTaggedMs: context.kernel.clock.now(),
    parent: '',
    comment: 'buildkit.dockerfile.v0',
  });
}

function chainIds(build: Build, top: string): string[] {
  const ids: string[] = [];
  for (let id = top; id;) {
    ids.push(id);
    const fresh = build.layers.get(id)?.record;
    if (!fresh)
      return [
        ...ids,
        ...chainOf(build.context.store.state, id)
          .slice(0, -1)
          .map((layer) => layer.chainId),
      ];
    id = fresh.parent;
  }
  return ids;
}
