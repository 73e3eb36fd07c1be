import { BaseFilesystem, type FsStats } from '@electric-sql/pglite/basefs';
import type { FileView, Place } from '../../../kernel/files/file-view.ts';
import { TYPE_BITS, type Stat } from '../../../kernel/files/inode.ts';
import type { OpenFile } from '../../../kernel/files/open-file.ts';
import { SysError } from '../../../kernel/errno.ts';
import { toBytes } from '../../../lib/bytes.ts';
import { withEmscriptenErrno } from './emscripten-errno.ts';

/** Simplified: a file that the real server has not; it is gone when the server is shut down. */
const LOCK = '.backend.pid';

interface Opened {
  readonly file: OpenFile;
  readonly place: Place;
}

/**
 * The data directory as PGlite sees it: the files below `directory` of the server's own process, read and written in place. What the server wrote is in
 * its volume at once, so a killed server leaves what a crash leaves. PGlite's lock file goes under a name of its own: `postmaster.pid` is the postmaster's.
 */
export class DataDirectoryFs extends BaseFilesystem {
  readonly #files: FileView;
  readonly #directory: string;
  readonly #opened = new Map<number, Opened>();
  #next = 1;

  constructor(files: FileView, directory: string) {
    super(directory);
    this.#files = files;
    this.#directory = directory;
  }

  /** Lets go of what is still open: the server is gone. */
  releaseAll(): void {
    for (const { file } of this.#opened.values()) file.release();
    this.#opened.clear();
  }

  #path(path: string): string {
    if (path === '/postmaster.pid') return `${this.#directory}/${LOCK}`;
    return `${this.#directory}${path === '/' ? '' : path}`;
  }

  override chmod(path: string, mode: number): void {
    withEmscriptenErrno(() => this.#files.chmod(this.#path(path), mode & 0o7777));
  }

  override close(fd: number): void {
    this.#opened.get(fd)?.file.release();
    this.#opened.delete(fd);
  }

  override fstat(fd: number): FsStats {
    return withEmscriptenErrno(() => toFsStats(this.#file(fd).file.stat()));
  }

  override lstat(path: string): FsStats {
    return withEmscriptenErrno(() => toFsStats(this.#files.lstat(this.#path(path))));
  }

  override mkdir(path: string, options: { recursive?: boolean; mode?: number } = {}): void {
    withEmscriptenErrno(() => this.#files.mkdir(this.#path(path), (options.mode ?? 0o700) & 0o7777));
  }

  override open(path: string): number {
    return withEmscriptenErrno(() => {
      const full = this.#path(path);
      const file = this.#files.open(full, { write: this.#files.access(full, 2) });
      file.retain();
      this.#opened.set(this.#next, { file, place: this.#files.resolve(full) });
      return this.#next++;
    });
  }

  override readdir(path: string): string[] {
    return withEmscriptenErrno(() => this.#files.readDir(this.#path(path)).map(({ name }) => name));
  }

  override read(fd: number, buffer: Uint8Array, offset: number, length: number, position: number): number {
    return withEmscriptenErrno(() => {
      const { fs, ino } = this.#file(fd).place;
      const bytes = fs.read(ino, position, length);
      asBytes(buffer).set(bytes, offset);
      return bytes.length;
    });
  }

  override rename(from: string, to: string): void {
    withEmscriptenErrno(() => this.#files.rename(this.#path(from), this.#path(to)));
  }

  override rmdir(path: string): void {
    withEmscriptenErrno(() => this.#files.rmdir(this.#path(path)));
  }

  override truncate(path: string, size: number): void {
    withEmscriptenErrno(() => this.#files.truncate(this.#path(path), size));
  }

  override unlink(path: string): void {
    withEmscriptenErrno(() => this.#files.unlink(this.#path(path)));
  }

  override utimes(path: string, atime: number, mtime: number): void {
    withEmscriptenErrno(() => this.#files.utimes(this.#path(path), atime, mtime));
  }

  override writeFile(path: string, data: string | Uint8Array, options: { mode?: number } = {}): void {
    withEmscriptenErrno(() =>
      this.#files.writeFile(this.#path(path), typeof data === 'string' ? toBytes(data) : data, {
        mode: (options.mode ?? 0o600) & 0o7777,
      }),
    );
  }

  override write(fd: number, buffer: Uint8Array, offset: number, length: number, position: number): number {
    return withEmscriptenErrno(() => {
      const { fs, ino } = this.#file(fd).place;
      fs.write(ino, position, asBytes(buffer).subarray(offset, offset + length));
      return length;
    });
  }

  #file(fd: number): Opened {
    const opened = this.#opened.get(fd);
    if (!opened) throw new SysError('EBADF');
    return opened;
  }
}

/** PGlite hands signed views, and the buffer itself for writes. */
function asBytes(buffer: Uint8Array | ArrayBuffer): Uint8Array {
  return ArrayBuffer.isView(buffer)
    ? new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength)
    : new Uint8Array(buffer);
}

/** Owned by whom the server thinks it is (0 in WebAssembly): who may open what was checked by the file system itself. */
function toFsStats(stat: Stat): FsStats {
  return {
    dev: stat.dev, ino: stat.ino, mode: TYPE_BITS[stat.type] | stat.mode, nlink: stat.nlink, uid: 0, gid: 0, rdev: 0, size: stat.size,
    blksize: 4096, blocks: stat.blocks, atime: stat.atimeMs, mtime: stat.mtimeMs, ctime: stat.ctimeMs,
  }; // prettier-ignore
}
