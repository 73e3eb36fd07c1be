import type { FileSource, FileSourceEntry } from '../../api/file-source.ts';
import { NO_BYTES, toBytes } from '../../lib/bytes.ts';
import {
  formatFamiliar,
  formatReference,
  formatRepository,
  parseImageReference,
  withDefaultTag,
  type ImageReference,
} from '../../lib/image-reference.ts';
import { sha256Digest } from '../../lib/sha256.ts';
import { formatConfigFile } from '../content/image-config.ts';
import { layerTar } from '../content/layer-tar.ts';
import { chainOf, treeOf } from '../content/layers.ts';
import type { EngineContext } from '../engine-context.ts';
import type { EngineState, ImageRecord } from '../state.ts';
import { findImage } from './find-image.ts';
import { checkPlatform, readPlatform } from './platform.ts';

/**
 * Images as `docker load` takes them, and as an OCI layout. Simplified: without the configuration blobs that Docker writes for each layer, for engines before
 * 1.9. @throws ApiError for another platform @see moby v28 image/tarexport/save.go
 */
export function imageGetAll(
  context: EngineContext,
  names: readonly string[],
  options: { readonly platform?: string } = {},
): FileSource {
  const { state } = context.store;
  const platform = options.platform ? readPlatform(options.platform) : undefined;
  const wanted = new Map<ImageRecord, string[]>();
  for (const name of names) {
    for (const { image, tag } of selected(state, name)) {
      if (platform) checkPlatform(image, name, platform);
      const tags = wanted.get(image) ?? [];
      wanted.set(image, tag === undefined || tags.includes(tag) ? tags : [...tags, tag]);
    }
  }
  const files = archiveFiles(context, state, wanted);
  return { entries: () => files };
}

interface Selected {
  readonly image: ImageRecord;
  /** What it is saved as. */
  readonly tag: string | undefined;
}

/** What a name stands for: a repository for all its tags, anything else for one image. @throws ApiError notFound */
function selected(state: EngineState, name: string): readonly Selected[] {
  const reference = readName(name);
  if (reference && reference.tag === undefined && reference.digest === undefined) {
    const prefix = `${formatRepository(reference)}:`;
    const all = [...state.tags]
      .filter(([tag]) => tag.startsWith(prefix))
      .flatMap(([tag, id]) => {
        const image = state.images.get(id);
        return image ? [{ image, tag }] : [];
      });
    if (all.length > 0) return all;
  }
  const image = findImage(state, name);
  const tag = reference && formatReference(withDefaultTag(reference));
  return [{ image, tag: tag !== undefined && state.tags.get(tag) === image.id ? tag : undefined }];
}

/** Parents first, each file once. */
function archiveFiles(
  context: EngineContext,
  state: EngineState,
  wanted: ReadonlyMap<ImageRecord, readonly string[]>,
): FileSourceEntry[] {
  const blobs = new Map<string, Uint8Array>();
  const keep = (bytes: Uint8Array, digest = sha256Digest(bytes)): Blob => {
    blobs.set(digest, bytes);
    return { digest, size: bytes.length, path: `blobs/sha256/${digest.slice(7)}` };
  };
  const saved = [...wanted].map(([image, tags]) => {
    const config = keep(toBytes(formatConfigFile(image)));
    const layers = chainOf(state, image.topChainId).map(({ parent, chainId, diffId }) =>
      keep(layerTar(treeOf(context, parent), treeOf(context, chainId)), diffId),
    );
    const manifest = keep(toBytes(formatOciManifest(config, layers)));
    return { config, layers, manifest, tags };
  });
  const manifests = saved.map(({ config, layers, tags }) => ({
    Config: config.path,
    RepoTags: tags.length ? tags.map((tag) => formatFamiliar(parseImageReference(tag))) : null,
    Layers: layers.map(({ path }) => path),
    LayerSources: sorted(layers.map(({ digest, size }) => [digest, { mediaType: LAYER, size, digest }])),
  }));
  return [
    directoryEntry('blobs'),
    directoryEntry('blobs/sha256'),
    ...[...blobs].map(([digest, bytes]) => fileEntry(`blobs/sha256/${digest.slice(7)}`, bytes)),
    fileEntry('index.json', toBytes(formatOciIndex(saved))),
    fileEntry('manifest.json', toBytes(`${JSON.stringify(manifests)}\n`)),
    fileEntry('oci-layout', toBytes('{"imageLayoutVersion": "1.0.0"}')),
    ...legacyRepositories(saved),
  ];
}

interface Blob {
  readonly digest: string;
  readonly size: number;
  readonly path: string;
}

interface SavedImage {
  readonly layers: readonly Blob[];
  readonly manifest: Blob;
  readonly tags: readonly string[];
}

/** Repository → tag → top layer: all that engines before 1.10 knew of names. Images without one bring no such file. */
function legacyRepositories(saved: readonly SavedImage[]): FileSourceEntry[] {
  const repositories = new Map<string, [string, string][]>();
  for (const { layers, tags } of saved)
    for (const tag of tags.map((name) => parseImageReference(name))) {
      const name = formatFamiliar({ ...tag, tag: undefined });
      const known = repositories.get(name) ?? [];
      repositories.set(name, [...known, [tag.tag ?? '', layers.at(-1)?.digest.slice(7) ?? '']]);
    }
  if (repositories.size === 0) return [];
  const content = sorted([...repositories].map(([name, tags]) => [name, sorted(tags)]));
  return [fileEntry('repositories', toBytes(`${JSON.stringify(content)}\n`))];
}

/** As Go writes maps. */
function sorted<T>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const OCI = 'application/vnd.oci.image';
const LAYER = `${OCI}.layer.v1.tar`;

/** @see OCI image-spec manifest.md */
function formatOciManifest(config: Blob, layers: readonly Blob[]): string {
  const describe = (mediaType: string, { digest, size }: Blob): object => ({ mediaType, digest, size });
  return JSON.stringify({
    schemaVersion: 2,
    mediaType: `${OCI}.manifest.v1+json`,
    config: describe(`${OCI}.config.v1+json`, config),
    layers: layers.map((layer) => describe(LAYER, layer)),
  });
}

/** @see OCI image-spec image-layout.md */
function formatOciIndex(images: readonly SavedImage[]): string {
  const manifests = images.flatMap(({ manifest: { digest, size }, tags }) =>
    tags.map((tag) => ({
      mediaType: `${OCI}.manifest.v1+json`,
      digest,
      size,
      annotations: {
        'io.containerd.image.name': tag,
        'org.opencontainers.image.ref.name': parseImageReference(tag).tag ?? '',
      },
    })),
  );
  return JSON.stringify({
    schemaVersion: 2,
    mediaType: `${OCI}.index.v1+json`,
    manifests: manifests.length > 0 ? manifests : null,
  });
}

function fileEntry(path: string, bytes: Uint8Array): FileSourceEntry {
  const owner = { uid: 0, gid: 0, mtimeMs: 0 };
  return { path, type: 'file', mode: 0o644, ...owner, size: bytes.length, read: () => bytes };
}

function directoryEntry(path: string): FileSourceEntry {
  const owner = { uid: 0, gid: 0, mtimeMs: 0 };
  return { path, type: 'directory', mode: 0o755, ...owner, size: 0, read: () => NO_BYTES };
}

/** Undefined for what is no name, an ID for instance. */
function readName(name: string): ImageReference | undefined {
  try {
    return parseImageReference(name);
  } catch {
    return undefined;
  }
}
