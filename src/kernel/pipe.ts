import { ByteStream } from './byte-stream.ts';
import { isSysError, SysError } from './errno.ts';
import type { Stat } from './files/inode.ts';
import type { OpenFile } from './files/open-file.ts';
import type { Scheduler } from './scheduler.ts';

let nothing: Stat | undefined;

/** Attributes of something without an inode in a file system. */
export function anonymousStat(type: Stat['type'], ino: number): Stat {
  nothing ??= {
    type: 'fifo', ino: 0, dev: 14, mode: 0o600, nlink: 1, uid: 0, gid: 0, size: 0, blocks: 0, rdev: [0, 0], atimeMs: 0, mtimeMs: 0, ctimeMs: 0,
  }; // prettier-ignore
  return { ...nothing, type, ino };
}

/** What a fifo's ends know of it. */
interface PipeFile {
  readonly path: string;
  readonly stat: () => Stat;
  readonly closed: () => void;
}

/** One end of a pipe or fifo. */
class PipeEnd implements OpenFile {
  readonly kind = 'pipe';
  readonly #stream: ByteStream;
  readonly #mode: 'read' | 'write' | 'both';
  /** A fifo's file, or the number of a nameless pipe. */
  readonly #what: PipeFile | number;
  readonly #broken: () => void;
  #references = 0;

  constructor(
    stream: ByteStream,
    mode: 'read' | 'write' | 'both',
    what: PipeFile | number,
    broken: () => void,
  ) {
    this.#stream = stream;
    this.#mode = mode;
    this.#what = what;
    this.#broken = broken;
  }

  get path(): string {
    return typeof this.#what === 'number' ? `pipe:[${this.#what}]` : this.#what.path;
  }

  read(max: number): Uint8Array | null | Promise<Uint8Array | null> {
    if (this.#mode === 'write') throw new SysError('EBADF');
    return this.#stream.read(max);
  }

  write(bytes: Uint8Array): void | Promise<void> {
    if (this.#mode === 'read') throw new SysError('EBADF');
    try {
      const slow = this.#stream.write(bytes);
      return slow?.catch((error: unknown) => this.#fail(error));
    } catch (error) {
      return this.#fail(error);
    }
  }

  #fail(error: unknown): never {
    if (isSysError(error, 'EPIPE')) this.#broken();
    throw error;
  }

  seek(): never {
    throw new SysError('ESPIPE');
  }

  truncate(): never {
    throw new SysError('EINVAL');
  }

  stat(): Stat {
    return typeof this.#what === 'number' ? anonymousStat('fifo', this.#what) : this.#what.stat();
  }

  readable(): boolean {
    return this.#stream.readable;
  }

  retain(): void {
    this.#references++;
  }

  release(): void {
    if (--this.#references > 0) return;
    if (typeof this.#what !== 'number') this.#what.closed();
    else if (this.#mode === 'read') this.#stream.breakOff();
    else this.#stream.end();
  }

  whenReadable(callback: () => void): void {
    this.#stream.whenReadable(callback);
  }
}

/** A pipe(2). Both ends start without a reference. `broken` is called when a writer finds no reader (SIGPIPE). */
export function createPipe(
  scheduler: Scheduler,
  number: number,
  broken: () => void,
  capacity?: number,
): { reader: OpenFile; writer: OpenFile } {
  const stream = new ByteStream(scheduler, capacity);
  return {
    reader: new PipeEnd(stream, 'read', number, broken),
    writer: new PipeEnd(stream, 'write', number, broken),
  };
}

/** A named pipe's meeting point: readers and writers wait for each other. @see fifo(7) */
export class Fifo {
  readonly #scheduler: Scheduler;
  #stream: ByteStream;
  #readers = 0;
  #writers = 0;
  readonly #met;
  readonly #broken: () => void;

  constructor(scheduler: Scheduler, broken: () => void) {
    this.#broken = broken;
    this.#scheduler = scheduler;
    this.#stream = new ByteStream(scheduler);
    this.#met = scheduler.createWaitQueue();
  }

  /** Opens one side; `wait` resolves when the other side is open too. */
  open(
    mode: 'read' | 'write' | 'both',
    path: string,
    stat: () => Stat,
  ): { file: OpenFile; wait: () => Promise<void> } {
    if (this.#readers === 0 && this.#writers === 0) this.#stream = new ByteStream(this.#scheduler);
    const stream = this.#stream;
    if (mode !== 'write') this.#readers++;
    if (mode !== 'read') this.#writers++;
    this.#met.wakeAll();
    let met = mode === 'both';
    const closed = (): void => {
      if (mode !== 'write' && --this.#readers === 0) stream.breakOff();
      if (mode !== 'read' && --this.#writers === 0) stream.end();
    };
    const wait = async (): Promise<void> => {
      while (!met) {
        met = mode === 'read' ? this.#writers > 0 || stream.readable : this.#readers > 0;
        if (!met) await this.#met.wait();
      }
    };
    return { file: new PipeEnd(stream, mode, { path, stat, closed }, this.#broken), wait };
  }
}
