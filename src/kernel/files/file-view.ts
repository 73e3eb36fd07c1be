import type { DiskSpace } from './disk.ts';
import type { OpenFile } from './open-file.ts';
import type { DirEntry, FileType, Ino, Stat } from './inode.ts';
import type { FileSystem } from './file-system.ts';

/** An inode somewhere: what a bind mount is made of. */
export interface Place {
  readonly fs: FileSystem;
  readonly ino: Ino;
}

/** Flags of open(2). Reading is on unless `write` alone is asked for with `read: false`. */
export interface OpenOptions {
  read?: boolean;
  write?: boolean;
  append?: boolean;
  create?: boolean;
  exclusive?: boolean;
  truncate?: boolean;
  /** Permission bits of a created file before umask; 0666 unless given. */
  mode?: number;
  noFollow?: boolean;
}

/**
 * The files a process sees: its mounts, root, working directory, user and umask. Paths may be relative. Everything is synchronous and
 * throws SysError with the code the system call has (`path` is as given); permissions are checked. Opening a fifo never blocks here;
 * `Process.open` does.
 */
export interface FileView {
  /** Absolute, without symlinks in it, as getcwd(2) gives it. */
  readonly cwd: string;
  chdir(path: string): void;

  /** Follows symlinks. @throws SysError ENOENT, ENOTDIR, ELOOP, EACCES */
  stat(path: string): Stat;
  lstat(path: string): Stat;
  /** stat, or undefined where nothing (reachable) is there. */
  statIfAny(path: string): Stat | undefined;
  lstatIfAny(path: string): Stat | undefined;
  exists(path: string): boolean;
  /** May this user do that with it? `mode` as access(2): 4 read, 2 write, 1 execute. */
  access(path: string, mode: number): boolean;
  resolve(path: string, options?: { noFollow?: boolean }): Place;
  realpath(path: string): string;
  /** Of the file system that holds the path; zeros where it has no size. @see statvfs(3) */
  space(path: string): DiskSpace;

  /** Sorted by name, without `.` and `..`. */
  readDir(path: string): DirEntry[];
  readFile(path: string): Uint8Array;
  readText(path: string): string;
  /** Creates or replaces the content. `mode` (before umask) counts for a new file. */
  writeFile(path: string, data: Uint8Array | string, options?: { mode?: number; append?: boolean }): void;
  open(path: string, options?: OpenOptions): OpenFile;
  readlink(path: string): string;

  mkdir(path: string, mode?: number): void;
  /** Creates what is missing on the way; an existing directory is fine. */
  mkdirAll(path: string, mode?: number): void;
  mknod(path: string, type: FileType, mode: number, rdev?: readonly [number, number]): void;
  symlink(target: string, path: string): void;
  link(existing: string, path: string): void;
  rename(from: string, to: string): void;
  unlink(path: string): void;
  rmdir(path: string): void;
  /** rm -r; nothing there is fine. */
  removeAll(path: string): void;
  truncate(path: string, size: number): void;
  chmod(path: string, mode: number): void;
  chown(path: string, uid: number, gid: number, options?: { noFollow?: boolean }): void;
  utimes(path: string, atimeMs: number, mtimeMs: number, options?: { noFollow?: boolean }): void;
}
