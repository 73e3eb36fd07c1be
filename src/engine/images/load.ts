import { ApiError } from '../../api/api-error.ts';
import type { FileSource } from '../../api/file-source.ts';
import { sourceOfArchive } from '../../api/tar-source.ts';
import type { FrozenTree } from '../../kernel/files/mem-fs.ts';
import { normalizePath } from '../../kernel/files/path.ts';
import { toText } from '../../lib/bytes.ts';
import { gunzipped } from '../../lib/gunzip.ts';
import { formatFamiliar, formatReference, withDefaultTag } from '../../lib/image-reference.ts';
import { sha256Digest } from '../../lib/sha256.ts';
import { TarFormatError } from '../../lib/tar-format.ts';
import { applyLayer } from '../content/apply-layer.ts';
import { createImage, parseConfigFile } from '../content/image-config.ts';
import { describeLayer, keepTree, treeOf } from '../content/layers.ts';
import type { EngineContext } from '../engine-context.ts';
import type { LayerRecord } from '../state.ts';
import { readReference } from './find-image.ts';
import { withTag } from './tag.ts';

/** Takes in what `docker save` wrote, here or elsewhere. @throws ApiError for anything else @see moby v28 image/tarexport/load.go */
export async function* imageLoad(
  context: EngineContext,
  source: FileSource,
): AsyncGenerator<{ stream: string }> {
  const files = new Map([...source.entries()].map((entry) => [entry.path, entry]));
  const read = (path: string, links = 0): Uint8Array => {
    const file = files.get(path);
    if (file?.type === 'symlink' && links < MOST_LINKS)
      return read(normalizePath(`/${path}/../${file.target ?? ''}`).slice(1), links + 1);
    if (file?.type === 'file') return file.read();
    throw new ApiError(
      'invalidParameter',
      `open /var/lib/docker/tmp/docker-import/${path}: no such file or directory`,
    );
  };
  if (!files.has('manifest.json'))
    throw new ApiError('invalidParameter', 'invalid archive: does not contain a manifest.json');
  for (const item of readManifest(read('manifest.json'))) {
    const tags = item.RepoTags ?? [];
    // Before anything is kept: a name that is none changes nothing.
    const references = tags.map((tag) => readReference(tag));
    const id = loadImage(context, item, read);
    for (const reference of references) {
      const name = formatFamiliar(withDefaultTag(reference));
      const previous = context.store.state.tags.get(formatReference(withDefaultTag(reference)));
      if (previous !== undefined && previous !== id)
        yield {
          stream: `The image ${name} already exists, renaming the old one with ID ${previous} to empty string\n`,
        };
      context.store.commit((state) => withTag(state, reference, id));
      yield { stream: `Loaded image: ${name}\n` };
    }
    if (tags.length === 0) yield { stream: `Loaded image ID: ${id}\n` };
  }
}

/** As Linux follows them. */
const MOST_LINKS = 40;

interface ManifestItem {
  readonly Config: string;
  readonly RepoTags: readonly string[] | null;
  readonly Layers: readonly string[];
}

function isManifestItem(value: unknown): value is ManifestItem {
  if (typeof value !== 'object' || value === null) return false;
  const { Config, RepoTags, Layers } = value as Record<string, unknown>;
  const areTexts = (list: unknown): boolean =>
    Array.isArray(list) && list.every((item) => typeof item === 'string');
  return (
    typeof Config === 'string' &&
    (RepoTags === null || RepoTags === undefined || areTexts(RepoTags)) &&
    areTexts(Layers)
  );
}

/** @throws ApiError where it is none */
function readManifest(bytes: Uint8Array): readonly ManifestItem[] {
  try {
    const items: unknown = JSON.parse(toText(bytes));
    if (Array.isArray(items) && items.every(isManifestItem)) return items;
    throw new SyntaxError('not a list of images');
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
  try {
    return gunzipped(bytes);
  } catch (error) {
    throw new ApiError('invalidParameter', (error as Error).message);
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
