import type { OpenFile } from '../../kernel/files/open-file.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { TextStream } from '../../lib/bytes.ts';
import { isSysError } from '../../kernel/errno.ts';
import { command, CommandFailure, UsageFailure } from '../support/command.ts';
import { eachInput, plainOpenError, readAllText } from '../support/input.ts';
import type { Options } from '../support/parse-options.ts';
import { quote } from '../support/quote.ts';
import { textWidth } from '../../lib/text-width.ts';

interface Counts {
  lines: number;
  words: number;
  chars: number;
  bytes: number;
  longest: number;
}

const ORDER = ['lines', 'words', 'chars', 'bytes', 'longest'] as const;

/** wc: counts lines, words, characters, bytes. @see POSIX wc, GNU coreutils */
export const wc: Program = command(
  {
    short: 'lwcmL',
    long: {
      lines: 'l',
      words: 'w',
      bytes: 'c',
      chars: 'm',
      'max-line-length': 'L',
      'files0-from': 'files0-from:',
      total: 'total:',
    },
    usage: '[OPTION]... [FILE]...',
    busyboxUsage: '[-cmlwL] [FILE]...\n\nCount lines, words, and bytes for FILEs (or stdin)',
  },
  async (proc, options) => {
    const chosen = ORDER.filter((_, index) => options.has('lwmcL'.charAt(index)));
    const columns = chosen.length ? chosen : (['lines', 'words', 'bytes'] as const);
    const operands = await namesOf(proc, options);
    const rows: [Counts, string][] = [];
    const good = await eachInput(
      proc,
      operands,
      async (file, name) => {
        const counts = zero();
        // A directory opens and can't be read: GNU wc still gives it a row.
        if (!proc.busybox) rows.push([counts, operands.length ? name : '']);
        Object.assign(counts, await count(proc, file, columns));
        if (proc.busybox) rows.push([counts, operands.length ? name : '']);
      },
      plainOpenError,
    );
    const width = numberWidth(proc, operands, columns.length);
    const when = options.value('total') ?? 'auto';
    const sum = rows.reduce(add, zero());
    if (when === 'only') rows.splice(0, rows.length, [sum, '']);
    else if (when === 'always' || (when !== 'never' && operands.length > 1)) rows.push([sum, 'total']);
    for (const [counts, name] of rows) {
      const cells = columns.map((column) => String(counts[column]).padStart(when === 'only' ? 1 : width));
      await proc.out(`${cells.join(' ')}${name ? ` ${name}` : ''}\n`);
    }
    return good ? 0 : 1;
  },
);

/** The operands, or the names that a file lists with NULs between them. */
async function namesOf(proc: Process, options: Options): Promise<readonly string[]> {
  const list = options.value('files0-from');
  if (list === undefined) return options.operands;
  const [extra] = options.operands;
  if (extra !== undefined)
    throw new UsageFailure(
      `extra operand ${quote(extra)}\nfile operands cannot be combined with --files0-from`,
    );
  try {
    const text = list === '-' ? await readAllText(proc, proc.stdin) : proc.files.readText(list);
    const names = text.replace(/\0$/, '').split('\0');
    if (text !== '' && names.every((name) => name !== '')) return names;
    throw new CommandFailure(`${list}:1: invalid zero-length file name`);
  } catch (error) {
    if (!isSysError(error)) throw error;
    throw new CommandFailure(`cannot open ${quote(list)} for reading: ${error.message}`);
  }
}

function zero(): Counts {
  return { lines: 0, words: 0, chars: 0, bytes: 0, longest: 0 };
}

function add(sum: Counts, [one]: [Counts, string]): Counts {
  return {
    lines: sum.lines + one.lines,
    words: sum.words + one.words,
    chars: sum.chars + one.chars,
    bytes: sum.bytes + one.bytes,
    longest: Math.max(sum.longest, one.longest),
  };
}

/** GNU makes room for the sizes that the files have; 7 where it can't know; busybox 9 wherever there is more than one column. */
function numberWidth(proc: Process, operands: readonly string[], columns: number): number {
  if (proc.busybox) return columns === 1 ? 1 : 9;
  if (columns === 1 && operands.length <= 1) return 1;
  const stats = operands.map((name) => (name === '-' ? proc.stdin.stat() : proc.files.statIfAny(name)));
  if (operands.length === 0) stats.push(proc.stdin.stat());
  const regular = stats.filter((stat) => stat?.type === 'file');
  const least = stats.some((stat) => stat && stat.type !== 'file') ? 7 : 1;
  const total = regular.reduce((sum, stat) => sum + (stat?.size ?? 0), 0);
  return Math.max(least, String(total).length);
}

/** Only looks at what is asked for: characters and widths need the text, the rest its bytes. */
async function count(proc: Process, file: OpenFile, columns: readonly (keyof Counts)[]): Promise<Counts> {
  const counts = zero();
  const wanted = new Set(columns);
  const state = { inWord: false, column: 0 };
  const stream = new TextStream();
  for (let bytes = await file.read(PIECE); bytes; bytes = await file.read(PIECE)) {
    counts.bytes += bytes.length;
    if (wanted.has('lines')) counts.lines += countLines(bytes);
    if (wanted.has('words')) countWords(bytes, counts, state);
    if (wanted.has('chars')) counts.chars += countChars(bytes);
    if (wanted.has('longest')) measure(stream.decode(bytes), counts, state);
    const turn = proc.tick(1 + (bytes.length >> (wanted.has('words') || wanted.has('longest') ? 3 : 10)));
    if (turn) await turn;
  }
  counts.longest = Math.max(counts.longest, state.column);
  return counts;
}

const PIECE = 256 * 1024;

function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++;
  return lines;
}

function countWords(bytes: Uint8Array, counts: Counts, state: { inWord: boolean }): void {
  for (const byte of bytes) {
    const blank = byte === 32 || (byte >= 9 && byte <= 13);
    if (!blank && !state.inWord) counts.words++;
    state.inWord = !blank;
  }
}

/** Every byte that does not continue a character. */
function countChars(bytes: Uint8Array): number {
  let chars = 0;
  for (const byte of bytes) if ((byte & 0xc0) !== 0x80) chars++;
  return chars;
}

function measure(text: string, counts: Counts, state: { column: number }): void {
  for (const char of text) {
    if (char === '\n' || char === '\r' || char === '\f') {
      counts.longest = Math.max(counts.longest, state.column);
      state.column = 0;
    } else state.column += char === '\t' ? 8 - (state.column % 8) : textWidth(char);
  }
}
