import type { FileSource, FileSourceEntry } from '../../api/file-source.ts';
import { SysError } from '../errno.ts';
import { contentHash } from './content-hash.ts';
import { readData, readStored, type FileData } from './file-data.ts';
import type { FileView } from './file-view.ts';
import type { DirEntry, Ino, Stat } from './inode.ts';
import { EMPTY_TABLE, type Inode, type InodeTable } from './inode-table.ts';
import { entriesOf, statOf } from './stat-of.ts';
import { joinPath, splitPath } from './path.ts';

/** A tree with nothing but its root directory. */
export const EMPTY_TREE: InodeTable = EMPTY_TABLE;

/** A path of a frozen tree. */
export interface TreeEntry {
  readonly path: string;
  readonly stat: Stat;
}

/** Reads a frozen tree by absolute paths; symlinks are not followed. */
export interface TreeReader {
  stat(path: string): Stat | undefined;
  /** @throws SysError ENOENT, EISDIR */
  readFile(path: string): Uint8Array;
  /** A file's content without the zeros at its end that nothing stores. @throws SysError ENOENT, EISDIR */
  readStored(path: string): Uint8Array;
  readlink(path: string): string;
  /** A digest of a file's content. */
  contentHash(path: string): string;
  readDir(path: string): DirEntry[];
  /** Everything under `path` and itself, parents first, names in order. */
  walk(path?: string): Iterable<TreeEntry>;
}

export function readTree(tree: InodeTable): TreeReader {
  const find = (path: string): [Ino, Inode] | undefined => findInode(tree, path);
  const need = (path: string): [Ino, Inode] => {
    const found = find(path);
    if (!found) throw new SysError('ENOENT', path);
    return found;
  };
  return {
    stat: (path) => {
      const found = find(path);
      return found && statOf(found[1], found[0], 0);
    },
    readFile: (path) => readData(dataOf(need(path)[1], path), 0, Number.MAX_SAFE_INTEGER),
    readStored: (path) => readStored(dataOf(need(path)[1], path)),
    readlink: (path) => need(path)[1].target,
    contentHash: (path) => contentHash(need(path)[1].data),
    readDir: (path) => {
      const { entries } = need(path)[1];
      if (!entries) throw new SysError('ENOTDIR', path);
      return entriesOf(tree, entries);
    },
    walk: (path = '/') => {
      const found = find(path);
      return found ? walkFrom(tree, path, found[0], found[1]) : [];
    },
  };
}

function dataOf(inode: Inode, path: string): FileData {
  if (inode.entries) throw new SysError('EISDIR', path);
  return inode.data;
}

function findInode(tree: InodeTable, path: string): [Ino, Inode] | undefined {
  let ino = tree.root;
  let inode = tree.inodes.get(ino);
  for (const part of splitPath(path)) {
    const next = inode?.entries?.get(part);
    if (next === undefined) return undefined;
    ino = next;
    inode = tree.inodes.get(ino);
  }
  return inode && [ino, inode];
}

function* walkFrom(tree: InodeTable, path: string, ino: Ino, inode: Inode): Generator<TreeEntry> {
  yield { path, stat: statOf(inode, ino, 0) };
  if (!inode.entries) return;
  for (const entry of entriesOf(tree, inode.entries)) {
    const child = tree.inodes.get(entry.ino);
    if (child) yield* walkFrom(tree, joinPath(path, entry.name), entry.ino, child);
  }
}

type SourceType = FileSourceEntry['type'];

/**
 * What is under `path` of a view, as a tree to hand over; paths in it are relative to `path`, which itself is left out. `rename` maps a path to another, or
 * to undefined to leave it (and what is under it) out.
 */
export function sourceOf(
  view: FileView,
  path: string,
  rename: (path: string) => string | undefined = (p) => p,
): FileSource {
  return {
    *entries() {
      for (const { entry } of sourceEntries(view, path, '', rename)) yield entry;
    },
  };
}

/** The same with further names of files as hard links, for what is written as it is. */
export function linkedSourceOf(view: FileView, path: string): FileSource {
  return { entries: () => withHardLinks(sourceEntries(view, path, '', (name) => name)) };
}

function* sourceEntries(
  view: FileView,
  path: string,
  prefix: string,
  rename: (path: string) => string | undefined,
): Generator<LinkedEntry> {
  for (const { name, type } of view.readDir(path)) {
    const full = joinPath(path, name);
    const relative = prefix + name;
    const renamed = rename(relative);
    if (renamed === undefined || type === 'socket') continue;
    yield linkedEntry(view, full, renamed);
    if (type === 'directory') yield* sourceEntries(view, full, `${relative}/`, rename);
  }
}

