import type { Process, Program } from '../../kernel/process.ts';
import { command, complain, UsageFailure } from '../support/command.ts';
import type { LineReader } from '../support/input.ts';
import type { Options } from '../support/parse-options.ts';
import { quote } from '../support/quote.ts';
import { openReaders } from './lines.ts';

/** comm: lines only in the first, only in the second, in both of two sorted files. @see POSIX comm */
export const comm: Program = command(
  {
    short: '123z',
    long: {
      'output-delimiter': 'O:', total: 'total', 'check-order': 'check', 'nocheck-order': 'nocheck', 'zero-terminated': 'z',
    },
    usage: '[OPTION]... FILE1 FILE2',
    busyboxUsage: '[-123] FILE1 FILE2\n\nCompare FILE1 with FILE2',
  },
  async (proc, options) => {
    const [first, second, extra] = options.operands;
    if (second === undefined) {
      const what = first === undefined ? 'missing operand' : `missing operand after ${quote(first)}`;
      throw new UsageFailure(proc.busybox ? '' : what);
    }
    if (extra !== undefined) throw new UsageFailure(proc.busybox ? '' : `extra operand ${quote(extra)}`);
    const end = options.has('z') ? '\0' : '\n';
    const [left, right] = await openReaders(proc, options.operands, end);
    return new Comparison(proc, options, end).run(left as LineReader, right as LineReader);
  },
); // prettier-ignore

class Comparison {
  readonly #proc: Process;
  readonly #options: Options;
  readonly #end: string;
  readonly #counts = [0, 0, 0];
  readonly #unsorted = new Set<number>();
  /** A line stood alone: from here on the order of both files matters. */
  #unpaired = false;

  constructor(proc: Process, options: Options, end: string) {
    this.#proc = proc;
    this.#options = options;
    this.#end = end;
  }

  async run(left: LineReader, right: LineReader): Promise<number> {
    let [a, b] = [await left.next(), await right.next()];
    while (a !== undefined || b !== undefined) {
      const column = a === undefined || (b !== undefined && b < a) ? 1 : b === undefined || a < b ? 0 : 2;
      if (column !== 2) this.#unpaired = true;
      await this.#show(column, (column === 1 ? b : a) ?? '');
      if (column !== 1) a = await this.#advance(0, left, a);
      if (column !== 0) b = await this.#advance(1, right, b);
    }
    if (this.#options.has('total')) await this.#proc.out(`${this.#counts.join(this.#delimiter())}${this.#delimiter()}total${this.#end}`);
    if (this.#unsorted.size === 0) return 0;
    await complain(this.#proc, 'input is not in sorted order');
    return 1;
  } // prettier-ignore

  #delimiter(): string {
    return this.#options.value('O') ?? '\t';
  }

  async #show(column: number, line: string): Promise<void> {
    this.#counts[column] = (this.#counts[column] ?? 0) + 1;
    if (this.#options.has(String(column + 1))) return;
    const before = ['1', '2'].slice(0, column).filter((key) => !this.#options.has(key)).length;
    await this.#proc.out(`${this.#delimiter().repeat(before)}${line}${this.#end}`);
  }

  async #advance(index: number, reader: LineReader, line: string | undefined): Promise<string | undefined> {
    const next = await reader.next();
    if (next === undefined || line === undefined || next >= line || this.#options.has('nocheck') || this.#proc.busybox) return next;
    if (!this.#unpaired && !this.#options.has('check')) return next;
    if (!this.#unsorted.has(index)) await complain(this.#proc, `file ${index + 1} is not in sorted order`);
    if (this.#options.has('check')) return this.#proc.exit(1);
    this.#unsorted.add(index);
    return next;
  } // prettier-ignore
}
