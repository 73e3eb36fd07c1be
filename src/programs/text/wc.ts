import type { OpenFile } from '../../kernel/files/open-file.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { command } from '../support/command.ts';
import { eachInput, plainOpenError } from '../support/input.ts';
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
    long: { lines: 'l', words: 'w', bytes: 'c', chars: 'm', 'max-line-length': 'L' },
    usage: '[OPTION]... [FILE]...',
    busyboxUsage: '[-cmlwL] [FILE]...\n\nCount lines, words, and bytes for FILEs (or stdin)',
  },
  async (proc, options) => {
    const chosen = ORDER.filter((_, index) => options.has('lwmcL'.charAt(index)));
    const columns = chosen.length ? chosen : (['lines', 'words', 'bytes'] as const);
    const rows: [Counts, string][] = [];
    const good = await eachInput(
      proc,
      options.operands,
      async (file, name) => void rows.push([await count(proc, file), options.operands.length ? name : '']),
      plainOpenError,
    );
    const width = numberWidth(proc, options.operands, columns.length, rows);
    if (options.operands.length > 1) rows.push([rows.reduce(add, zero()), 'total']);
    for (const [counts, name] of rows) {
      const cells = columns.map((column) => String(counts[column]).padStart(width));
      await proc.out(`${cells.join(' ')}${name ? ` ${name}` : ''}\n`);
    }
    return good ? 0 : 1;
  },
);

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

/** GNU makes room for the largest byte count; 7 where it can't know; busybox 9 wherever there is more than one column. */
function numberWidth(
  proc: Process,
  operands: readonly string[],
  columns: number,
  rows: readonly [Counts, string][],
): number {
  if (proc.busybox) return columns === 1 ? 1 : 9;
  if (columns === 1 && operands.length <= 1) return 1;
  if (operands.length === 0 || operands.includes('-')) return 7;
  return String(rows.reduce(add, zero()).bytes).length;
}

async function count(proc: Process, file: OpenFile): Promise<Counts> {
  const counts = zero();
  const decoder = new TextDecoder();
  let inWord = false;
  let line = '';
  for (let bytes = await file.read(65536); bytes; bytes = await file.read(65536)) {
    counts.bytes += bytes.length;
    const text = decoder.decode(bytes, { stream: true });
    for (const char of text) {
      counts.chars++;
      if (/\s/.test(char)) inWord = false;
      else if (!inWord) {
        inWord = true;
        counts.words++;
      }
      if (char === '\n') {
        counts.lines++;
        counts.longest = Math.max(counts.longest, textWidth(line));
        line = '';
      } else line += char;
    }
    const turn = proc.tick(1 + (bytes.length >> 3));
    if (turn) await turn;
  }
  counts.longest = Math.max(counts.longest, textWidth(line));
  return counts;
}
