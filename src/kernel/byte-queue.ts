import { NO_BYTES } from '../lib/bytes.ts';

/** Chunks that are used up stay in the list until they are so many and at least half of it. */
const KEPT = 1024;

/** Bytes in order, taken in pieces: the inside of pipes, sockets and terminals. */
export class ByteQueue {
  #chunks: Uint8Array[] = [];
  /** The first chunk that is not used up, and how much of it is. */
  #head = 0;
  #offset = 0;
  length = 0;

  push(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#chunks.push(bytes);
    this.length += bytes.length;
  }

  /** Up to `max` bytes; empty when there are none. */
  take(max: number): Uint8Array {
    const first = this.#chunks[this.#head];
    if (!first) return NO_BYTES;
    const wanted = Math.min(max, this.length);
    if (first.length - this.#offset >= wanted) return this.#takeFrom(first, wanted);
    const result = new Uint8Array(wanted);
    for (let filled = 0; filled < wanted;) {
      const chunk = this.#chunks[this.#head] as Uint8Array;
      const piece = this.#takeFrom(chunk, Math.min(wanted - filled, chunk.length - this.#offset));
      result.set(piece, filled);
      filled += piece.length;
    }
    return result;
  }

  /** Up to `max` bytes of what was pushed first in one piece. */
  takePiece(max: number): Uint8Array {
    const first = this.#chunks[this.#head];
    return first ? this.#takeFrom(first, Math.min(max, first.length - this.#offset)) : NO_BYTES;
  }

  #takeFrom(chunk: Uint8Array, count: number): Uint8Array {
    const piece = chunk.subarray(this.#offset, this.#offset + count);
    this.#offset += count;
    this.length -= count;
    if (this.#offset === chunk.length) this.#next();
    return piece;
  }

  #next(): void {
    this.#offset = 0;
    this.#chunks[this.#head++] = NO_BYTES;
    if (this.#head === this.#chunks.length) this.#chunks = [];
    else if (this.#head > KEPT && this.#head > this.#chunks.length >> 1)
      this.#chunks = this.#chunks.slice(this.#head);
    else return;
    this.#head = 0;
  }

  clear(): void {
    this.#chunks = [];
    this.#head = this.#offset = this.length = 0;
  }
}