/** An entry, and which file it is where that has several names. */
export interface LinkedEntry {
  readonly entry: FileSourceEntry;
  readonly file: string | undefined;
}

/** Which file something is, if there are more names of it. */
export function fileKey({ type, nlink, dev, ino }: Stat): string | undefined {
  return type === 'file' && nlink > 1 ? `${dev}:${ino}` : undefined;
}

/** Entries where each further name of a file is a hard link to its first. */
export function* withHardLinks(entries: Iterable<LinkedEntry>): Generator<FileSourceEntry> {
  const first = new Map<string, string>();
  for (const { entry, file } of entries) {
    const hardlink = file === undefined ? undefined : first.get(file);
    if (file !== undefined && hardlink === undefined) first.set(file, entry.path);
    yield hardlink === undefined ? entry : { ...entry, read: () => entry.read(), hardlink };
  }
}

function linkedEntry(view: FileView, path: string, name: string): LinkedEntry {
  return { entry: sourceEntry(view, path, name), file: fileKey(view.lstat(path)) };
}

/** One file of a view (a symlink is not followed), under another name. */
export function sourceEntry(view: FileView, path: string, name: string): FileSourceEntry {
  const stat = view.lstat(path);
  const entry = {
    path: name,
    type: stat.type as SourceType,
    mode: stat.mode,
    uid: stat.uid,
    gid: stat.gid,
    mtimeMs: stat.mtimeMs,
    size: stat.type === 'file' ? stat.size : 0,
    read: () => view.readFile(path),
  };
  return stat.type === 'symlink' ? { ...entry, target: view.readlink(path) } : entry;
}

export interface WriteSourceOptions {
  /** Owner of everything written, instead of the source's. */
  owner?: { uid: number; gid: number };
  /** A file must not replace a directory or the other way round. */
  noOverwriteDirNonDir?: boolean;
}

/** Writes a handed-over tree under `path`, which must exist. Returns the bytes written. @throws SysError */
export function writeSource(
  view: FileView,
  path: string,
  source: FileSource,
  options: WriteSourceOptions = {},
): number {
  let bytes = 0;
  const directories = new Map<string, number>();
  for (const entry of source.entries()) {
    const target = joinPath(path, entry.path);
    const linked = entry.hardlink === undefined ? undefined : joinPath(path, entry.hardlink);
    if (linked !== undefined && linked !== target && view.lstatIfAny(linked)?.type === 'file') {
      if (view.lstatIfAny(target)) view.removeAll(target);
      view.mkdirAll(target.slice(0, target.lastIndexOf('/')) || '/');
      view.link(linked, target);
      continue;
    }
    bytes += writeEntry(view, target, entry, options);
    if (entry.type === 'directory') directories.set(target, entry.mtimeMs);
    else directories.delete(target);
  }
  // Only now nothing is put into them any more.
  for (const [target, mtimeMs] of directories) {
    if (view.lstatIfAny(target)?.type === 'directory') view.utimes(target, mtimeMs, mtimeMs);
  }
  return bytes;
}

function writeEntry(
  view: FileView,
  target: string,
  entry: FileSourceEntry,
  options: WriteSourceOptions,
): number {
  const existing = view.lstatIfAny(target);
  const bothDirectories = existing?.type === 'directory' && entry.type === 'directory';
  if (existing && !bothDirectories) {
    if (options.noOverwriteDirNonDir && (existing.type === 'directory') !== (entry.type === 'directory')) {
      throw new SysError(existing.type === 'directory' ? 'EISDIR' : 'ENOTDIR', target);
    }
    view.removeAll(target);
  }
  if (!bothDirectories) makeEntry(view, target, entry);
  const owner = options.owner ?? entry;
  view.chown(target, owner.uid, owner.gid, { noFollow: true });
  if (entry.type !== 'symlink') view.chmod(target, entry.mode);
  view.utimes(target, entry.mtimeMs, entry.mtimeMs, { noFollow: true });
  return entry.type === 'file' ? entry.size : 0;
}

function makeEntry(view: FileView, target: string, entry: FileSourceEntry): void {
  switch (entry.type) {
    case 'directory':
      return view.mkdirAll(target);
    case 'symlink':
      return view.symlink(entry.target ?? '', target);
    case 'file': {
      view.mkdirAll(target.slice(0, target.lastIndexOf('/')) || '/');
      const content = entry.read();
      view.writeFile(target, content);
      if (entry.size > content.length) view.truncate(target, entry.size);
      return;
    }
    default:
      return view.mknod(target, entry.type, entry.mode, entry.device);
  }
}
