import { ApiError } from '../../api/api-error.ts';
import type { ProgressMessage } from '../../api/image-types.ts';
import type { RegistryCredentials, RegistryImage, RegistryLayer } from '../../api/registry.ts';
import {
  formatFamiliar,
  formatFamiliarName,
  formatReference,
  formatRepository,
  withDefaultTag,
  type ImageReference,
} from '../../lib/image-reference.ts';
import type { FrozenTree } from '../../kernel/files/mem-fs.ts';
import type { EngineContext } from '../engine-context.ts';
import { downloadLayers } from './download-layers.ts';
import { createImage } from '../content/image-config.ts';
import { describeLayer, keepTree } from '../content/layers.ts';
import { applyLayer } from '../content/apply-layer.ts';
import type { EngineState, ImageRecord, LayerRecord } from '../state.ts';
import { formatPlatform, type Platform } from '../build/dockerfile/platform.ts';
import { readPlatform } from './platform.ts';
import { readReference } from './find-image.ts';
import { imageEvent } from './tag.ts';

/** An image as it came from a registry, with the layers it consists of. */
export interface FetchedImage {
  readonly image: ImageRecord;
  readonly layers: readonly FetchedLayer[];
  readonly digest: string;
}

interface FetchedLayer {
  readonly record: LayerRecord;
  readonly tree: FrozenTree;
  readonly compressedBytes: number;
  /** Of the blob, where it came from a registry that has one. */
  readonly digest: string | undefined;
}

const unpacked = new WeakMap<RegistryLayer, FetchedLayer>();

/** @throws ApiError in the words of a registry that has no such image */
async function findInRegistry(
  context: EngineContext,
  reference: ImageReference,
  platform: Platform | undefined,
  auth: RegistryCredentials | undefined,
): Promise<RegistryImage> {
  const found = await context.registry.find(
    { ...withDefaultTag(reference), ...(platform ? { platform } : {}) },
    auth,
  );
  if (found === 'no platform')
    throw new ApiError(
      'notFound',
      `no matching manifest for ${platform ? formatPlatform(platform) : 'linux/amd64'} in the manifest list entries: no match for platform in manifest: not found`,
    );
  if (found === 'no repository') throw await noRepository(context, reference);
  if (found === 'no manifest') {
    const name = formatFamiliar(withDefaultTag(reference));
    throw new ApiError(
      'notFound',
      `manifest for ${name} not found: manifest unknown: manifest unknown`,
      await context.registry.available(reference),
    );
  }
  return found;
}

async function noRepository(context: EngineContext, reference: ImageReference): Promise<ApiError> {
  return new ApiError(
    'notFound',
    `pull access denied for ${formatFamiliarName(reference)}, repository does not exist or may require 'docker login': denied: requested access to the resource is denied`,
    await context.registry.available(reference),
  );
}

/** Unpacks a registry's image. Costs time only once for each layer. */
export function fetchImage(context: EngineContext, source: RegistryImage): FetchedImage {
  const layers: FetchedLayer[] = [];
  for (const layer of source.layers) {
    const below = layers.at(-1);
    const fetched = unpacked.get(layer) ?? unpack(context, layer, below);
    unpacked.set(layer, fetched);
    layers.push(fetched);
  }
  const { config } = source;
  const image = createImage({
    architecture: config.architecture,
    ...(config.variant === undefined ? {} : { variant: config.variant }),
    os: config.os,
    created: config.created,
    author: config.author ?? '',
    config: config.config,
    history: config.history.map((item) => ({
      created: item.created,
      createdBy: item.created_by,
      comment: item.comment ?? '',
      emptyLayer: item.empty_layer ?? false,
    })),
    diffIds: layers.map((layer) => layer.record.diffId),
    topChainId: layers.at(-1)?.record.chainId ?? '',
    sizeBytes: layers.reduce((sum, layer) => sum + layer.record.sizeBytes, 0),
    lastTaggedMs: 0,
    parent: '',
    comment: '',
  });
  return { image, layers, digest: source.digest };
}

function unpack(context: EngineContext, layer: RegistryLayer, below: FetchedLayer | undefined): FetchedLayer {
  const tree = applyLayer(context.kernel, below?.tree, layer);
  const record = describeLayer(
    below?.record.chainId ?? '',
    below?.tree ?? applyLayer(context.kernel, undefined, undefined),
    tree,
    layer.diffId,
  );
  return { record, tree, compressedBytes: layer.compressedBytes, digest: layer.digest };
}

