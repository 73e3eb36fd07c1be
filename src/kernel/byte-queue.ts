/** Bytes in order, taken in pieces: the inside of pipes, sockets and terminals. */
export class ByteQueue {
  #chunks: Uint8Array[] = [];
  #offset = 0;
  length = 0;

  push(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#chunks.push(bytes);
    this.length += bytes.length;
  }

  /** Up to `max` bytes; empty when there are none. */
  take(max: number): Uint8Array {
    const first = this.#chunks[0];
    if (!first) return new Uint8Array(0);
    const wanted = Math.min(max, this.length);
    if (first.length - this.#offset >= wanted) return this.#takeFrom(first, wanted);
    const result = new Uint8Array(wanted);
    for (let filled = 0; filled < wanted;) {
      const chunk = this.#chunks[0] as Uint8Array;
      const piece = this.#takeFrom(chunk, Math.min(wanted - filled, chunk.length - this.#offset));
      result.set(piece, filled);
      filled += piece.length;
    }
    return result;
  }

  /** Up to `max` bytes of what was pushed first in one piece. */
  takePiece(max: number): Uint8Array {
    const first = this.#chunks[0];
    return first ? this.#takeFrom(first, Math.min(max, first.length - this.#offset)) : new Uint8Array(0);
  }

  #takeFrom(chunk: Uint8Array, count: number): Uint8Array {
    const piece = chunk.subarray(this.#offset, this.#offset + count);
    this.#offset += count;
    this.length -= count;
    if (this.#offset === chunk.length) {
      this.#chunks.shift();
      this.#offset = 0;
    }
    return piece;
  }

  clear(): void {
    this.#chunks = [];
    this.#offset = 0;
    this.length = 0;
  }
}
