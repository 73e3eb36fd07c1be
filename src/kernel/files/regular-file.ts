import { SysError } from '../errno.ts';
import type { Place } from './file-view.ts';
import type { Stat } from './inode.ts';
import { nextData, nextHole } from './extents.ts';
import type { AllocateOptions, OpenFile } from './open-file.ts';

export interface RegularFileFlags {
  readonly read: boolean;
  readonly write: boolean;
  readonly append: boolean;
}

/** An open regular file: an inode, a position and how it was opened. */
export class RegularFile implements OpenFile {
  readonly kind = 'file';
  readonly path: string;
  readonly #place: Place;
  readonly #flags: RegularFileFlags;
  #position = 0;
  #references = 0;

  constructor(place: Place, path: string, flags: RegularFileFlags) {
    this.#place = place;
    this.path = path;
    this.#flags = flags;
    place.fs.retain(place.ino);
  }

  read(max: number): Uint8Array | null {
    if (!this.#flags.read) throw new SysError('EBADF');
    const { fs, ino } = this.#place;
    const bytes = fs.read(ino, this.#position, max);
    this.#position += bytes.length;
    return bytes.length ? bytes : null;
  }

  write(bytes: Uint8Array): void {
    if (!this.#flags.write) throw new SysError('EBADF');
    const { fs, ino } = this.#place;
    if (this.#flags.append) this.#position = fs.stat(ino).size;
    fs.write(ino, this.#position, bytes);
    this.#position += bytes.length;
  }

  seek(offset: number, whence: 'set' | 'current' | 'end'): number {
    const base = whence === 'set' ? 0 : whence === 'current' ? this.#position : this.stat().size;
    if (base + offset < 0) throw new SysError('EINVAL');
    this.#position = base + offset;
    return this.#position;
  }

  truncate(size: number): void {
    if (!this.#flags.write) throw new SysError('EINVAL');
    this.#place.fs.truncate(this.#place.ino, size);
  }

  allocate(offset: number, length: number, how: AllocateOptions): void {
    if (!this.#flags.write) throw new SysError('EBADF');
    const { fs, ino } = this.#place;
    if (!fs.allocate) throw new SysError('EOPNOTSUPP');
    fs.allocate(ino, offset, length, how);
  }

  nextData(offset: number): { from: number; to: number } | undefined {
    const { fs, ino } = this.#place;
    const { size } = fs.stat(ino);
    const extents = fs.extents?.(ino);
    const from = nextData(size, extents, offset);
    return from === undefined ? undefined : { from, to: nextHole(size, extents, from) };
  }

  stat(): Stat {
    return this.#place.fs.stat(this.#place.ino);
  }

  readable(): boolean {
    return true;
  }

  retain(): void {
    this.#references++;
  }

  release(): void {
    if (--this.#references <= 0) this.#place.fs.release(this.#place.ino);
  }
}

/** An open directory: only its attributes can be read here; entries are read by path. */
export class DirectoryFile implements OpenFile {
  readonly kind = 'directory';
  readonly path: string;
  readonly #place: Place;

  constructor(place: Place, path: string) {
    this.#place = place;
    this.path = path;
  }

  read(): never {
    throw new SysError('EISDIR');
  }

  write(): never {
    throw new SysError('EBADF');
  }

  seek(): number {
    return 0;
  }

  truncate(): never {
    throw new SysError('EINVAL');
  }

  stat(): Stat {
    return this.#place.fs.stat(this.#place.ino);
  }

  readable(): boolean {
    return true;
  }

  retain(): void {}

  release(): void {}
}
