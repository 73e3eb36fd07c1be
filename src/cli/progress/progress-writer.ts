import type { OpenFile } from '../../kernel/files/open-file.ts';
import { toBytes } from '../../lib/bytes.ts';
import { progressBar } from './progress-bar.ts';

/** What is said of one thing: on a terminal the last word stays, in a line of its own; without an `id` it is a line for good. */
export interface ProgressLine {
  readonly id: string;
  readonly text: string;
  /** How far it is: a bar on wide terminals; elsewhere such lines are left out. */
  readonly bar?: { readonly current: number; readonly total: number };
  /** Said for good, also on a terminal. */
  readonly final?: boolean;
}

/** Shows progress: on a terminal each id has its row, redrawn; elsewhere every change is a line. @see moby v28 pkg/jsonmessage DisplayJSONMessagesStream */
export class ProgressWriter {
  readonly #out: OpenFile | undefined;
  readonly #rows = new Map<string, number>();

  /** Without `out` nothing is shown. */
  constructor(out: OpenFile | undefined) {
    this.#out = out;
  }

  async write(lines: readonly ProgressLine[]): Promise<void> {
    const text = lines.map((line) => this.#format(line)).join('');
    if (text !== '') await this.#out?.write(toBytes(text));
  }

  #format(line: ProgressLine): string {
    const columns = this.#out?.tty?.getSize().columns;
    const said = line.id === '' ? line.text : `${line.id}: ${line.text}`;
    if (columns === undefined) return line.bar ? '' : `${said}\n`;
    if (line.id === '' || line.final) {
      this.#rows.clear();
      return `${said}\n`;
    }
    const bar = line.bar ? progressBar(line.bar.current, line.bar.total, columns) : '';
    return this.#redraw(line.id, `${said} ${bar}`);
  }

  /** Goes up to the row of an id, draws it anew and comes back. */
  #redraw(id: string, text: string): string {
    let row = this.#rows.get(id);
    let start = '';
    if (row === undefined) {
      row = this.#rows.size;
      this.#rows.set(id, row);
      start = '\n';
    }
    const up = this.#rows.size - row;
    return `${start}\x1b[${up}A\x1b[2K\r${text}\r\x1b[${up}B`;
  }
}
