import type { OpenFile } from '../../kernel/files/open-file.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { toBytes } from '../../lib/bytes.ts';
import { command, CommandFailure } from '../support/command.ts';
import { LineReader, openInput, readAllBytes } from '../support/input.ts';
import type { Options } from '../support/parse-options.ts';
import { quote } from '../support/quote.ts';
import { parseByteCount } from '../support/units.ts';

/** split: cuts a file into pieces `xaa`, `xab`, … of so many lines or bytes. @see POSIX split */
export const split: Program = command(
  {
    short: 'a:b:l:d',
    long: {
      'suffix-length': 'a:',
      bytes: 'b:',
      lines: 'l:',
      'numeric-suffixes': 'd',
      'additional-suffix': 'additional-suffix:',
    },
    usage: '[OPTION]... [FILE [PREFIX]]',
    busyboxUsage: '[OPTIONS] [INPUT [PREFIX]]',
  },
  async (proc, options) => {
    const [name = '-', prefix = 'x', extra] = options.operands;
    if (extra !== undefined) throw new CommandFailure(`extra operand ${quote(extra)}`);
    const [lines, bytes] = [amount(options, 'l', 'lines') ?? 1000, amount(options, 'b', 'bytes')];
    const input = await openInput(proc, name);
    if (!input) return 1;
    const names = new PieceNames(options, prefix);
    if (bytes !== undefined) await byBytes(proc, input, bytes, names);
    else await byLines(proc, input, lines, names);
    if (name !== '-') input.release();
    return 0;
  },
);

function amount(options: Options, key: string, what: string): number | undefined {
  const text = options.value(key);
  if (text === undefined) return undefined;
  const count = parseByteCount(text);
  if (!count) throw new CommandFailure(`invalid number of ${what}: ${quote(text)}`);
  return count;
}

class PieceNames {
  readonly #prefix: string;
  readonly #length: number;
  readonly #digits: string;
  readonly #ending: string;
  #count = 0;

  constructor(options: Options, prefix: string) {
    this.#prefix = prefix;
    this.#length = Number(options.value('a') ?? 2);
    this.#digits = options.has('d') ? '0123456789' : 'abcdefghijklmnopqrstuvwxyz';
    this.#ending = options.value('additional-suffix') ?? '';
  }

  next(): string {
    let [suffix, rest] = ['', this.#count++];
    for (let place = 0; place < this.#length; place++) {
      suffix = this.#digits.charAt(rest % this.#digits.length) + suffix;
      rest = Math.floor(rest / this.#digits.length);
    }
    if (rest > 0) throw new CommandFailure('output file suffixes exhausted');
    return this.#prefix + suffix + this.#ending;
  }
}

async function byBytes(proc: Process, input: OpenFile, size: number, names: PieceNames): Promise<void> {
  const all = await readAllBytes(proc, input);
  for (let at = 0; at < all.length; at += size) {
    proc.files.writeFile(names.next(), all.subarray(at, at + size));
    const turn = proc.tick(10);
    if (turn) await turn;
  }
}

async function byLines(proc: Process, input: OpenFile, size: number, names: PieceNames): Promise<void> {
  const reader = new LineReader(proc, input);
  let piece: string[] = [];
  const flush = (): void => {
    if (piece.length > 0) proc.files.writeFile(names.next(), toBytes(piece.join('')));
    piece = [];
  };
  for (let line = await reader.next(); line !== undefined; line = await reader.next()) {
    piece.push(reader.terminated ? `${line}\n` : line);
    if (piece.length === size) flush();
  }
  flush();
}
