/** The lines of a file being edited, with a cursor. Columns count characters. */
export class TextBuffer {
  row = 0;
  column = 0;
  modified = false;
  #lines: string[][];
  #past: { lines: string[][]; row: number; column: number }[] = [];

  constructor(text: string) {
    const body = text.endsWith('\n') ? text.slice(0, -1) : text;
    this.#lines = body.split('\n').map((line) => [...line]);
  }

  get count(): number {
    return this.#lines.length;
  }

  get text(): string {
    const text = this.#lines.map((line) => line.join('')).join('\n');
    return text === '' ? '' : `${text}\n`;
  }

  line(row: number): string {
    return this.#lines[row]?.join('') ?? '';
  }

  /** The line the cursor is in, as characters. */
  get current(): readonly string[] {
    return this.#lines[this.row] ?? [];
  }

  /** Remembers how it is now, to come back to. */
  mark(): void {
    this.#past.push({ lines: this.#lines.map((line) => [...line]), row: this.row, column: this.column });
    if (this.#past.length > 100) this.#past.shift();
  }

  undo(): boolean {
    const before = this.#past.pop();
    if (!before) return false;
    this.#lines = before.lines;
    this.moveTo(before.row, before.column);
    this.modified = true;
    return true;
  }

  /** `last` lets the cursor stand behind the last character. */
  moveTo(row: number, column: number, last = true): void {
    this.row = Math.min(this.count - 1, Math.max(0, row));
    this.column = Math.min(Math.max(0, this.current.length - (last ? 0 : 1)), Math.max(0, column));
  }

  insert(text: string): void {
    this.modified = true;
    for (const char of text) {
      if (char !== '\n') {
        this.#lines[this.row]?.splice(this.column, 0, char);
        this.column++;
        continue;
      }
      const rest = this.#lines[this.row]?.splice(this.column) ?? [];
      this.#lines.splice(this.row + 1, 0, rest);
      this.moveTo(this.row + 1, 0);
    }
  }

  /** Takes the character under the cursor, or joins the next line. */
  delete(): string {
    const line = this.#lines[this.row] ?? [];
    if (this.column < line.length) {
      this.modified = true;
      return line.splice(this.column, 1)[0] ?? '';
    }
    const next = this.#lines[this.row + 1];
    if (!next) return '';
    this.modified = true;
    line.push(...next);
    this.#lines.splice(this.row + 1, 1);
    return '\n';
  }

  backspace(): void {
    if (this.row === 0 && this.column === 0) return;
    if (this.column > 0) this.column--;
    else this.moveTo(this.row - 1, Infinity);
    this.delete();
  }

  /** Takes whole lines out. */
  cutLines(from: number, count: number): string[] {
    this.modified = true;
    const cut = this.#lines.splice(from, count).map((line) => line.join(''));
    if (this.#lines.length === 0) this.#lines.push([]);
    this.moveTo(from, 0);
    return cut;
  }

  putLines(row: number, lines: readonly string[]): void {
    this.modified = true;
    this.#lines.splice(row, 0, ...lines.map((line) => [...line]));
    this.moveTo(row, 0);
  }

  /** Where a text is next, going round at the end. */
  find(text: string, step: 1 | -1): { row: number; column: number } | undefined {
    for (let away = 0; away <= this.count; away++) {
      const row = (((this.row + step * away) % this.count) + this.count) % this.count;
      const line = this.line(row);
      const from = away > 0 ? (step > 0 ? 0 : Infinity) : this.column + step;
      if (from < 0) continue;
      const at = step > 0 ? line.indexOf(text, from) : line.lastIndexOf(text, from);
      if (at >= 0) return { row, column: [...line.slice(0, at)].length };
    }
    return undefined;
  }
}
