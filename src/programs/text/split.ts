import type { OpenFile } from '../../kernel/files/open-file.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { toBytes } from '../../lib/bytes.ts';
import { command, CommandFailure, UsageFailure } from '../support/command.ts';
import {
  LineReader,
  openInput,
  quotedOpenError,
  readAllBytes,
  type OpenErrorText,
} from '../support/input.ts';
import type { Options } from '../support/parse-options.ts';
import { quote } from '../support/quote.ts';
import { parseByteCount } from '../support/units.ts';

const openError: OpenErrorText = (proc, path, error) =>
  proc.busybox
    ? quotedOpenError(proc, path, error)
    : `cannot open ${quote(path)} for reading: ${error.message}`;

/** split: cuts a file into pieces `xaa`, `xab`, … of so many lines or bytes. @see POSIX split */
export const split: Program = command(
  {
    short: 'a:b:l:dn:C:x0::1::2::3::4::5::6::7::8::9::',
    long: {
      'suffix-length': 'a:',
      bytes: 'b:',
      lines: 'l:',
      'numeric-suffixes': 'd',
      'additional-suffix': 'additional-suffix:',
      number: 'n:',
      verbose: 'verbose',
      'elide-empty-files': 'e',
      'hex-suffixes': 'x',
    },
    usage: '[OPTION]... [FILE [PREFIX]]',
    busyboxUsage: '[OPTIONS] [INPUT [PREFIX]]',
  },
  async (proc, options) => {
    const [name = '-', prefix = 'x', extra] = options.operands;
    if (extra !== undefined) throw new UsageFailure(proc.busybox ? '' : `extra operand ${quote(extra)}`);
    const bytes = amount(options, 'b', 'bytes');
    const chunks = options.value('n');
    if (chunks !== undefined && !/^(l\/)?[1-9]\d*$/.test(chunks))
      throw new CommandFailure(`invalid number of chunks: ${quote(chunks)}`);
    const old = options.given.find(([key]) => /^\d$/.test(key));
    const lines = old ? Number(old[0] + (old[1] ?? '')) : (amount(options, 'l', 'lines') ?? 1000);
    const input = await openInput(proc, name, openError);
    if (!input) return 1;
    const pieces = new Pieces(proc, options, prefix);
    if (chunks !== undefined) await byChunks(proc, input, chunks, pieces);
    else if (bytes !== undefined) await byBytes(proc, input, bytes, pieces);
    else await byLines(proc, input, lines, pieces);
    if (name !== '-') input.release();
    return 0;
  },
);

function amount(options: Options, key: string, what: string): number | undefined {
  const text = options.value(key);
  if (text === undefined) return undefined;
  const count = parseByteCount(text);
  if (!count) {
    const why = count === 0 ? ': Numerical result out of range' : '';
    throw new CommandFailure(`invalid number of ${what}: ${quote(text)}${why}`);
  }
  return count;
}

class Pieces {
  readonly #proc: Process;
  readonly #verbose: boolean;
  readonly #prefix: string;
  readonly #length: number;
  readonly #digits: string;
  readonly #ending: string;
  #count = 0;

  constructor(proc: Process, options: Options, prefix: string) {
    this.#proc = proc;
    this.#verbose = options.has('verbose');
    this.#prefix = prefix;
    this.#length = Number(options.value('a') ?? 2);
    this.#digits = options.has('d', 'x')
      ? options.has('x')
        ? '0123456789abcdef'
        : '0123456789'
      : 'abcdefghijklmnopqrstuvwxyz';
    this.#ending = options.value('additional-suffix') ?? '';
  }

  async write(content: Uint8Array): Promise<void> {
    const name = this.#next();
    if (this.#verbose) await this.#proc.out(`creating file ${quote(name)}\n`);
    this.#proc.files.writeFile(name, content);
    const turn = this.#proc.tick(10 + (content.length >> 6));
    if (turn) await turn;
  }

  #next(): string {
    let [suffix, rest] = ['', this.#count++];
    for (let place = 0; place < this.#length; place++) {
      suffix = this.#digits.charAt(rest % this.#digits.length) + suffix;
      rest = Math.floor(rest / this.#digits.length);
    }
    if (rest > 0) throw new CommandFailure('output file suffixes exhausted');
    return this.#prefix + suffix + this.#ending;
  }
}

async function byBytes(proc: Process, input: OpenFile, size: number, pieces: Pieces): Promise<void> {
  const all = await readAllBytes(proc, input);
  for (let at = 0; at < all.length; at += size) await pieces.write(all.subarray(at, at + size));
}

/** `-n 3` equal parts, `-n l/3` without cutting a line. */
async function byChunks(proc: Process, input: OpenFile, chunks: string, pieces: Pieces): Promise<void> {
  const all = await readAllBytes(proc, input);
  const count = Number(chunks.replace('l/', ''));
  let from = 0;
  for (let index = 1; index <= count; index++) {
    let to = index === count ? all.length : Math.max(from, Math.floor(all.length / count) * index);
    if (chunks.startsWith('l/') && to > from && index < count) {
      const end = all.indexOf(10, to - 1);
      to = end < 0 ? all.length : end + 1;
    }
    await pieces.write(all.subarray(from, to));
    from = to;
  }
}

async function byLines(proc: Process, input: OpenFile, size: number, pieces: Pieces): Promise<void> {
  const reader = new LineReader(proc, input);
  let lines: string[] = [];
  for (let line = await reader.next(); line !== undefined; line = await reader.next()) {
    lines.push(reader.terminated ? `${line}\n` : line);
    if (lines.length < size) continue;
    await pieces.write(toBytes(lines.join('')));
    lines = [];
  }
  if (lines.length > 0) await pieces.write(toBytes(lines.join('')));
}
