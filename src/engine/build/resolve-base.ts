import { BuildError } from '../../api/build-error.ts';
import type { BuildMessage } from '../../api/build-types.ts';
import { formatReference, parseImageReference, withDefaultTag } from '../../lib/image-reference.ts';
import { EMPTY_TREE } from '../../kernel/files/tree.ts';
import { lookUpImage } from '../images/find-image.ts';
import { fetchImage, type FetchedImage } from '../images/pull.ts';
import { treeOf } from '../content/layers.ts';
import type { ImageRecord } from '../state.ts';
import type { FrozenTree } from '../../kernel/files/mem-fs.ts';
import { IMAGE } from './history/explain-miss.ts';
import type { Vertex } from './progress.ts';
import { baseKey, imageName, type BaseReference } from './base-image.ts';
import { buildErrorAt, type BaseImage, type Build, type StageState } from './build-state.ts';
import type { Platform } from './dockerfile/platform.ts';
import type { LineRange } from './dockerfile/dockerfile-error.ts';

/** Asking a registry. An image that is here is not asked for, unless --pull wants that. @see moby v28 builder/builder-next/adapters/containerimage */
const METADATA_MS = 900;
const LOCAL_MS = 5;
/** What containerd's resolver says. @see containerd v1.7 core/remotes/docker/resolver.go */
const MISSING = {
  'no repository':
    'pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
  'no platform': 'no match for platform in manifest: not found',
} as const;

export function scratchState({ architecture }: Platform): StageState {
  return {
    config: { Env: ['PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'], WorkingDir: '/' },
    history: [],
    diffIds: [],
    chainId: '',
    tree: EMPTY_TREE,
    architecture,
  };
}

/** Finds a base image: the one that is here, else the registry's. @throws BuildError */
export async function* resolveBase(build: Build, base: BaseReference): AsyncGenerator<BuildMessage> {
  const { context, progress } = build;
  const { name, platform, range } = base;
  const key = baseKey(base);
  if (name === 'scratch' || build.bases.has(key)) return;
  const image = imageName(build.options, name);
  const reference = readBase(build, image, range);
  const full = formatReference(withDefaultTag(reference));
  const { vertex, message } = progress.begin(`[internal] load metadata for ${full}`);
  yield message;
  const found = await context.registry.find({ ...withDefaultTag(reference), platform });
  const here = lookUpImage(context.store.state, image);
  const local = here?.architecture === platform.architecture ? here : undefined;
  const isHere = local !== undefined && !build.options.pull;
  await context.kernel.clock.sleep(isHere || (typeof found === 'string' && local) ? LOCAL_MS : METADATA_MS);
  if (typeof found === 'string') {
    if (!local) {
      const error = found === 'no manifest' ? `${full}: not found` : MISSING[found];
      yield progress.end(vertex, { error });
      throw buildErrorAt(
        build.options,
        range,
        `${name}: failed to resolve source metadata for ${full}: ${error}`,
        await context.registry.available(reference),
      );
    }
    build.bases.set(key, {
      imageId: local.id,
      fetched: undefined,
      state: stateOf(local, treeOf(context, local.topChainId)),
      name: full,
    });
  } else {
    const fetched = isHere ? undefined : fetchImage(context, found);
    const record = fetched?.image ?? local;
    if (!record) throw new BuildError('system', `${full}: not found`);
    const tree = fetched ? (fetched.layers.at(-1)?.tree ?? EMPTY_TREE) : treeOf(context, record.topChainId);
    build.bases.set(key, {
      imageId: record.id,
      fetched,
      state: stateOf(record, tree),
      name: isHere ? full : `${full}@${found.digest}`,
    });
  }
  yield progress.end(vertex);
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

/** The FROM step of a stage: fetches the layers that are not here. Stages with the same base fetch it once. */
export async function* fetchBase(
  build: Build,
  stage: number,
  reference: BaseReference,
  label: string,
): AsyncGenerator<BuildMessage> {
  const { context, progress, shared } = build;
  const base = build.bases.get(baseKey(reference));
  const work = `image ${baseKey(reference)}`;
  const isOurs = await shared.claim(work);
  const { vertex, message } = progress.begin(`${label} FROM ${base?.name ?? 'scratch'}`);
  if (!isOurs) {
    progress.end(vertex);
    return recordFrom(build, stage, base, vertex, []);
  }
  yield message;
  const fetched = base?.fetched?.layers ?? [];
  const missing = fetched.filter(({ record }) => !context.store.state.layers.has(record.chainId));
  if (base && missing.length) yield progress.status(vertex, `resolve ${base.name}`, {});
  for (const layer of missing)
    if (await shared.claim(layer.record.chainId)) {
      yield* fetchLayer(build, vertex, layer);
      shared.end(layer.record.chainId);
    }
  for (const layer of fetched) build.layers.set(layer.record.chainId, layer);
  recordFrom(build, stage, base, vertex, missing);
  yield progress.end(vertex, { cached: missing.length === 0 && base !== undefined });
  shared.end(work);
}

function recordFrom(
  { file, recorder }: Build,
  stage: number,
  base: BaseImage | undefined,
  vertex: Vertex,
  fetched: FetchedImage['layers'],
): void {
  const from = file.stages[stage];
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
