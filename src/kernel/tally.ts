/** Bytes that are held of a limited whole: by a machine, or by all machines of a world, which is the parent. */
export class Tally {
  readonly #limitBytes: number;
  readonly #parent: Tally | undefined;
  #bytes = 0;
  #isClosed = false;

  constructor(limitBytes: number, parent?: Tally) {
    this.#limitBytes = limitBytes;
    this.#parent = parent;
  }

  /** Whether so many more may be held, here and above. */
  fits(bytes: number): boolean {
    return this.#bytes + bytes <= this.#limitBytes && (this.#parent?.fits(bytes) ?? true);
  }

  /** Holds so many more, or fewer (negative). */
  add(bytes: number): void {
    if (this.#isClosed) return;
    this.#bytes += bytes;
    this.#parent?.add(bytes);
  }

  /** Whoever held it is gone; what is still given back was given back by this. */
  close(): void {
    this.add(-this.#bytes);
    this.#isClosed = true;
  }
}
