import { tableOf } from '../../lib/table.ts';
import type { Program } from '../../kernel/process.ts';
import { command, CommandFailure } from '../support/command.ts';
import { quotedOpenError } from '../support/input.ts';
import { quote } from '../support/quote.ts';
import { parseByteCount } from '../support/units.ts';
import { charName } from './hexdump.ts';
import { readRange, writeRows } from './read-range.ts';

interface Format {
  readonly size: number;
  /** Columns a value takes, with the space before it. */
  readonly width: number;
  readonly show: (value: bigint) => string;
  readonly text: boolean;
}

const OLD: Readonly<Record<string, string>> = tableOf({
  b: 'o1',
  c: 'c',
  d: 'u2',
  o: 'o2',
  x: 'x2',
  s: 'd2',
  i: 'd4',
  l: 'd8',
  a: 'a',
  f: 'fF',
});
const SIZES: Readonly<Record<string, number>> = tableOf({ C: 1, S: 2, I: 4, L: 8 });
const NAMES =
  'nul soh stx etx eot enq ack bel bs ht nl vt ff cr so si dle dc1 dc2 dc3 dc4 nak syn etb can em sub esc fs gs rs us sp'.split(
    ' ',
  );

/** od: a file in octal, or as -t, -c, -x … ask. Simplified: no floating point. @see POSIX od */
export const od: Program = command(
  {
    short: 'A:t:abcdfilosxN:j:vw::S:',
    long: { 'address-radix': 'A:', format: 't:', 'read-bytes': 'N:', 'skip-bytes': 'j:', 'output-duplicates': 'v', width: 'w?' },
    usage: '[OPTION]... [FILE]...',
    busyboxUsage: '[-abcdfhilovxs] [-t TYPE] [-A RADIX] [-N SIZE] [-j SKIP] [-S MINSTR] [-w WIDTH] [FILE]...\n\nPrint FILEs (or stdin) unambiguously, as octal bytes by default',
  },
  async (proc, options) => {
    const formats = options.given.flatMap(([key, value]) => (key === 't' ? parseFormats(value ?? '') : OLD[key] !== undefined ? parseFormats(OLD[key]) : []));
    if (formats.length === 0) formats.push(...parseFormats('o2'));
    const count = (key: string): number | undefined => {
      const text = options.value(key);
      if (text === undefined) return undefined;
      const value = /^0x/i.test(text) ? Number(text) : parseByteCount(text);
      if (value === undefined) throw new CommandFailure(`invalid -${key} argument ${quote(text)}`);
      return value;
    };
    const [skip, limit] = [count('j') ?? 0, count('N') ?? Infinity];
    const { bytes, good } = await readRange(proc, options.operands, { skip, limit, wording: quotedOpenError });
    const radix = options.value('A') ?? 'o';
    const width = options.has('w') ? Number(options.value('w') ?? 32) : 16;
    const block = Math.max(...formats.map((format) => format.size));
    const cell = Math.max(...formats.map((format) => (format.width * block) / format.size));
    const row = (part: Uint8Array, at: number): string =>
      formats.map((format, index) => `${index === 0 ? address(at + skip, radix) : ' '.repeat(address(0, radix).length)}${formatRow(part, format, width, cell, block)}\n`).join('');
    await writeRows(proc, bytes, { width, all: options.has('v'), row });
    if (radix !== 'n' && (good || bytes.length > 0)) await proc.out(`${address(bytes.length + skip, radix)}\n`);
    return good ? 0 : 1;
  },
); // prettier-ignore

function address(at: number, radix: string): string {
  if (radix === 'n') return '';
  return at.toString({ o: 8, d: 10, x: 16 }[radix] ?? 8).padStart(radix === 'x' ? 6 : 7, '0');
}

function parseFormats(text: string): Format[] {
  const found = [...text.matchAll(/([acdfoux])([CSILFD]|\d+)?(z?)/g)];
  if (found.map(([one]) => one).join('') !== text || text === '')
    throw new CommandFailure(`invalid character '${text.charAt(0)}' in type string ${quote(text)}`);
  return found.map(([, kind = '', sized = '', z]) => ({ ...formatOf(kind, sized), text: z === 'z' }));
}

function formatOf(kind: string, sized: string): Omit<Format, 'text'> {
  if (kind === 'c') return { size: 1, width: 4, show: (value) => charName(Number(value)) };
  if (kind === 'a') return { size: 1, width: 4, show: (value) => namedChar(Number(value) & 127) };
  const size = SIZES[sized] ?? (sized === '' ? 4 : Number(sized));
  if (kind === 'f' || ![1, 2, 4, 8].includes(size)) throw new CommandFailure(`invalid type string ${quote(kind + sized)};\nthis system doesn't provide a ${sized}-byte ${kind === 'f' ? 'floating point' : 'integral'} type`);
  const bits = size * 8;
  const digits = { x: size * 2, o: Math.ceil(bits / 3), u: String(2n ** BigInt(bits) - 1n).length, d: String(2n ** BigInt(bits - 1)).length + 1 }[kind] ?? 0;
  const show = (value: bigint): string => {
    if (kind === 'x') return value.toString(16).padStart(digits, '0');
    if (kind === 'o') return value.toString(8).padStart(digits, '0');
    return String(kind === 'd' ? BigInt.asIntN(bits, value) : value);
  };
  return { size, width: digits + 1, show };
} // prettier-ignore

function namedChar(byte: number): string {
  return NAMES[byte] ?? (byte === 127 ? 'del' : String.fromCharCode(byte));
}

/** Values of one row; each column is as wide as the widest format needs, so that several line up. */
function formatRow(part: Uint8Array, format: Format, width: number, cell: number, block: number): string {
  let text = '';
  const perBlock = block / format.size;
  for (let at = 0; at < part.length; at += format.size) {
    let value = 0n;
    for (let index = format.size - 1; index >= 0; index--)
      value = (value << 8n) | BigInt(part[at + index] ?? 0);
    text += format.show(value).padStart(Math.floor(cell / perBlock));
  }
  if (!format.text) return text;
  const chars = [...part]
    .map((byte) => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '.'))
    .join('');
  return `${text.padEnd((width / format.size) * Math.floor(cell / perBlock))}  >${chars}<`;
}
