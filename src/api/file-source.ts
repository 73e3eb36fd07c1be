/**
 * A tree of files handed from a client to the daemon or back: a build context, `docker cp`, save and load. In place of a tar stream;
 * its content is as of the moment it was made. Paths are relative, `/`-separated, without leading slash; parents come before children.
 */
export interface FileSource {
  entries(): Iterable<FileSourceEntry>;
}

export interface FileSourceEntry {
  readonly path: string;
  readonly type: 'file' | 'directory' | 'symlink' | 'fifo' | 'char' | 'block';
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly mtimeMs: number;
  /** Bytes of a file. */
  readonly size: number;
  /** Major and minor number of a device. */
  readonly device?: readonly [number, number];
  /** A further name of a file: the path of an entry before it, or of a file that is there already where this is written. */
  readonly hardlink?: string;
  /** A symlink's target. */
  readonly target?: string;
  /** A file's content; where it is shorter than the file, zeros follow. */
  read(): Uint8Array;
}