/** The state with a fetched image in it; its trees are kept. */
export function withImage(
  context: EngineContext,
  state: EngineState,
  { image, layers }: FetchedImage,
): EngineState {
  for (const layer of layers) keepTree(context, layer.record, layer.tree);
  const records = layers.reduce(
    (map, layer) => (map.has(layer.record.chainId) ? map : map.set(layer.record.chainId, layer.record)),
    state.layers,
  );
  return {
    ...state,
    images: state.images.has(image.id) ? state.images : state.images.set(image.id, image),
    layers: records,
  };
}

/** Names a fetched image by the tag it was asked for and by its digest. */
export function withPulledNames(
  context: EngineContext,
  state: EngineState,
  reference: ImageReference,
  fetched: FetchedImage,
): EngineState {
  const withRecord = withImage(context, state, fetched);
  const tags = reference.digest
    ? withRecord.tags
    : withRecord.tags.set(formatReference(withDefaultTag(reference)), fetched.image.id);
  const digests = withRecord.digests.set(
    `${formatRepository(reference)}@${fetched.digest}`,
    fetched.image.id,
  );
  return { ...withRecord, tags, digests };
}

/** A pull with its progress, of one image or (`all`) of every tag. Nothing changes before an image is whole. @see moby v28 distribution/pull_v2.go */
export async function* imageCreate(
  context: EngineContext,
  options: PullOptions,
): AsyncGenerator<ProgressMessage> {
  const { fromImage, tag, all } = options;
  const separator = tag?.includes(':') ? '@' : ':';
  const asked = readReference(tag && !all ? `${fromImage}${separator}${tag}` : fromImage);
  await context.kernel.clock.sleep(300);
  let isNew = false;
  for (const reference of all ? await everyTag(context, asked, options.auth) : [withDefaultTag(asked)])
    isNew = (yield* pullOne(context, reference, options)) || isNew;
  const name = formatFamiliar(all ? asked : withDefaultTag(asked));
  yield {
    status: isNew ? `Status: Downloaded newer image for ${name}` : `Status: Image is up to date for ${name}`,
  };
}

interface PullOptions {
  readonly fromImage: string;
  readonly tag?: string;
  readonly platform?: string;
  readonly all?: boolean;
  readonly auth?: RegistryCredentials;
}

/** @throws ApiError where there is no such repository */
async function everyTag(
  context: EngineContext,
  repository: ImageReference,
  auth: RegistryCredentials | undefined,
): Promise<ImageReference[]> {
  const tags = await context.registry.tags(repository, auth);
  if (!tags) throw await noRepository(context, repository);
  return tags.map((tag) => ({ ...repository, tag }));
}

/** Returns whether anything came that was not here. */
async function* pullOne(
  context: EngineContext,
  reference: ImageReference,
  { platform: wanted, auth }: PullOptions,
): AsyncGenerator<ProgressMessage, boolean> {
  const platform = wanted ? readPlatform(wanted) : undefined;
  const source = await findInRegistry(context, reference, platform, auth);
  const fetched = fetchImage(context, source);
  yield { id: reference.tag ?? reference.digest ?? '', status: `Pulling from ${reference.path}` };
  yield* download(context, fetched);
  yield { status: `Digest: ${fetched.digest}` };
  const known = context.store.state.tags.get(formatReference(reference)) === fetched.image.id;
  context.store.commit(
    (state) => withPulledNames(context, state, reference, fetched),
    [imageEvent(formatFamiliar(reference), 'pull', formatFamiliarName(reference))],
  );
  return !known;
}

/** Nothing for an image that is there; layers that another image brought are named and kept. */
async function* download(
  context: EngineContext,
  { image, layers }: FetchedImage,
): AsyncGenerator<ProgressMessage> {
  const { state } = context.store;
  if (state.images.has(image.id)) return;
  const missing = layers.filter((layer) => !state.layers.has(layer.record.chainId));
  const shortId = (layer: FetchedLayer): string =>
    (layer.digest ?? layer.record.chainId).slice('sha256:'.length, 'sha256:'.length + 12);
  for (const layer of layers) {
    yield missing.includes(layer)
      ? { id: shortId(layer), status: 'Pulling fs layer' }
      : { id: shortId(layer), status: 'Already exists' };
  }
  for (const layer of missing.slice(3)) yield { id: shortId(layer), status: 'Waiting' };
  const incoming = missing.map((layer) => ({ id: shortId(layer), compressedBytes: layer.compressedBytes }));
  yield* downloadLayers(incoming, context.downloadBytesPerSecond, (ms) => context.kernel.clock.sleep(ms));
}
