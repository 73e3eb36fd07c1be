import { isSysError } from '../../../kernel/errno.ts';
import type { OpenFile } from '../../../kernel/files/open-file.ts';
import type { Process } from '../../../kernel/process.ts';
import { charWidth } from '../../../lib/text-width.ts';
import { LineReader } from '../../support/input.ts';
import type { Options } from '../../support/parse-options.ts';

/** The rows that a pager shows, read only as far as they are looked at. */
export class PagedText {
  /** What was read, cut to the width of the screen. */
  readonly rows: string[] = [];
  ended = false;
  readonly #proc: Process;
  readonly #readers: LineReader[];
  readonly #options: Options;
  readonly #columns: () => number;
  #line = 0;

  constructor(proc: Process, files: readonly OpenFile[], options: Options, columns: () => number) {
    this.#proc = proc;
    this.#readers = files.map((file) => new LineReader(proc, file));
    this.#options = options;
    this.#columns = columns;
  }

  /** Reads until there are so many rows, or to the end. A signal ends the waiting. */
  async load(count: number): Promise<void> {
    while (this.rows.length < count && !this.ended) {
      let line: string | undefined;
      try {
        line = await this.#readers[0]?.next();
      } catch (error) {
        if (isSysError(error, 'EINTR')) return;
        throw error;
      }
      if (line !== undefined) this.#add(line);
      else {
        this.#readers.shift();
        this.ended = this.#readers.length === 0;
      }
    }
  }

  /** The first row from `from` on, in a direction, that matches; undefined if there is none. */
  async find(pattern: RegExp, from: number, step: 1 | -1): Promise<number | undefined> {
    for (let at = from; at >= 0; at += step) {
      await this.load(at + 1);
      const row = this.rows[at];
      if (row === undefined) return undefined;
      if (pattern.test(row)) return at;
      const turn = this.#proc.tick(2);
      if (turn) await turn;
    }
    return undefined;
  }

  #add(line: string): void {
    this.#line++;
    const number = this.#options.has('N') ? `${String(this.#line).padStart(7)} ` : '';
    const width = Math.max(8, this.#columns());
    const pieces = wrap(number + visible(line), width);
    this.rows.push(...(this.#options.has('S') ? pieces.slice(0, 1) : pieces));
  }
}

/** Tabs as spaces, control characters as less shows them; colours stay. */
function visible(line: string): string {
  let column = 0;
  let text = '';
  for (const part of line.match(/\x1b\[[0-9;]*m|[^]/gu) ?? []) {
    if (part.length > 1 && part.startsWith('\x1b')) text += part;
    else if (part === '\t') {
      const space = 8 - (column % 8);
      text += ' '.repeat(space);
      column += space;
    } else if (part < ' ' && part !== '\r') text += `\x1b[7m^${String.fromCharCode(part.charCodeAt(0) + 64)}\x1b[27m`;
    else if (part !== '\r') {
      text += part;
      column += charWidth(part.codePointAt(0) ?? 0);
    }
  }
  return text;
} // prettier-ignore

function wrap(line: string, width: number): string[] {
  const rows = [''];
  let column = 0;
  for (const part of line.match(/\x1b\[[0-9;]*m|[^]/gu) ?? []) {
    const size = part.startsWith('\x1b[') ? 0 : charWidth(part.codePointAt(0) ?? 0);
    if (column + size > width) {
      rows.push('');
      column = 0;
    }
    rows[rows.length - 1] += part;
    column += size;
  }
  return rows;
}
