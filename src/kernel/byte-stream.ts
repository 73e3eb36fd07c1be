import { ByteQueue } from './byte-queue.ts';
import { SysError } from './errno.ts';
import type { Scheduler, WaitQueue } from './scheduler.ts';

/** As pipe(7) and the socket buffers of Linux. */
export const DEFAULT_CAPACITY = 64 * 1024;

/** One direction of a pipe or socket: a bounded buffer between writers and readers. */
export class ByteStream {
  readonly #queue = new ByteQueue();
  readonly #changed: WaitQueue;
  readonly #capacity: number;
  #ended = false;
  #broken = false;
  #onReadable: (() => void) | undefined;

  constructor(scheduler: Scheduler, capacity = DEFAULT_CAPACITY) {
    this.#changed = scheduler.createWaitQueue();
    this.#capacity = capacity;
  }

  /** Calls back once, when there is something to read, or the end: at once where that is so already. */
  whenReadable(callback: () => void): void {
    if (this.readable) return callback();
    this.#onReadable = callback;
  }

  #wake(): void {
    this.#changed.wakeAll();
    const callback = this.readable ? this.#onReadable : undefined;
    if (!callback) return;
    this.#onReadable = undefined;
    callback();
  }

  /** Null at the end. */
  read(max: number): Uint8Array | null | Promise<Uint8Array | null> {
    if (this.#queue.length === 0) return this.#ended || this.#broken ? null : this.#waitAndRead(max);
    const bytes = this.#queue.take(max);
    this.#wake();
    return bytes;
  }

  async #waitAndRead(max: number): Promise<Uint8Array | null> {
    while (this.#queue.length === 0 && !this.#ended && !this.#broken) await this.#changed.wait();
    return this.read(max);
  }

  /** Takes all, waiting while full. @throws SysError EPIPE when nobody will read any more */
  write(bytes: Uint8Array): void | Promise<void> {
    if (this.#broken || this.#ended) throw new SysError('EPIPE');
    if (this.#queue.length + bytes.length <= this.#capacity) {
      this.#queue.push(bytes.slice());
      this.#wake();
      return;
    }
    return this.#waitAndWrite(bytes);
  }

  async #waitAndWrite(bytes: Uint8Array): Promise<void> {
    for (let offset = 0; offset < bytes.length;) {
      while (this.#queue.length >= this.#capacity && !this.#broken) await this.#changed.wait();
      if (this.#broken) throw new SysError('EPIPE');
      const room = this.#capacity - this.#queue.length;
      this.#queue.push(bytes.slice(offset, offset + room));
      offset += room;
      this.#wake();
    }
  }

  /** No more will be written; what is there can still be read. */
  end(): void {
    this.#ended = true;
    this.#wake();
  }

  /** Drops what was written and not yet read. */
  discard(): void {
    this.#queue.clear();
    this.#wake();
  }

  /** Nobody will read any more: writers get EPIPE. */
  breakOff(): void {
    this.#broken = true;
    this.#queue.clear();
    this.#wake();
  }

  get readable(): boolean {
    return this.#queue.length > 0 || this.#ended || this.#broken;
  }

  get broken(): boolean {
    return this.#broken;
  }

  /** Bytes waiting. */
  get length(): number {
    return this.#queue.length;
  }
}
