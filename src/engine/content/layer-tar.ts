import type { FileSource, FileSourceEntry } from '../../api/file-source.ts';
import { archiveOf } from '../../api/tar-source.ts';
import { diffTrees } from '../../kernel/files/diff.ts';
import type { FrozenTree } from '../../kernel/files/mem-fs.ts';
import { fileKey, readTree, withHardLinks, type LinkedEntry } from '../../kernel/files/tree.ts';
import { NO_BYTES } from '../../lib/bytes.ts';

/** What a tree adds to the one below, as a layer holds it: what is gone is a `.wh.` name. @see OCI image-spec layer.md */
export function layerSource(below: FrozenTree, tree: FrozenTree): FileSource {
  return { entries: () => withHardLinks(layerEntries(below, tree)) };
}

/** The layer as a tar archive, which its diffID is the digest of. Holes at a file's end weigh nothing in it. */
export function layerTar(below: FrozenTree, tree: FrozenTree): Uint8Array {
  return archiveOf(layerSource(below, tree));
}

function* layerEntries(below: FrozenTree, tree: FrozenTree): Generator<LinkedEntry> {
  const reader = readTree(tree);
  for (const { path, kind } of diffTrees(below, tree)) {
    const name = path.slice(1);
    if (kind === 'deleted') {
      yield { entry: whiteout(name), file: undefined };
      continue;
    }
    const stat = reader.stat(path);
    if (!stat || stat.type === 'socket') continue;
    const { type, mode, uid, gid, mtimeMs } = stat;
    const entry: FileSourceEntry = {
      path: name,
      type,
      mode,
      uid,
      gid,
      mtimeMs,
      size: type === 'file' ? stat.size : 0,
      read: () => (type === 'file' ? reader.readStored(path) : NO_BYTES),
      ...(type === 'symlink' ? { target: reader.readlink(path) } : {}),
      ...(type === 'char' || type === 'block' ? { device: stat.rdev } : {}),
    };
    yield { entry, file: fileKey(stat) };
  }
}

function whiteout(path: string): FileSourceEntry {
  const slash = path.lastIndexOf('/') + 1;
  return {
    path: `${path.slice(0, slash)}.wh.${path.slice(slash)}`,
    type: 'file',
    mode: 0,
    uid: 0,
    gid: 0,
    mtimeMs: 0,
    size: 0,
    read: () => NO_BYTES,
  };
}
