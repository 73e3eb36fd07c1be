/** A seeded source of numbers and names: the same seed gives the same sequence (splitmix32). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** The whole state, for a snapshot: `new Random(r.state)` continues the sequence. */
  get state(): number {
    return this.#state;
  }

  /** An unsigned 32-bit integer. */
  next(): number {
    this.#state = (this.#state + 0x9e3779b9) >>> 0;
    let z = this.#state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  }

  /** An integer from 0 up to, not including, `limit`. */
  below(limit: number): number {
    return this.next() % limit;
  }

  /** `count` random bytes. */
  bytes(count: number): Uint8Array {
    return Uint8Array.from({ length: count }, () => this.next() & 0xff);
  }

  /** `length` lower-case hexadecimal digits. */
  hex(length: number): string {
    const words: string[] = [];
    while (words.length * 8 < length) words.push(this.next().toString(16).padStart(8, '0'));
    // Joined, not added up: a sum is kept as a tree of its parts, at six times the memory.
    const text = words.join('');
    return text.length === length ? text : text.slice(0, length);
  }

  /** One element of a non-empty list. */
  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }
}
