import { ApiError } from '../../api/api-error.ts';
import type { BuildMessage } from '../../api/build-types.ts';
import type { RegistryImage, RegistryReference } from '../../api/registry.ts';
import { formatReference, parseImageReference, withDefaultTag } from '../../lib/image-reference.ts';
import { EMPTY_TREE } from '../../kernel/files/tree.ts';
import { lookUpImage } from '../images/find-image.ts';
import { fetchImage, type FetchedImage } from '../images/pull.ts';
import { treeOf } from '../content/layers.ts';
import type { ImageRecord } from '../state.ts';
import type { FrozenTree } from '../../kernel/files/mem-fs.ts';
import { IMAGE } from './history/explain-miss.ts';
import type { Vertex } from './progress.ts';
import { buildErrorAt, type Build, type StageState } from './build-state.ts';
import type { LineRange } from './dockerfile/dockerfile-error.ts';

/** Asking a registry. An image that is here is not asked for, unless --pull wants that: then what is here does not help. @see moby v28 builder/builder-next/adapters/containerimage */
const METADATA_MS = 900;
const LOCAL_MS = 5;
const NO_REPOSITORY =
  'pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed';

export function scratchState(): StageState {
  return {
    config: { Env: ['PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'], WorkingDir: '/' },
    history: [],
    diffIds: [],
    chainId: '',
    tree: EMPTY_TREE,
    architecture: 'amd64',
  };
}

/** Finds a base image: the one that is here, else the registry's. @throws BuildError */
export async function* resolveBase(
  build: Build,
  name: string,
  range: LineRange,
): AsyncGenerator<BuildMessage> {
  const { context, progress } = build;
  if (name === 'scratch' || build.bases.has(name)) return;
  const reference = readBase(build, name, range);
  const full = formatReference(withDefaultTag(reference));
  const { vertex, message } = progress.begin(`[internal] load metadata for ${full}`);
  yield message;
  const local = lookUpImage(context.store.state, name);
  const isHere = local !== undefined && !build.options.pull;
  const found = isHere ? undefined : await findBase(build, withDefaultTag(reference));
  await context.kernel.clock.sleep(isHere ? LOCAL_MS : METADATA_MS);
  if (typeof found === 'object') {
    const fetched = fetchImage(context, found);
    const tree = fetched.layers.at(-1)?.tree ?? EMPTY_TREE;
    const state = stateOf(fetched.image, tree);
    build.bases.set(name, { imageId: fetched.image.id, fetched, state, name: `${full}@${found.digest}` });
  } else if (isHere) {
    const state = stateOf(local, treeOf(context, local.topChainId));
    build.bases.set(name, { imageId: local.id, fetched: undefined, state, name: full });
  } else {
    const error = `${full}: ${found ?? 'not found'}`;
    yield progress.end(vertex, { error });
    throw buildErrorAt(build.options, range, `${name}: failed to resolve source metadata for ${error}`);
  }
  yield progress.end(vertex);
}

/** The registry's image, or why there is none. */
async function findBase(
  { context, options }: Build,
  reference: RegistryReference,
): Promise<RegistryImage | string> {
  try {
    const found = await context.registry.find(reference, options.logins?.[reference.domain]);
    if (typeof found === 'object') return found;
    return found === 'no repository' ? NO_REPOSITORY : 'not found';
  } catch (error) {
    if (error instanceof ApiError) return error.message;
    throw error;
  }
}

function readBase(build: Build, name: string, range: LineRange): ReturnType<typeof parseImageReference> {
  try {
    return parseImageReference(name);
  } catch (error) {
    throw buildErrorAt(
      build.options,
      range,
      `failed to parse stage name "${name}": ${(error as Error).message}`,
    );
  }
}

function stateOf(image: ImageRecord, tree: FrozenTree): StageState {
  return {
    config: image.config,
    history: [...image.history],
    diffIds: [...image.diffIds],
    chainId: image.topChainId,
    tree,
    architecture: image.architecture,
  };
}

const STEP_MS = 100;

/** The FROM step of a stage: fetches the layers that are not here. */
export async function* fetchBase(
  build: Build,
  stage: number,
  name: string,
  label: string,
): AsyncGenerator<BuildMessage> {
  const { context, progress } = build;
  const base = build.bases.get(name);
  const { vertex, message } = progress.begin(`${label} FROM ${base?.name ?? 'scratch'}`);
  yield message;
  const missing =
    base?.fetched?.layers.filter(
      (layer) =>
        !context.store.state.layers.has(layer.record.chainId) && !build.layers.has(layer.record.chainId),
    ) ?? [];
  if (base?.fetched && missing.length) {
    yield progress.status(vertex, `resolve ${base.name}`, {});
    for (const layer of missing) yield* fetchLayer(build, vertex, layer);
  }
  for (const layer of base?.fetched?.layers ?? []) build.layers.set(layer.record.chainId, layer);
  recordFrom(build, stage, name, vertex, missing);
  yield progress.end(vertex, { cached: missing.length === 0 && base !== undefined });
}

function recordFrom(
  { file, bases, recorder }: Build,
  stage: number,
  name: string,
  vertex: Vertex,
  fetched: FetchedImage['layers'],
): void {
  const from = file.stages[stage];
  const base = bases.get(name);
  if (!from || !base) return;
  const inputs = { parent: '', text: from.original, values: { [IMAGE]: base.imageId } };
  recorder?.add(
    {
      stage,
      name: vertex.name,
      instruction: from.original,
      range: from.range,
      inputs,
      startedMs: vertex.startedMs,
    },
    {
      status: fetched.length ? 'ran' : 'cached',
      sizeBytes: fetched.reduce((sum, { record }) => sum + record.sizeBytes, 0),
      chainId: base.state.chainId,
    },
  );
}

async function* fetchLayer(
  build: Build,
  vertex: Vertex,
  layer: FetchedImage['layers'][number],
): AsyncGenerator<BuildMessage> {
  const { context, progress } = build;
  const total = layer.compressedBytes;
  const id = layer.record.chainId;
  const startedMs = context.kernel.clock.now();
  const perStep = Math.max(1, (context.downloadBytesPerSecond * STEP_MS) / 1000);
  for (let current = perStep; current < total; current += perStep) {
    await context.kernel.clock.sleep(STEP_MS);
    yield progress.status(vertex, id, { current: Math.floor(current), total, startedMs, done: false });
  }
  await context.kernel.clock.sleep(STEP_MS / 2);
  yield progress.status(vertex, id, { current: total, total, startedMs });
  const extracting = context.kernel.clock.now();
  await context.kernel.clock.sleep(STEP_MS);
  yield progress.status(vertex, `extracting ${id}`, { startedMs: extracting });
}
