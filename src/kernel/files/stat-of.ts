import { allocatedBytes } from './extents.ts';
import type { FileData } from './file-data.ts';
import type { DirEntry, Ino, Stat } from './inode.ts';
import { BORN_WITH_FS, type Inode, type InodeTable } from './inode-table.ts';

/** What stat(2) tells of an inode; `bornMs` is when its file system began. */
export function statOf(inode: Inode, ino: Ino, dev: number, bornMs = 0): Stat {
  const since = (ms: number): number => (ms === BORN_WITH_FS ? bornMs : ms);
  return {
    type: inode.type,
    ino,
    dev,
    mode: inode.mode,
    nlink: inode.nlink,
    uid: inode.uid,
    gid: inode.gid,
    size: sizeOf(inode),
    blocks: blocksOf(inode),
    rdev: inode.rdev,
    atimeMs: since(inode.atimeMs),
    mtimeMs: since(inode.mtimeMs),
    ctimeMs: since(inode.ctimeMs),
  };
}

/** Bytes of the disk that a file takes. */
export function takenBy(data: FileData): number {
  return allocatedBytes(data.size, data.extents);
}

function blocksOf(inode: Inode): number {
  if (inode.type === 'directory') return 8;
  return inode.type === 'file' ? takenBy(inode.data) / 512 : 0;
}

function sizeOf(inode: Inode): number {
  if (inode.type === 'directory') return 4096;
  return inode.type === 'symlink' ? inode.target.length : inode.data.size;
}

/** A directory's entries by name. */
export function entriesOf(table: InodeTable, entries: NonNullable<Inode['entries']>): DirEntry[] {
  return [...entries]
    .map(([name, ino]) => ({ name, ino, type: table.inodes.get(ino)?.type ?? 'file' }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
