/** Pairs of a choice in a program and a place in a text; grows with the places that are reached. */
export class VisitedSet {
  readonly #choices: number;
  readonly #from: number;
  #bits: Uint32Array = new Uint32Array(8);
  #keys: Set<string> | undefined;

  /** For choices numbered below `choices` and places from `from` on. */
  constructor(choices: number, from: number) {
    this.#choices = choices;
    this.#from = from;
  }

  /** Adds a pair. True if it was there. */
  add(choice: number, at: number): boolean {
    const bit = (at - this.#from) * this.#choices + choice;
    const word = Math.floor(bit / 32);
    if (word >= this.#bits.length) this.#grow(word);
    const mask = 1 << (bit % 32);
    const before = this.#bits[word] as number;
    this.#bits[word] = before | mask;
    return (before & mask) !== 0;
  }

  /** The same, where the groups' positions count too. */
  addWith(choice: number, at: number, positions: readonly number[]): boolean {
    this.#keys ??= new Set();
    const key = `${choice} ${at} ${positions.slice(2).join(' ')}`;
    if (this.#keys.has(key)) return true;
    this.#keys.add(key);
    if (this.#keys.size > 1_000_000) throw new RangeError('regular expression: out of memory');
    return false;
  }

  #grow(word: number): void {
    const bigger = new Uint32Array(Math.max(word + 1, this.#bits.length * 2));
    bigger.set(this.#bits);
    this.#bits = bigger;
  }
}
