import { gunzipSync } from 'fflate';
import { ApiError } from '../../api/api-error.ts';
import type { FileSource } from '../../api/file-source.ts';
import { sourceOfArchive } from '../../api/tar-source.ts';
import type { FrozenTree } from '../../kernel/files/mem-fs.ts';
import { normalizePath } from '../../kernel/files/path.ts';
import { toText } from '../../lib/bytes.ts';
import { parseImageReference } from '../../lib/image-reference.ts';
import { sha256Digest } from '../../lib/sha256.ts';
import { TarFormatError } from '../../lib/tar-format.ts';
import { applyLayer } from '../content/apply-layer.ts';
import { createImage, parseConfigFile } from '../content/image-config.ts';
import { describeLayer, keepTree, treeOf } from '../content/layers.ts';
import type { EngineContext } from '../engine-context.ts';
import type { LayerRecord } from '../state.ts';
import { withTag } from './tag.ts';

/** Takes in what `docker save` wrote, here or elsewhere. @throws ApiError for anything else @see moby v28 image/tarexport/load.go */
export async function* imageLoad(
  context: EngineContext,
  source: FileSource,
): AsyncGenerator<{ stream: string }> {
  const files = new Map([...source.entries()].map((entry) => [entry.path, entry]));
  const read = (path: string): Uint8Array => {
    const file = files.get(path);
    if (file?.type === 'symlink') return read(normalizePath(`/${path}/../${file.target ?? ''}`).slice(1));
    if (!file)
      throw new ApiError(
        'invalidParameter',
        `open /var/lib/docker/tmp/docker-import/${path}: no such file or directory`,
      );
    return file.read();
  };
  if (!files.has('manifest.json'))
    throw new ApiError('invalidParameter', 'invalid archive: does not contain a manifest.json');
  for (const item of readManifest(read('manifest.json'))) {
    const tags = item.RepoTags ?? [];
    const id = loadImage(context, item, read);
    context.store.commit((state) =>
      tags.reduce((next, tag) => withTag(next, parseImageReference(tag), id), state),
    );
    for (const tag of tags) yield { stream: `Loaded image: ${tag}\n` };
    if (tags.length === 0) yield { stream: `Loaded image ID: ${id}\n` };
  }
}

interface ManifestItem {
  readonly Config: string;
  readonly RepoTags: readonly string[] | null;
  readonly Layers: readonly string[];
}

/** @throws ApiError where it is none */
function readManifest(bytes: Uint8Array): readonly ManifestItem[] {
  try {
    return JSON.parse(toText(bytes)) as ManifestItem[];
  } catch (error) {
    throw new ApiError('invalidParameter', `invalid manifest.json: ${(error as Error).message}`);
  }
}

/** @returns the image's ID */
function loadImage(context: EngineContext, item: ManifestItem, read: (path: string) => Uint8Array): string {
  const configured = readConfig(read(item.Config));
  let tree: FrozenTree = treeOf(context, '');
  let parent = '';
  const layers: LayerRecord[] = [];
  for (const [index, path] of item.Layers.entries()) {
    const below = tree;
    const tar = plainTar(read(path));
    const [diffId, expected] = [sha256Digest(tar), configured.diffIds[index]];
    if (diffId !== expected)
      throw new ApiError(
        'system',
        `invalid diffID for layer ${index}: expected "${expected ?? ''}", got "${diffId}"`,
      );
    tree = applyLayer(context.kernel, below, readTarSource(tar));
    const layer = describeLayer(parent, below, tree, diffId);
    keepTree(context, layer, tree);
    layers.push(layer);
    parent = layer.chainId;
  }
  const image = createImage({
    ...configured,
    topChainId: parent,
    sizeBytes: layers.reduce((sum, layer) => sum + layer.sizeBytes, 0),
    lastTaggedMs: 0,
    parent: '',
    comment: '',
  });
  context.store.commit((state) => ({
    ...state,
    images: state.images.has(image.id) ? state.images : state.images.set(image.id, image),
    layers: layers.reduce(
      (map, layer) => (map.has(layer.chainId) ? map : map.set(layer.chainId, layer)),
      state.layers,
    ),
  }));
  return image.id;
}

/** @throws ApiError where it is none */
function readConfig(bytes: Uint8Array): ReturnType<typeof parseConfigFile> {
  try {
    return parseConfigFile(toText(bytes));
  } catch (error) {
    throw new ApiError('invalidParameter', `invalid image config: ${(error as Error).message}`);
  }
}

/** @throws ApiError for damaged data */
function plainTar(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes);
  } catch {
    throw new ApiError('invalidParameter', 'gzip: invalid header');
  }
}

/** @throws ApiError for what is no archive */
function readTarSource(tar: Uint8Array): FileSource {
  try {
    return sourceOfArchive(tar);
  } catch (error) {
    if (!(error instanceof TarFormatError)) throw error;
    throw new ApiError('invalidParameter', 'archive/tar: invalid tar header');
  }
}
