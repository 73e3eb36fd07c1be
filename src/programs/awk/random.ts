/** rand() and srand(): the same seed gives the same numbers. */
export class AwkRandom {
  #seed: number;
  #state: number;

  constructor(seed: number) {
    this.#seed = seed;
    this.#state = seed >>> 0;
  }

  /** @returns the seed until now */
  seed(seed: number): number {
    const before = this.#seed;
    this.#seed = seed;
    this.#state = seed >>> 0;
    return before;
  }

  /** From 0 up to but not 1. @see mulberry32 by Tommy Ettinger (public domain) */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}
