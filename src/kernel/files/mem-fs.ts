import { SysError } from '../errno.ts';
import type { DiskSpace } from './disk.ts';
import type { Extents } from './extents.ts';
import { allocateData, punchData, readData, truncateData, writeData, type FileData } from './file-data.ts';
import type { FileSystem } from './file-system.ts';
import type { AttributeChange, DirEntry, FileType, Ino, NewInode, Stat } from './inode.ts';
import type { MemFsOptions } from './mem-fs-options.ts';
import type { AllocateOptions } from './open-file.ts';
import { entriesOf, statOf, takenBy } from './stat-of.ts';
import { BORN_WITH_FS, createInode, EMPTY_TABLE, type Inode, type InodeTable } from './inode-table.ts';

/** An immutable version of a whole tree: a pointer. */
export type FrozenTree = InodeTable;

/**
 * A file system in memory: a persistent inode table that each change replaces, so that a version of it (`freeze`) is a pointer, and a file
 * system that starts as a version of another is one too.
 */
export class MemFs implements FileSystem {
  readonly type: string;
  readonly dev: number;
  readonly readOnly: boolean;
  #made: InodeTable | undefined;
  #make: (() => FrozenTree) | undefined;
  /** Marks pages this file system may change in place, from the first write after a freeze on. */
  #owner: object | undefined;
  readonly #now: () => number;
  readonly #limit: number;
  /** What it held when it began, of which no space was taken. */
  readonly startBytes: number;
  readonly #disk: MemFsOptions['disk'];
  readonly #bornMs: number;
  readonly #changes: MemFsOptions['changes'];
  #isMarked = false;
  #takenStored = 0;
  // Most of a thousand containers' file systems are never opened or watched.
  #open: Map<Ino, number> | undefined;
  #watchers: Map<Ino, Set<() => void>> | undefined;
  /** Called after every change, for saving. */
  onChange: (() => void) | undefined;

  constructor(options: MemFsOptions) {
    this.type = options.type ?? 'ext4';
    this.dev = options.dev;
    this.readOnly = options.readOnly ?? false;
    const { from = EMPTY_TABLE } = options;
    if (typeof from === 'function') this.#make = from;
    else this.#made = from;
    this.#now = options.now;
    this.#limit = options.sizeLimitBytes ?? Infinity;
    this.startBytes = options.startBytes ?? this.#made?.bytes ?? 0;
    this.#disk = options.disk;
    this.#bornMs = options.now();
    this.#changes = options.changes;
    if (this.#made) this.#disk?.found(this.usedBytes);
  }

  get #table(): InodeTable {
    if (!this.#made) {
      this.#made = this.#make?.() ?? EMPTY_TABLE;
      this.#make = undefined;
    }
    return this.#made;
  }

  set #table(table: InodeTable) {
    this.#made = table;
    if (this.#isMarked || !this.#changes) return;
    this.#isMarked = true;
    this.#changes.mark();
  }

  get root(): Ino {
    return this.#table.root;
  }

  /** Bytes it holds beyond what it started from. */
  get usedBytes(): number {
    return this.#table.bytes - this.startBytes;
  }

