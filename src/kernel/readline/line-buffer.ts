/** The line that is being edited: characters and a cursor between them. */
export class LineBuffer {
  chars: string[] = [];
  cursor = 0;
  /** What Ctrl-K, Ctrl-U and Ctrl-W took, for Ctrl-Y. */
  killed = '';

  get text(): string {
    return this.chars.join('');
  }

  set text(text: string) {
    this.chars = [...text];
    this.cursor = this.chars.length;
  }

  insert(text: string): void {
    const added = [...text];
    this.chars.splice(this.cursor, 0, ...added);
    this.cursor += added.length;
  }

  move(by: number): void {
    this.cursor = Math.max(0, Math.min(this.chars.length, this.cursor + by));
  }

  moveTo(position: number): void {
    this.cursor = Math.max(0, Math.min(this.chars.length, position));
  }

  /** Removes from the cursor to `position`, either way. */
  deleteTo(position: number, keep = false): void {
    const [from, to] = [Math.min(position, this.cursor), Math.max(position, this.cursor)];
    const removed = this.chars.splice(Math.max(0, from), to - Math.max(0, from)).join('');
    this.cursor = Math.max(0, from);
    if (keep && removed) this.killed = removed;
  }

  /** Where the word before the cursor begins. `blank`: words end only at blanks (Ctrl-W). */
  wordStart(blank = false): number {
    const inside = (char: string | undefined): boolean =>
      char !== undefined && (blank ? char !== ' ' : /[\p{L}\p{N}_]/u.test(char));
    let at = this.cursor;
    while (at > 0 && !inside(this.chars[at - 1])) at--;
    while (at > 0 && inside(this.chars[at - 1])) at--;
    return at;
  }

  wordEnd(): number {
    const inside = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}_]/u.test(char);
    let at = this.cursor;
    while (at < this.chars.length && !inside(this.chars[at])) at++;
    while (at < this.chars.length && inside(this.chars[at])) at++;
    return at;
  }

  transpose(): void {
    const at = Math.min(this.cursor, this.chars.length - 1);
    const [a, b] = [this.chars[at - 1], this.chars[at]];
    if (a === undefined || b === undefined) return;
    this.chars.splice(at - 1, 2, b, a);
    this.cursor = at + 1;
  }
}
