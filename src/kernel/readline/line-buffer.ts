import { charWidth } from '../../lib/text-width.ts';

const isWordPart = (char: string): boolean => /[\p{L}\p{N}_]/u.test(char);
const isMark = (char: string): boolean => char >= '\u0300' && charWidth(char.codePointAt(0) ?? 0) === 0;
const isNoBlank = (char: string): boolean => !/\s/.test(char);

/** The line that is being edited: code points and a cursor between them. */
export class LineBuffer {
  chars: string[] = [];
  cursor = 0;
  /** What the last kills took, for Ctrl-Y. */
  killed: string;
  readonly #undo: { chars: string[]; cursor: number }[] = [];
  /** What the last key did: typing on is undone at once, killing on adds to what was killed. */
  #last: 'type' | 'kill' | 'other' = 'other';

  constructor(killed = '') {
    this.killed = killed;
  }

  get text(): string {
    return this.chars.join('');
  }

  get before(): string {
    return this.chars.slice(0, this.cursor).join('');
  }

  /** Another line, with nothing to undo. */
  set text(text: string) {
    this.chars = [...text];
    this.cursor = this.chars.length;
    this.#undo.length = 0;
    this.#last = 'other';
  }

  /** Text that was typed, key by key, is undone in one. */
  insert(text: string, typed = false): void {
    if (!typed || this.#last !== 'type') this.#remember();
    this.#last = typed ? 'type' : 'other';
    const added = [...text];
    this.chars.splice(this.cursor, 0, ...added);
    this.cursor += added.length;
  }

  /** One character left or right, with the marks that combine with it. */
  step(by: -1 | 1): number {
    let at = this.cursor + by;
    while (at > 0 && at < this.chars.length && isMark(this.chars[at] as string)) at += by;
    return at;
  }

  moveTo(position: number): void {
    this.cursor = Math.max(0, Math.min(this.chars.length, position));
    this.#last = 'other';
  }

  /** Removes from the cursor to `position`, either way. */
  deleteTo(position: number): string {
    const from = Math.max(0, Math.min(position, this.cursor));
    const to = Math.min(this.chars.length, Math.max(position, this.cursor));
    if (from === to) return '';
    this.#remember();
    this.#last = 'other';
    this.cursor = from;
    return this.chars.splice(from, to - from).join('');
  }

  /** Removes as `deleteTo`, for Ctrl-Y. */
  kill(position: number): void {
    const [goesOn, backwards] = [this.#last === 'kill', position < this.cursor];
    const removed = this.deleteTo(position);
    if (removed === '') return;
    this.killed = !goesOn ? removed : backwards ? removed + this.killed : this.killed + removed;
    this.#last = 'kill';
  }

  #remember(): void {
    this.#undo.push({ chars: [...this.chars], cursor: this.cursor });
  }

  undo(): void {
    const before = this.#undo.pop();
    if (before) Object.assign(this, before);
    this.#last = 'other';
  }

  /** Where the word before the cursor begins. `blank`: words end only at blanks (Ctrl-W). */
  wordStart(blank = false): number {
    const inside = blank ? isNoBlank : isWordPart;
    let at = this.cursor;
    while (at > 0 && !inside(this.chars[at - 1] as string)) at--;
    while (at > 0 && inside(this.chars[at - 1] as string)) at--;
    return at;
  }

  wordEnd(): number {
    let at = this.cursor;
    while (at < this.chars.length && !isWordPart(this.chars[at] as string)) at++;
    while (at < this.chars.length && isWordPart(this.chars[at] as string)) at++;
    return at;
  }

  transpose(): void {
    const at = Math.min(this.cursor, this.chars.length - 1);
    const [a, b] = [this.chars[at - 1], this.chars[at]];
    if (a === undefined || b === undefined) return;
    this.#remember();
    this.chars.splice(at - 1, 2, b, a);
    this.moveTo(at + 1);
  }
}
