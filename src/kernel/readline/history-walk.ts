/** Goes through the lines of the history; what was changed on the way, and the line begun, are kept. */
export class HistoryWalk {
  readonly #lines: readonly string[];
  readonly #changed = new Map<number, string>();
  /** Index of the line that shows; after the last one is the line begun. */
  #at: number;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
    this.#at = lines.length;
  }

  get at(): number {
    return this.#at;
  }

  /** Leaves `current` for the line at `index`; undefined where there is none. */
  go(index: number, current: string): string | undefined {
    if (index < 0 || index > this.#lines.length || index === this.#at) return undefined;
    this.#changed.set(this.#at, current);
    this.#at = index;
    return this.#changed.get(index) ?? this.#lines[index] ?? '';
  }

  /** Index of the nearest line before `before` that contains the text; -1 where there is none. */
  find(text: string, before: number): number {
    for (let index = before - 1; index >= 0; index--) if (this.#lines[index]?.includes(text)) return index;
    return -1;
  }

  /** The last word of the line that many lines back. */
  lastArgument(back: number): string | undefined {
    return /(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*')+(?=\s*$)/.exec(this.#lines.at(-back) ?? '')?.[0];
  }
}
