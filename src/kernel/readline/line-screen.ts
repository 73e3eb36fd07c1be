import { charWidth } from '../../lib/text-width.ts';

interface Place {
  readonly row: number;
  readonly column: number;
}

/** Draws a prompt and the line after it over as many rows as they take, and knows where it left the cursor. */
export class LineScreen {
  readonly #write: (text: string) => void | Promise<void>;
  readonly #columns: () => number;
  /** Row of the cursor below the prompt's first row, as last drawn. */
  #row = 0;
  /** Column in which the prompt begins: output before it may have ended without a newline. */
  #start: number;

  constructor(write: (text: string) => void | Promise<void>, columns: () => number, start: number) {
    this.#write = write;
    this.#columns = columns;
    this.#start = start;
  }

  /** Draws anew from the prompt's first row, with the cursor after `before` of the line. */
  async draw(prompt: string, line: string, before: string): Promise<Place> {
    const columns = Math.max(8, this.#columns());
    const start = Math.min(this.#start, columns - 1);
    const shown = layOut(visible(prompt), { row: 0, column: start }, columns);
    const text = layOut(line, shown.end, columns);
    const cursor = onScreen(layOut(before, shown.end, columns).end, columns);
    const end = onScreen(text.end, columns);
    const back = end.row - cursor.row;
    const out = [
      this.#row > 0 ? `\x1b[${this.#row}A` : '',
      start > 0 ? `\r\x1b[${start}C` : '\r',
      `\x1b[J${unmark(prompt)}${text.output}`,
      // A full row leaves the cursor on it until something follows.
      text.end.column === columns ? ' \r' : '',
      back > 0 ? `\x1b[${back}A` : '',
      cursor.column > 0 ? `\r\x1b[${cursor.column}C` : '\r',
    ];
    this.#row = cursor.row;
    await this.#write(out.join(''));
    return end;
  }

  /** What is written next stands at the first column; the next drawing begins there. */
  forget(): void {
    this.#row = 0;
    this.#start = 0;
  }
}

const MARKED = /\x01[^\x02]*\x02?/g;
const ESCAPE = /\x1b(?:\[[0-9;?]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[^[\]])/g;

/** The part of a prompt that takes columns; `\[ … \]` come as the marks 1 and 2. */
function visible(prompt: string): string {
  return prompt.replace(MARKED, '').replace(ESCAPE, '');
}

function unmark(prompt: string): string {
  return prompt.replace(/[\x01\x02]/g, '');
}

/** How the text is written from a place on, and where it ends: in column `columns` where it just fills its row. */
function layOut(text: string, { row, column }: Place, columns: number): { output: string; end: Place } {
  let output = '';
  for (const char of text) {
    if (char === '\n') {
      output += '\r\n';
      [row, column] = [row + 1, 0];
      continue;
    }
    const shown = char === '\t' ? ' '.repeat(8 - (column % 8)) : shownAs(char);
    for (const part of shown) {
      const width = charWidth(part.codePointAt(0) ?? 0);
      if (column + width > columns) [row, column] = [row + 1, 0];
      column += width;
    }
    output += shown;
  }
  return { output, end: { row, column } };
}

/** A control character as `^X`. */
function shownAs(char: string): string {
  const code = char.charCodeAt(0);
  return code < 32 || code === 127 ? `^${String.fromCharCode(code ^ 64)}` : char;
}

function onScreen({ row, column }: Place, columns: number): Place {
  return column === columns ? { row: row + 1, column: 0 } : { row, column };
}
