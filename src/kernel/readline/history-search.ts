import type { HistoryWalk } from './history-walk.ts';
import type { Key } from './keys.ts';

/** Ctrl-R: the newest earlier line that contains what is typed. */
export class HistorySearch {
  readonly #walk: HistoryWalk;
  readonly #line: (index: number) => string;
  #query = '';
  #failed = false;
  /** Index of the line found so far. */
  #found: number;
  readonly #lastQuery: string;

  constructor(walk: HistoryWalk, line: (index: number) => string, lastQuery: string) {
    this.#walk = walk;
    this.#line = line;
    this.#found = walk.at;
    this.#lastQuery = lastQuery;
  }

  /** True where the key belongs to the search. */
  take(key: Key): boolean {
    if (key.kind === 'text') {
      this.#query += key.text;
      this.#look(this.#found + 1);
    } else if (key.kind === 'paste') return false;
    else if (key.name === 'backspace') {
      this.#query = [...this.#query].slice(0, -1).join('');
      this.#look(this.#walk.at);
    } else if (key.name === 'search') {
      const again = this.#query !== '';
      if (!again) this.#query = this.#lastQuery;
      this.#look(again ? this.#found : this.#walk.at);
    } else return false;
    return true;
  }

  #look(before: number): void {
    if (this.#query === '') return;
    const index = this.#walk.find(this.#query, Math.min(before, this.#walk.at));
    this.#failed = index < 0;
    if (index >= 0) this.#found = index;
  }

  get query(): string {
    return this.#query;
  }

  /** Index of the line that shows. */
  get found(): number {
    return this.#found;
  }

  get prompt(): string {
    return `(${this.#failed ? 'failed ' : ''}reverse-i-search)\`${this.#query}': `;
  }

  /** The line found, and how much of it stands before the cursor. */
  get shown(): [line: string, before: string] {
    const line = this.#line(this.#found);
    const at = this.#query === '' ? -1 : line.indexOf(this.#query);
    return [line, at < 0 ? line : line.slice(0, at)];
  }
}
