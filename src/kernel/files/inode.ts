/** Inode numbers are unique within one file system. */
export type Ino = number;

/** What an inode is. @see inode(7) */
export type FileType = 'file' | 'directory' | 'symlink' | 'fifo' | 'socket' | 'char' | 'block';

/** The type bits of st_mode. */
export const TYPE_BITS: Readonly<Record<FileType, number>> = {
  fifo: 0o010000,
  char: 0o020000,
  directory: 0o040000,
  block: 0o060000,
  file: 0o100000,
  symlink: 0o120000,
  socket: 0o140000,
};

/** Attributes of an inode as stat(2) reports them. Times are milliseconds since the epoch. */
export interface Stat {
  readonly type: FileType;
  readonly ino: Ino;
  /** Identifies the file system within its machine (st_dev). */
  readonly dev: number;
  /** Permission bits only (07777); the type is in `type`. */
  readonly mode: number;
  readonly nlink: number;
  readonly uid: number;
  readonly gid: number;
  /** Bytes; for a symlink the length of its target. */
  readonly size: number;
  /** What it takes on its disk, in units of 512 bytes. */
  readonly blocks: number;
  /** Major and minor number of a device, `[0, 0]` otherwise. */
  readonly rdev: readonly [major: number, minor: number];
  readonly atimeMs: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
}

/** Attributes that calls like chmod, chown and utimes change. */
export interface AttributeChange {
  mode?: number;
  uid?: number;
  gid?: number;
  atimeMs?: number;
  mtimeMs?: number;
}

/** How a new inode is made. */
export interface NewInode {
  type: FileType;
  mode: number;
  uid: number;
  gid: number;
  target?: string;
  rdev?: readonly [number, number];
}

export interface DirEntry {
  readonly name: string;
  readonly ino: Ino;
  readonly type: FileType;
}
