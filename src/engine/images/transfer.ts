import { ApiError } from '../../api/api-error.ts';
import type { EngineApi } from '../../api/engine-api.ts';
import type { FileSource, FileSourceEntry } from '../../api/file-source.ts';
import { toBytes, toText } from '../../lib/bytes.ts';
import { formatFamiliar, parseImageReference, withDefaultTag } from '../../lib/image-reference.ts';
import { readTree } from '../../kernel/files/tree.ts';
import { diffTrees } from '../../kernel/files/diff.ts';
import type { FrozenTree } from '../../kernel/files/mem-fs.ts';
import { applyLayer } from '../content/apply-layer.ts';
import { createImage } from '../content/image-config.ts';
import { chainOf, describeLayer, keepTree, treeOf } from '../content/layers.ts';
import type { EngineContext } from '../engine-context.ts';
import type { EngineState, ImageRecord } from '../state.ts';
import { formatTime } from '../time-format.ts';
import { applyChanges } from './apply-changes.ts';
import { findImage, readReference, tagsOf } from './find-image.ts';
import { withTag } from './tag.ts';

/** A file system handed over as an image of one layer. @see moby v28 daemon/images/image_import.go */
export function imageImport(
  context: EngineContext,
  source: FileSource,
  options: { repo?: string; tag?: string; changes?: string[]; message?: string },
): { Id: string } {
  const { kernel, store } = context;
  const name = options.repo
    ? readReference(options.tag ? `${options.repo}:${options.tag}` : options.repo)
    : undefined;
  const tree = applyLayer(kernel, undefined, source);
  const layer = describeLayer('', treeOf(context, ''), tree);
  const created = formatTime(kernel.clock.now());
  const comment = options.message ?? '';
  const image = createImage({
    architecture: 'amd64',
    os: 'linux',
    created,
    author: '',
    config: applyChanges({ Env: null, Cmd: null, Entrypoint: null } as never, options.changes ?? []),
    history: [{ created, createdBy: '', comment, emptyLayer: false }],
    diffIds: [layer.diffId],
    topChainId: layer.chainId,
    sizeBytes: layer.sizeBytes,
    lastTaggedMs: name ? kernel.clock.now() : 0,
    parent: '',
    comment,
  });
  keepTree(context, layer, tree);
  store.commit((state) => {
    const next = {
      ...state,
      images: state.images.set(image.id, image),
      layers: state.layers.set(layer.chainId, layer),
    };
    return name ? withTag(next, name, image.id) : next;
  });
  return { Id: image.id };
}

function textEntry(path: string, text: string): FileSourceEntry {
  const bytes = toBytes(text);
  return {
    path,
    type: 'file',
    mode: 0o644,
    uid: 0,
    gid: 0,
    mtimeMs: 0,
    size: bytes.length,
    read: () => bytes,
  };
}

function directoryEntry(path: string): FileSourceEntry {
  return {
    path,
    type: 'directory',
    mode: 0o755,
    uid: 0,
    gid: 0,
    mtimeMs: 0,
    size: 0,
    read: () => new Uint8Array(0),
  };
}

/** Images with their layers as folders. Simplified: a real archive holds each layer as a tar. */
export function imageGetAll(context: EngineContext, names: readonly string[]): FileSource {
  const { state } = context.store;
  const images = [
    ...new Map(names.map((name) => findImage(state, name)).map((image) => [image.id, image])).values(),
  ];
  return { entries: () => archive(context, state, images, names) };
}

