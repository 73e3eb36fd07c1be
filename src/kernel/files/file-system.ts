import type { DiskSpace } from './disk.ts';
import type { Extents } from './extents.ts';
import type { AllocateOptions, OpenFile } from './open-file.ts';
import type { AttributeChange, DirEntry, FileType, Ino, NewInode, Stat } from './inode.ts';

/**
 * A mounted file system at the level of inodes: no paths, no permissions. `FileView` adds both.
 * All calls are synchronous and throw SysError (ENOENT, ENOTDIR, EEXIST, ENOTEMPTY, EROFS, EINVAL …).
 */
export interface FileSystem {
  /** As /proc/mounts names it: ext4, overlay, tmpfs, proc. */
  readonly type: string;
  /** Identifies it on its machine (st_dev). */
  readonly dev: number;
  readonly root: Ino;
  readonly readOnly: boolean;
  /** Undefined where space means nothing: /proc. */
  readonly space?: DiskSpace | undefined;

  /** Gives its space back: nobody will use it any more. */
  dispose?(): void;

  stat(ino: Ino): Stat;
  /** The type alone, where that costs less than all of `stat`: each step of a walk asks for it. */
  typeOf?(ino: Ino): FileType;
  /** The inode that `name` in `dir` refers to, or undefined. `.` and `..` are the caller's. */
  lookup(dir: Ino, name: string): Ino | undefined;
  /** Sorted by name (byte order). */
  entries(dir: Ino): DirEntry[];
  /** Under which name `dir` has a directory, where that costs less than all `entries`. */
  nameIn?(dir: Ino, ino: Ino): string | undefined;
  /** A directory's parent; the root's is itself. */
  parent(dir: Ino): Ino;

  create(dir: Ino, name: string, inode: NewInode): Ino;
  link(dir: Ino, name: string, ino: Ino): void;
  unlink(dir: Ino, name: string): void;
  rmdir(dir: Ino, name: string): void;
  /** Replaces an existing target as rename(2) does. */
  rename(fromDir: Ino, fromName: string, toDir: Ino, toName: string): void;
  readlink(ino: Ino): string;
  /** For links that stand for an open file (/proc/self/fd/1): that file. */
  openLink?(ino: Ino): OpenFile | undefined;
  setAttributes(ino: Ino, change: AttributeChange): void;

  /** Up to `length` bytes from `offset`; empty at or past the end.  */
  read(ino: Ino, offset: number, length: number): Uint8Array;
  write(ino: Ino, offset: number, bytes: Uint8Array): void;
  truncate(ino: Ino, size: number): void;
  /** Gives blocks to a range of a file, or (`punch`) takes them away. Absent where blocks mean nothing. */
  allocate?(ino: Ino, offset: number, length: number, how: AllocateOptions): void;
  /** Which parts of a file have blocks. */
  extents?(ino: Ino): Extents;

  /** An open file keeps its inode alive after the last name is gone. */
  retain(ino: Ino): void;
  release(ino: Ino): void;

  /** Calls `changed` after every change of this inode's content, attributes or entries; returns the way to stop. */
  watch(ino: Ino, changed: () => void): () => void;
}
