import { PersistentMap } from '../../lib/persistent-map.ts';
import { EMPTY_DATA, type FileData } from './file-data.ts';
import type { FileType, Ino } from './inode.ts';

/** An inode as a value. */
export interface Inode {
  readonly type: FileType;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly atimeMs: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  readonly nlink: number;
  readonly rdev: readonly [number, number];
  readonly target: string;
  readonly data: FileData;
  /** A directory's names; undefined for everything else. */
  readonly entries: PersistentMap<string, Ino> | undefined;
  /** Directories that hold a name of it, one element a name: how a path is found from an inode. */
  readonly parents: readonly Ino[];
}

/** A whole tree as one immutable value. */
export interface InodeTable {
  readonly inodes: PersistentMap<Ino, Inode>;
  readonly root: Ino;
  readonly nextIno: Ino;
  /** Bytes of the disk that all regular files take. */
  readonly bytes: number;
}

export const ROOT_INO = 2;

/** The time of what is as old as the file system it is in: so that many file systems of one content share one tree. */
export const BORN_WITH_FS = Number.MIN_SAFE_INTEGER;

const NO_DEVICE: Inode['rdev'] = [0, 0];

/** An inode of this type, of root's, with no name yet. */
export function createInode(type: FileType, values: Partial<Inode>): Inode {
  return {
    type,
    mode: type === 'directory' ? 0o755 : 0o644,
    uid: 0,
    gid: 0,
    atimeMs: 0,
    mtimeMs: 0,
    ctimeMs: 0,
    nlink: type === 'directory' ? 2 : 0,
    rdev: NO_DEVICE,
    target: '',
    data: EMPTY_DATA,
    entries: type === 'directory' ? PersistentMap.empty() : undefined,
    parents: [],
    ...values,
  };
}

/** A tree with nothing but its root directory. */
export const EMPTY_TABLE: InodeTable = {
  inodes: PersistentMap.from([[ROOT_INO, createInode('directory', { parents: [ROOT_INO] })]]),
  root: ROOT_INO,
  nextIno: ROOT_INO + 1,
  bytes: 0,
};
