import { tableOf } from '../../lib/table.ts';
import type { Program } from '../../kernel/process.ts';
import { command, CommandFailure } from '../support/command.ts';
import { unescapeText } from '../support/escapes.ts';
import { quotedOpenError, bareOpenError } from '../support/input.ts';
import { parseByteCount } from '../support/units.ts';
import { readRange, writeRows } from './read-range.ts';

/** How a row shows: what stands for a byte or a word, and in how many columns all of them stand. */
const FORMATS: Readonly<Record<string, { size: 1 | 2; width: number; show: (value: number) => string }>> =
  tableOf({
    '': { size: 2, width: 5, show: (value) => ` ${hex(value, 4)}` },
    x: { size: 2, width: 8, show: (value) => `    ${hex(value, 4)}` },
    d: { size: 2, width: 8, show: (value) => `   ${String(value).padStart(5, '0')}` },
    o: { size: 2, width: 8, show: (value) => `  ${value.toString(8).padStart(6, '0')}` },
    b: { size: 1, width: 4, show: (value) => ` ${value.toString(8).padStart(3, '0')}` },
    c: { size: 1, width: 4, show: (value) => charName(value).padStart(4) },
  });

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

const ESCAPES: Readonly<Record<number, string>> = {
  0: '\\0',
  7: '\\a',
  8: '\\b',
  9: '\\t',
  10: '\\n',
  11: '\\v',
  12: '\\f',
  13: '\\r',
};

/** A byte as `od -c` and `hexdump -c` show it. */
export function charName(byte: number): string {
  if (ESCAPES[byte] !== undefined) return ESCAPES[byte];
  return byte >= 32 && byte < 127 ? String.fromCharCode(byte) : byte.toString(8).padStart(3, '0');
}

/** hexdump, hd: words in hexadecimal; -C and others; -e for formats of single items. @see hexdump(1) */
export const hexdump: Program = command(
  {
    short: 'Cn:s:vcxbdoe:',
    long: { canonical: 'C', length: 'n:', skip: 's:', 'no-squeezing': 'v', 'one-byte-octal': 'b', 'one-byte-char': 'c', 'two-bytes-hex': 'x', 'two-bytes-decimal': 'd', 'two-bytes-octal': 'o' },
    usage: '[options] <file>...',
    busyboxUsage: '[-bcdoxCv] [-e FMT] [-f FMT_FILE] [-n LENGTH] [-s SKIP] [FILE]...\n\nDisplay FILEs (or stdin) in a user specified format',
    version: 'hexdump from util-linux 2.38.1\n',
  },
  async (proc, options) => {
    const skip = parseByteCount(options.value('s') ?? '0') ?? 0;
    const limit = options.value('n') === undefined ? Infinity : (parseByteCount(options.value('n') ?? '') ?? 0);
    const { bytes, good } = await readRange(proc, options.operands, { skip, limit, wording: proc.busybox ? quotedOpenError : bareOpenError });
    const format = options.value('e');
    if (format !== undefined) await proc.out(applyFormat(format, bytes));
    else {
      const canonical = options.has('C');
      const digits = canonical ? 8 : 7;
      const kind = options.last('x', 'd', 'o', 'b', 'c') ?? '';
      const row = (part: Uint8Array, at: number): string => `${hex(at + skip, digits)}${canonical ? canonicalRow(part) : plainRow(part, kind)}\n`;
      await writeRows(proc, bytes, { width: 16, all: options.has('v'), row });
      if (bytes.length > 0) await proc.out(`${hex(bytes.length + skip, digits)}\n`);
    }
    return good ? 0 : 1;
  },
); // prettier-ignore

function canonicalRow(row: Uint8Array): string {
  const cells = Array.from({ length: 16 }, (_, index) => {
    const byte = row[index];
    return ` ${byte === undefined ? '  ' : hex(byte, 2)}`;
  });
  const text = [...row].map((byte) => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '.')).join('');
  return ` ${cells.slice(0, 8).join('')} ${cells.slice(8).join('')}  |${text}|`;
}

function plainRow(row: Uint8Array, kind: string): string {
  const { size, width, show } = FORMATS[kind] as (typeof FORMATS)[string];
  let text = '';
  for (let at = 0; at < row.length; at += size)
    text += show(size === 1 ? (row[at] ?? 0) : (row[at] ?? 0) | ((row[at + 1] ?? 0) << 8));
  return text.padEnd((16 / size) * width);
}

/** `-e '4/1 "%02x" "\n"'`: items over and over. Simplified: %x %X %d %u %o %c %_p of 1, 2 or 4 bytes and texts. */
function applyFormat(format: string, bytes: Uint8Array): string {
  const items = [...format.matchAll(/(?:(\d+)?\/(\d+)?\s*|(\d+)\s+)?"((?:[^"\\]|\\.)*)"/g)].map(([, count, size, only, text = '']) => ({
    count: Number(count ?? only ?? 1),
    size: Number(size ?? 0),
    text: unescapeText(text, 'printf').text,
  }));
  if (items.length === 0) throw new CommandFailure(`bad format {${format}}`);
  if (!items.some(({ text }) => /%(?!%)/.test(text))) return items.map(({ text }) => text).join('');
  let [result, at] = ['', 0];
  while (at < bytes.length) {
    for (const { count, size, text } of items) {
      for (let done = 0; done < count && at <= bytes.length; done++) {
        if (!/%(?!%)/.test(text)) result += at < bytes.length || done === 0 ? text : '';
        else if (at < bytes.length) {
          const width = size || (/%_?[cp]/.test(text) ? 1 : 4);
          result += formatItem(text, bytes.subarray(at, at + width));
          at += width;
        }
      }
    }
  }
  return result;
} // prettier-ignore

function formatItem(text: string, part: Uint8Array): string {
  const value = part.reduceRight((sum, byte) => sum * 256 + byte, 0);
  return text.replace(/%([-0]?)(\d*)(_p|[xXdiuoc])/g, (_, flag: string, width: string, kind: string) => {
    const shown =
      kind === 'c' || kind === '_p'
        ? kind === '_p' && (value < 32 || value > 126) ? '.' : String.fromCharCode(value)
        : value.toString({ x: 16, X: 16, o: 8 }[kind] ?? 10);
    const padded = flag === '-' ? shown.padEnd(Number(width)) : shown.padStart(Number(width), flag === '0' ? '0' : ' ');
    return kind === 'X' ? padded.toUpperCase() : padded;
  });
} // prettier-ignore
