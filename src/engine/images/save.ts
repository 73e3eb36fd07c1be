import type { FileSource, FileSourceEntry } from '../../api/file-source.ts';
import { NO_BYTES, toBytes } from '../../lib/bytes.ts';
import {
  formatFamiliar,
  formatReference,
  parseImageReference,
  withDefaultTag,
} from '../../lib/image-reference.ts';
import { sha256Digest } from '../../lib/sha256.ts';
import { formatConfigFile } from '../content/image-config.ts';
import { layerTar } from '../content/layer-tar.ts';
import { chainOf, treeOf } from '../content/layers.ts';
import type { EngineContext } from '../engine-context.ts';
import type { EngineState, ImageRecord } from '../state.ts';
import { findImage, tagsOf } from './find-image.ts';

/** Images as `docker load` takes them, and as an OCI layout. @see moby v28 image/tarexport/save.go */
export function imageGetAll(context: EngineContext, names: readonly string[]): FileSource {
  const { state } = context.store;
  const images = new Map(names.map((name) => findImage(state, name)).map((image) => [image.id, image]));
  const files = archiveFiles(context, state, [...images.values()], names);
  return { entries: () => files };
}

/** Parents first, each file once. */
function archiveFiles(
  context: EngineContext,
  state: EngineState,
  images: readonly ImageRecord[],
  names: readonly string[],
): FileSourceEntry[] {
  const wanted = names.map((name) => readTag(name)).filter((tag) => tag !== undefined);
  const blobs = new Map<string, Uint8Array>();
  const keep = (bytes: Uint8Array, digest = sha256Digest(bytes)): Blob => {
    blobs.set(digest, bytes);
    return { digest, size: bytes.length, path: `blobs/sha256/${digest.slice(7)}` };
  };
  const saved = images.map((image) => {
    const config = keep(toBytes(formatConfigFile(image)));
    const layers = chainOf(state, image.topChainId).map(({ parent, chainId, diffId }) =>
      keep(layerTar(treeOf(context, parent), treeOf(context, chainId)), diffId),
    );
    const manifest = keep(toBytes(formatOciManifest(config, layers)));
    const tags = tagsOf(state, image.id).filter((tag) => wanted.includes(tag));
    return { config, layers, manifest, tags };
  });
  const manifests = saved.map(({ config, layers, tags }) => ({
    Config: config.path,
    RepoTags: tags.length ? tags.map((tag) => formatFamiliar(parseImageReference(tag))) : null,
    Layers: layers.map(({ path }) => path),
  }));
  return [
    directoryEntry('blobs'),
    directoryEntry('blobs/sha256'),
    ...[...blobs].map(([digest, bytes]) => fileEntry(`blobs/sha256/${digest.slice(7)}`, bytes)),
    fileEntry('index.json', toBytes(formatOciIndex(saved))),
    fileEntry('manifest.json', toBytes(`${JSON.stringify(manifests)}\n`)),
    fileEntry('oci-layout', toBytes('{"imageLayoutVersion": "1.0.0"}')),
  ];
}

interface Blob {
  readonly digest: string;
  readonly size: number;
  readonly path: string;
}

const OCI = 'application/vnd.oci.image';

/** @see OCI image-spec manifest.md */
function formatOciManifest(config: Blob, layers: readonly Blob[]): string {
  const describe = (kind: string, { digest, size }: Blob): object => ({
    mediaType: `${OCI}.${kind}`,
    digest,
    size,
  });
  return JSON.stringify({
    schemaVersion: 2,
    mediaType: `${OCI}.manifest.v1+json`,
    config: describe('config.v1+json', config),
    layers: layers.map((layer) => describe('layer.v1.tar', layer)),
  });
}

/** @see OCI image-spec image-layout.md */
function formatOciIndex(images: readonly { manifest: Blob; tags: readonly string[] }[]): string {
  const describe = ({ digest, size }: Blob, annotations: object): object => ({
    mediaType: `${OCI}.manifest.v1+json`,
    digest,
    size,
    ...annotations,
  });
  const manifests = images.flatMap(({ manifest, tags }) =>
    tags.length === 0
      ? [describe(manifest, {})]
      : tags.map((tag) =>
          describe(manifest, {
            annotations: {
              'io.containerd.image.name': tag,
              'org.opencontainers.image.ref.name': parseImageReference(tag).tag ?? '',
            },
          }),
        ),
  );
  return JSON.stringify({ schemaVersion: 2, mediaType: `${OCI}.index.v1+json`, manifests });
}

function fileEntry(path: string, bytes: Uint8Array): FileSourceEntry {
  const owner = { uid: 0, gid: 0, mtimeMs: 0 };
  return { path, type: 'file', mode: 0o644, ...owner, size: bytes.length, read: () => bytes };
}

function directoryEntry(path: string): FileSourceEntry {
  const owner = { uid: 0, gid: 0, mtimeMs: 0 };
  return { path, type: 'directory', mode: 0o755, ...owner, size: 0, read: () => NO_BYTES };
}

function readTag(name: string): string | undefined {
  try {
    return formatReference(withDefaultTag(parseImageReference(name)));
  } catch {
    return undefined;
  }
}