function* archive(
  context: EngineContext,
  state: EngineState,
  images: readonly ImageRecord[],
  names: readonly string[],
): Generator<FileSourceEntry> {
  const wanted = names.map((name) => readTag(name)).filter((tag) => tag !== undefined);
  const manifest = images.map((image) => ({
    Config: `${image.id.slice(7)}.json`,
    RepoTags: tagsOf(state, image.id)
      .filter((tag) => wanted.includes(tag))
      .map((tag) => formatFamiliar(parseImageReference(tag))),
    Layers: chainOf(state, image.topChainId).map((layer) => layer.chainId.slice(7)),
  }));
  yield textEntry('manifest.json', JSON.stringify(manifest));
  const done = new Set<string>();
  for (const image of images) {
    yield textEntry(`${image.id.slice(7)}.json`, JSON.stringify(image));
    for (const layer of chainOf(state, image.topChainId)) {
      if (done.has(layer.chainId)) continue;
      done.add(layer.chainId);
      yield directoryEntry(layer.chainId.slice(7));
      yield* layerEntries(
        layer.chainId.slice(7),
        treeOf(context, layer.parent),
        treeOf(context, layer.chainId),
      );
    }
  }
}

function readTag(name: string): string | undefined {
  try {
    const reference = withDefaultTag(parseImageReference(name));
    return `${reference.domain}/${reference.path}:${reference.tag ?? ''}`;
  } catch {
    return undefined;
  }
}

function* layerEntries(folder: string, below: FrozenTree, tree: FrozenTree): Generator<FileSourceEntry> {
  const reader = readTree(tree);
  for (const { path, kind } of diffTrees(below, tree)) {
    const slash = path.lastIndexOf('/') + 1;
    if (kind === 'deleted') {
      yield textEntry(`${folder}${path.slice(0, slash)}.wh.${path.slice(slash)}`, '');
      continue;
    }
    const stat = reader.stat(path);
    if (!stat || stat.type === 'socket') continue;
    const { type, mode, uid, gid, mtimeMs } = stat;
    const base = {
      path: folder + path,
      type,
      mode,
      uid,
      gid,
      mtimeMs,
      size: type === 'file' ? stat.size : 0,
    };
    yield {
      ...base,
      read: () => reader.readFile(path),
      ...(type === 'symlink' ? { target: reader.readlink(path) } : {}),
    };
  }
}

/** Takes in what `imageGetAll` gave. @throws ApiError for anything else */
export async function* imageLoad(
  context: EngineContext,
  source: FileSource,
): ReturnType<EngineApi['ImageLoad']> extends AsyncIterable<infer T> ? AsyncGenerator<T> : never {
  const entries = [...source.entries()];
  const read = (path: string): string | undefined => {
    const entry = entries.find((candidate) => candidate.path === path);
    return entry && toText(entry.read());
  };
  const manifest = read('manifest.json');
  if (manifest === undefined)
    throw new ApiError('invalidParameter', 'invalid archive: does not contain a manifest.json');
  for (const item of JSON.parse(manifest) as { Config: string; RepoTags: string[]; Layers: string[] }[]) {
    const image = JSON.parse(read(item.Config) ?? '{}') as ImageRecord;
    let below: FrozenTree | undefined;
    let parent = '';
    const layers: ReturnType<typeof describeLayer>[] = [];
    for (const folder of item.Layers) {
      const part = entries
        .filter((entry) => entry.path.startsWith(`${folder}/`))
        .map((entry) => ({ ...entry, path: entry.path.slice(folder.length + 1) }));
      const tree = applyLayer(context.kernel, below, { entries: () => part });
      const layer = describeLayer(parent, below ?? treeOf(context, ''), tree);
      keepTree(context, layer, tree);
      layers.push(layer);
      [below, parent] = [tree, layer.chainId];
    }
    context.store.commit((state) => {
      let next: EngineState = {
        ...state,
        images: state.images.set(image.id, { ...image, topChainId: parent }),
        layers: layers.reduce((map, layer) => map.set(layer.chainId, layer), state.layers),
      };
      for (const tag of item.RepoTags) next = withTag(next, parseImageReference(tag), image.id);
      return next;
    });
    for (const tag of item.RepoTags) yield { stream: `Loaded image: ${tag}\n` };
    if (item.RepoTags.length === 0) yield { stream: `Loaded image ID: ${image.id}\n` };
  }
}
