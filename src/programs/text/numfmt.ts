import type { Program } from '../../kernel/process.ts';
import { command, CommandFailure } from '../support/command.ts';
import { LineReader } from '../support/input.ts';
import type { Options } from '../support/parse-options.ts';
import { quote } from '../support/quote.ts';

const UNITS = 'KMGTPEZY';

/** numfmt: numbers to and from forms like 1.5K. @see GNU coreutils numfmt */
export const numfmt: Program = command(
  {
    short: 'd:z',
    long: {
      from: 'from:', to: 'to:', suffix: 'suffix:', padding: 'padding:', field: 'field:', delimiter: 'd:', round: 'round:', header: 'header?',
      'from-unit': 'from-unit:', 'to-unit': 'to-unit:', grouping: 'grouping', invalid: 'invalid:',
    },
    usage: '[OPTION]... [NUMBER]...',
  },
  async (proc, options) => {
    for (const number of options.operands) await proc.out(`${convert(number, options)}\n`);
    if (options.operands.length > 0) return 0;
    const reader = new LineReader(proc, proc.stdin);
    let header = options.has('header') ? Number(options.value('header') ?? 1) : 0;
    for (let line = await reader.next(); line !== undefined; line = await reader.next())
      await proc.out(`${header-- > 0 ? line : convertField(line, options)}\n`);
    return 0;
  },
); // prettier-ignore

function convertField(line: string, options: Options): string {
  const delimiter = options.value('d');
  const parts = delimiter === undefined ? (line.match(/\s*\S+/g) ?? []) : line.split(delimiter);
  const field = Number(options.value('field') ?? 1);
  return parts
    .map((part, index) => {
      if (index !== field - 1) return part;
      const blanks = /^\s*/.exec(part)?.[0] ?? '';
      const text = convert(part.trim(), options);
      return index === 0 || delimiter !== undefined ? blanks + text : ` ${text.padStart(part.length - 1)}`;
    })
    .join(delimiter ?? '');
}

function convert(text: string, options: Options): string {
  const suffix = options.value('suffix') ?? '';
  const bare = suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text;
  const value = (parse(bare, options.value('from') ?? 'none', text) * Number(options.value('from-unit') ?? 1)) / Number(options.value('to-unit') ?? 1);
  const shown = format(value, options.value('to') ?? 'none', bare, options.value('round') ?? 'from-zero') + suffix;
  const padding = Number(options.value('padding') ?? 0);
  return padding < 0 ? shown.padEnd(-padding) : shown.padStart(padding);
} // prettier-ignore

function parse(text: string, scale: string, whole: string): number {
  const match = /^(-?\d+(?:\.\d*)?)([KMGTPEZYk]?)(i?)$/.exec(text);
  if (!match) throw new CommandFailure(`invalid number: ${quote(whole)}`, 2);
  const [, digits, unit = '', i] = match;
  if (unit === '') return Number(digits);
  if (scale === 'none') throw new CommandFailure(`rejecting suffix in input: ${quote(whole)} (consider using --from)`, 2);
  const base = scale === 'iec' || scale === 'iec-i' || (scale === 'auto' && i === 'i') ? 1024 : 1000;
  return Number(digits) * base ** (UNITS.indexOf(unit.toUpperCase()) + 1);
} // prettier-ignore

function format(value: number, scale: string, text: string, round: string): string {
  const rounding = { up: Math.ceil, down: Math.floor, 'towards-zero': Math.trunc, nearest: Math.round, 'from-zero': (x: number) => Math.sign(x) * Math.ceil(Math.abs(x) - 1e-9) }[round] ?? Math.ceil;
  if (scale === 'none') return Number.isInteger(value) ? String(value) : value.toFixed((text.split('.')[1] ?? '').replace(/\D.*/, '').length);
  const base = scale === 'si' ? 1000 : 1024;
  let [size, unit] = [value, 0];
  while (Math.abs(size) >= base && unit < UNITS.length) {
    size /= base;
    unit++;
  }
  const tenths = rounding(size * 10) / 10;
  if (unit === 0) return String(rounding(size));
  if (Math.abs(tenths) >= base) return format(tenths * base ** unit, scale, text, round);
  const shown = Math.abs(tenths) < 10 ? tenths.toFixed(1) : String(rounding(size));
  return `${shown}${UNITS.charAt(unit - 1)}${scale === 'iec-i' ? 'i' : ''}`;
} // prettier-ignore
