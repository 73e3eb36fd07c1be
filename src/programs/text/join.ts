import type { Process, Program } from '../../kernel/process.ts';
import { command, CommandFailure, UsageFailure } from '../support/command.ts';
import { LineReader, openInput } from '../support/input.ts';
import type { Options } from '../support/parse-options.ts';
import { quote } from '../support/quote.ts';

interface Row {
  readonly line: string;
  readonly fields: readonly string[];
  readonly key: string;
}

/** join: lines of two sorted files that have a field in common. @see POSIX join, GNU coreutils */
export const join: Program = command(
  {
    short: 'a:e:i1:2:j:o:t:v:z',
    long: { 'ignore-case': 'i', header: 'header', 'check-order': 'check', 'nocheck-order': 'nocheck', 'zero-terminated': 'z' },
    usage: '[OPTION]... FILE1 FILE2',
  },
  async (proc, options) => {
    const [first, second, extra] = options.operands;
    if (first === undefined) throw new UsageFailure('missing operand');
    if (second === undefined) throw new UsageFailure(`missing operand after ${quote(first)}`);
    if (extra !== undefined) throw new UsageFailure(`extra operand ${quote(extra)}`);
    if (first === '-' && second === '-') throw new CommandFailure('both files cannot be standard input');
    const left = await Side.open(proc, options, first, fieldNumber(options, '1'));
    const right = await Side.open(proc, options, second, fieldNumber(options, '2'));
    return new Join(proc, options).run(left, right);
  },
); // prettier-ignore

function fieldNumber(options: Options, side: '1' | '2'): number {
  const text = options.value(side) ?? options.value('j') ?? '1';
  if (!/^[1-9]\d*$/.test(text)) throw new CommandFailure(`invalid field number: ${quote(text)}`);
  return Number(text);
}

/** One of the two files, read a group of equal keys at a time. */
class Side {
  readonly #options: Options;
  readonly #name: string;
  readonly #field: number;
  readonly #reader: LineReader;
  #next: Row | undefined;
  #number = 0;
  disorder: string | undefined;

  private constructor(options: Options, name: string, field: number, reader: LineReader) {
    this.#options = options;
    this.#name = name;
    this.#field = field;
    this.#reader = reader;
  }

  static async open(proc: Process, options: Options, name: string, field: number): Promise<Side> {
    const file = await openInput(proc, name);
    if (!file) return proc.exit(1);
    const side = new Side(options, name, field, new LineReader(proc, file, options.has('z') ? '\0' : '\n'));
    await side.#read();
    return side;
  }

  get key(): string | undefined {
    return this.#next?.key;
  }

  /** The header line, with `--header`. */
  async header(): Promise<Row | undefined> {
    const row = this.#next;
    this.#next = undefined;
    await this.#read();
    return row;
  }

  /** All lines with the key that comes next. */
  async group(): Promise<Row[]> {
    const rows: Row[] = [];
    const key = this.#next?.key;
    while (this.#next && this.#next.key === key) {
      rows.push(this.#next);
      await this.#read();
    }
    return rows;
  }

  async #read(): Promise<void> {
    const line = await this.#reader.next();
    const before = this.#next;
    this.#number++;
    this.#next = line === undefined ? undefined : this.#split(line);
    if (before && this.#next && this.#next.key < before.key && !this.#options.has('nocheck'))
      this.disorder ??= `${this.#name}:${this.#number}: is not sorted: ${this.#next.line}`;
  }

  #split(line: string): Row {
    const separator = this.#options.value('t');
    const fields = separator === undefined ? line.trim().split(/[ \t\n]+/) : line.split(separator);
    const key = fields[this.#field - 1] ?? '';
    return { line, fields: fields.filter((_, index) => index !== this.#field - 1), key: this.#options.has('i') ? key.toLowerCase() : key };
  } // prettier-ignore

  get field(): number {
    return this.#field;
  }
}

class Join {
  readonly #proc: Process;
  readonly #options: Options;
  readonly #format: string[] | undefined;

  constructor(proc: Process, options: Options) {
    this.#proc = proc;
    this.#options = options;
    const format = options.values('o');
    this.#format = format.length === 0 || format[0] === 'auto' ? undefined : format.flatMap((one) => one.split(/[, ]+/));
    const bad = this.#format?.find((one) => !/^(0|[12]\.[1-9]\d*)$/.test(one));
    if (bad !== undefined) throw new CommandFailure(`invalid file number in field spec: ${quote(bad)}`);
  } // prettier-ignore

  async run(left: Side, right: Side): Promise<number> {
    const only = this.#options.values('v');
    const shown = (side: string): boolean => only.includes(side) || this.#options.values('a').includes(side);
    if (this.#options.has('header'))
      await this.#write(await left.header(), await right.header(), left, right);
    while (left.key !== undefined || right.key !== undefined) {
      const [a, b] = [left.key, right.key];
      if (a !== undefined && a === b) {
        const [rows, others] = [await left.group(), await right.group()];
        await this.#checkAll(left, right);
        if (only.length === 0)
          for (const row of rows) for (const other of others) await this.#write(row, other, left, right);
      } else if (b === undefined || (a !== undefined && a < b)) {
        for (const row of await left.group()) if (shown('1')) await this.#write(row, undefined, left, right);
        await this.#check(left);
      } else {
        for (const row of await right.group()) if (shown('2')) await this.#write(undefined, row, left, right);
        await this.#check(right);
      }
    }
    if (!left.disorder && !right.disorder) return 0;
    await this.#proc.err('join: input is not in sorted order\n');
    return 1;
  }

  /** Looks at a pair's files too when asked to. */
  async #checkAll(left: Side, right: Side): Promise<void> {
    if (!this.#options.has('check')) return;
    await this.#check(left);
    await this.#check(right);
  }

  readonly #told = new Set<Side>();

  async #check(side: Side): Promise<void> {
    if (side.disorder === undefined || this.#told.has(side)) return;
    this.#told.add(side);
    await this.#proc.err(`join: ${side.disorder}\n`);
    if (this.#options.has('check')) this.#proc.exit(1);
  }

  async #write(a: Row | undefined, b: Row | undefined, left: Side, right: Side): Promise<void> {
    const separator = this.#options.value('t') ?? ' ';
    const empty = this.#options.value('e') ?? '';
    const key = (a ?? b)?.key ?? '';
    const all = (row: Row, side: Side): string[] => [
      ...row.fields.slice(0, side.field - 1),
      row.key,
      ...row.fields.slice(side.field - 1),
    ];
    const cell = (spec: string): string => {
      if (spec === '0') return key;
      const [row, side] = spec.startsWith('1') ? [a, left] : [b, right];
      return (row && all(row, side)[Number(spec.slice(2)) - 1]) || empty;
    };
    const cells = this.#format?.map(cell) ?? [key, ...(a?.fields ?? []), ...(b?.fields ?? [])];
    await this.#proc.out(`${cells.join(separator)}${this.#options.has('z') ? '\0' : '\n'}`);
  }
}