  /** Undefined where space means nothing. */
  get space(): DiskSpace | undefined {
    if (this.#limit === Infinity) return this.#disk?.space;
    const usedBytes = Math.max(0, this.usedBytes);
    return { totalBytes: this.#limit, usedBytes, freeBytes: this.#limit - usedBytes };
  }

  /** Gives its space back: nobody will use it any more. */
  dispose(): void {
    this.#disk?.take(-this.usedBytes, -this.#takenStored);
    this.#takenStored = 0;
  }

  #take(bytes: number, stored: number): void {
    this.#disk?.take(bytes, stored);
    this.#takenStored += stored;
  }

  /** This very moment's version. */
  freeze(): FrozenTree {
    this.#owner = undefined;
    this.#isMarked = false;
    return this.#table;
  }

  get #pages(): object {
    return (this.#owner ??= {});
  }

  /** Replaces everything by another version, as a restore does. */
  reset(tree: FrozenTree): void {
    this.#owner = undefined;
    this.#take(Math.min(0, tree.bytes - this.#table.bytes), 0);
    this.#table = tree;
    for (const ino of this.#watchers?.keys() ?? []) this.#changed(ino);
  }

  stat(ino: Ino): Stat {
    const inode = this.#get(ino);
    return statOf(inode, ino, this.dev, this.#bornMs);
  }

  typeOf(ino: Ino): FileType {
    return this.#get(ino).type;
  }

  lookup(dir: Ino, name: string): Ino | undefined {
    return this.#entries(dir).get(name);
  }

  entries(dir: Ino): DirEntry[] {
    return entriesOf(this.#table, this.#entries(dir));
  }

  nameIn(dir: Ino, ino: Ino): string | undefined {
    for (const [name, other] of this.#entries(dir)) if (other === ino) return name;
    return undefined;
  }

  parent(dir: Ino): Ino {
    return this.#get(dir).parents[0] ?? this.root;
  }

  create(dir: Ino, name: string, made: NewInode): Ino {
    this.#writable();
    const entries = this.#entries(dir);
    if (entries.has(name)) throw new SysError('EEXIST');
    if (this.#get(dir).nlink === 0) throw new SysError('ENOENT');
    const now = this.#now();
    const ino = this.#table.nextIno;
    const inode = createInode(made.type, {
      mode: made.mode,
      uid: made.uid,
      gid: made.gid,
      target: made.target ?? '',
      ...(made.rdev ? { rdev: made.rdev } : {}),
      nlink: made.type === 'directory' ? 2 : 1,
      atimeMs: now,
      mtimeMs: now,
      ctimeMs: now,
      parents: [dir],
    });
    this.#table = { ...this.#table, nextIno: ino + 1 };
    this.#put(ino, inode);
    this.#setEntry(dir, name, ino, made.type === 'directory' ? 1 : 0);
    return ino;
  }

  link(dir: Ino, name: string, ino: Ino): void {
    this.#writable();
    const inode = this.#get(ino);
    if (inode.type === 'directory') throw new SysError('EPERM');
    if (this.#entries(dir).has(name)) throw new SysError('EEXIST');
    this.#put(ino, {
      ...inode,
      nlink: inode.nlink + 1,
      parents: [...inode.parents, dir],
      ctimeMs: this.#now(),
    });
    this.#setEntry(dir, name, ino, 0);
  }

  unlink(dir: Ino, name: string): void {
    this.#writable();
    const ino = this.#entry(dir, name);
    const inode = this.#get(ino);
    if (inode.type === 'directory') throw new SysError('EISDIR');
    this.#setEntry(dir, name, undefined, 0);
    this.#dropName(ino, inode, dir);
  }

  rmdir(dir: Ino, name: string): void {
    this.#writable();
    const ino = this.#entry(dir, name);
    const inode = this.#get(ino);
    if (!inode.entries) throw new SysError('ENOTDIR');
    if (inode.entries.size > 0) throw new SysError('ENOTEMPTY');
    this.#setEntry(dir, name, undefined, -1);
    this.#put(ino, { ...inode, nlink: 0, parents: [] });
    this.#collect(ino);
    this.#changed(ino);
  }

  rename(fromDir: Ino, fromName: string, toDir: Ino, toName: string): void {
    this.#writable();
    const ino = this.#entry(fromDir, fromName);
    const moved = this.#get(ino);
    const isDirectory = moved.type === 'directory';
    if (isDirectory && this.#isInside(toDir, ino)) throw new SysError('EINVAL');
    const target = this.#entries(toDir).get(toName);
    if (target === ino) return;
    if (target !== undefined) this.#replaceable(target, isDirectory);
    if (target !== undefined) {
      if (isDirectory) this.rmdir(toDir, toName);
      else this.unlink(toDir, toName);
    }
    this.#setEntry(fromDir, fromName, undefined, isDirectory ? -1 : 0);
    const parents = moved.parents.slice();
    parents[parents.indexOf(fromDir)] = toDir;
    this.#put(ino, { ...moved, parents, ctimeMs: this.#now() });
    this.#setEntry(toDir, toName, ino, isDirectory ? 1 : 0);
  }

  #replaceable(target: Ino, byDirectory: boolean): void {
    const inode = this.#get(target);
    if (byDirectory && !inode.entries) throw new SysError('ENOTDIR');
    if (!byDirectory && inode.entries) throw new SysError('EISDIR');
    if (inode.entries && inode.entries.size > 0) throw new SysError('ENOTEMPTY');
  }

  #isInside(dir: Ino, ancestor: Ino): boolean {
    for (let at = dir; ; at = this.parent(at)) {
      if (at === ancestor) return true;
      if (at === this.root) return false;
    }
  }

  readlink(ino: Ino): string {
    const inode = this.#get(ino);
    if (inode.type !== 'symlink') throw new SysError('EINVAL');
    return inode.target;
  }

  setAttributes(ino: Ino, change: AttributeChange): void {
    this.#writable();
    this.#put(ino, { ...this.#get(ino), ...change, ctimeMs: this.#now() });
    this.#changed(ino);
  }

  read(ino: Ino, offset: number, length: number): Uint8Array {
    const inode = this.#get(ino);
    if (inode.entries) throw new SysError('EISDIR');
    return readData(inode.data, offset, length);
  }

  write(ino: Ino, offset: number, bytes: Uint8Array): void {
    this.#writable();
    const inode = this.#get(ino);
    this.#checkRoom(inode, allocateData(inode.data, offset, bytes.length, false));
    this.#setData(ino, inode, writeData(inode.data, offset, bytes, this.#pages));
  }

  truncate(ino: Ino, size: number): void {
    this.#writable();
    const inode = this.#get(ino);
    if (inode.entries) throw new SysError('EISDIR');
    this.#setData(ino, inode, truncateData(inode.data, size, this.#pages));
  }

  allocate(ino: Ino, offset: number, length: number, how: AllocateOptions): void {
    this.#writable();
    const inode = this.#get(ino);
    const data = how.punch
      ? punchData(inode.data, offset, length, this.#pages)
      : allocateData(inode.data, offset, length, how.keepSize ?? false);
    this.#checkRoom(inode, data);
    this.#setData(ino, inode, data);
  }

  extents(ino: Ino): Extents {
    return this.#get(ino).data.extents;
  }

  #checkRoom(inode: Inode, data: FileData): void {
    const grown = takenBy(data) - takenBy(inode.data);
    if (grown > 0 && this.usedBytes + grown > this.#limit) throw new SysError('ENOSPC');
  }

  #setData(ino: Ino, inode: Inode, data: FileData): void {
    const grown = takenBy(data) - takenBy(inode.data);
    this.#take(grown, data.stored - inode.data.stored);
    const now = this.#now();
    this.#table = { ...this.#table, bytes: this.#table.bytes + grown };
    this.#put(ino, { ...inode, data, mtimeMs: now, ctimeMs: now });
    this.#changed(ino);
  }

  retain(ino: Ino): void {
    this.#open ??= new Map();
    this.#open.set(ino, (this.#open.get(ino) ?? 0) + 1);
  }

  release(ino: Ino): void {
    const left = (this.#open?.get(ino) ?? 1) - 1;
    if (left > 0) this.#open?.set(ino, left);
    else {
      this.#open?.delete(ino);
      if (this.#open?.size === 0) this.#open = undefined;
      this.#collect(ino);
    }
  }

  watch(ino: Ino, changed: () => void): () => void {
    this.#watchers ??= new Map();
    const watchers = this.#watchers.get(ino) ?? new Set();
    this.#watchers.set(ino, watchers.add(changed));
    return () => {
      watchers.delete(changed);
      if (watchers.size === 0) this.#watchers?.delete(ino);
    };
  }

  // The table

  #get(ino: Ino): Inode {
    const inode = this.#table.inodes.get(ino);
    if (!inode) throw new SysError('ENOENT');
    return inode;
  }

  #entries(dir: Ino): NonNullable<Inode['entries']> {
    const { entries } = this.#get(dir);
    if (!entries) throw new SysError('ENOTDIR');
    return entries;
  }

  #entry(dir: Ino, name: string): Ino {
    const ino = this.#entries(dir).get(name);
    if (ino === undefined) throw new SysError('ENOENT');
    return ino;
  }

  #put(ino: Ino, inode: Inode): void {
    this.#table = { ...this.#table, inodes: this.#table.inodes.set(ino, inode) };
  }

  #setEntry(dir: Ino, name: string, ino: Ino | undefined, links: -1 | 0 | 1): void {
    const directory = this.#get(dir);
    const entries = this.#entries(dir);
    const now = this.#now();
    this.#put(dir, {
      ...directory,
      entries: ino === undefined ? entries.delete(name) : entries.set(name, ino),
      nlink: directory.nlink + links,
      mtimeMs: now,
      ctimeMs: now,
    });
    this.#changed(dir);
  }

  #dropName(ino: Ino, inode: Inode, dir: Ino): void {
    const parents = inode.parents.slice();
    parents.splice(parents.indexOf(dir), 1);
    this.#put(ino, { ...inode, nlink: inode.nlink - 1, parents, ctimeMs: this.#now() });
    this.#collect(ino);
    this.#changed(ino);
  }

  /** Forgets an inode that has no name and that nobody has open. */
  #collect(ino: Ino): void {
    const inode = this.#table.inodes.get(ino);
    if (!inode || inode.nlink > 0 || this.#open?.has(ino)) return;
    this.#take(-takenBy(inode.data), -inode.data.stored);
    this.#table = {
      ...this.#table,
      inodes: this.#table.inodes.delete(ino),
      bytes: this.#table.bytes - takenBy(inode.data),
    };
  }

  #writable(): void {
    if (this.readOnly) throw new SysError('EROFS');
  }

  #changed(ino: Ino): void {
    this.onChange?.();
    for (const changed of this.#watchers?.get(ino) ?? []) changed();
  }
}

/** A tree for many file systems of one content: all in it is as old as the one that begins with it. */
export function treeOf(fill: (fs: MemFs) => void): FrozenTree {
  const fs = new MemFs({ dev: 0, now: () => BORN_WITH_FS });
  fill(fs);
  return fs.freeze();
}
