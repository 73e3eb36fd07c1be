import { tableOf } from '../../lib/table.ts';
import type { Program } from '../../kernel/process.ts';
import { toText } from '../../lib/bytes.ts';
import { CommandFailure, runCommand } from '../support/command.ts';
import type { Options } from '../support/parse-options.ts';
import { readRange } from './read-range.ts';

/** The options that xxd spells with several letters behind one dash. */
const LONG_WORDS: Readonly<Record<string, string>> = tableOf({
  '-ps': '-p',
  '-postscript': '-p',
  '-plain': '-p',
  '-include': '-i',
  '-bits': '-b',
  '-cols': '-c',
  '-len': '-l',
  '-seek': '-s',
  '-revert': '-r',
  '-uppercase': '-u',
  '-groupsize': '-g',
});

/** xxd: bytes in hexadecimal beside text, and back with -r. @see xxd(1) */
export const xxd: Program = (proc) => {
  const words = proc.argv.slice(1).map((word) => LONG_WORDS[word] ?? word);
  const spec = { short: 'abc:eg:il:o:prs:uh', usage: '[options] [infile [outfile]]', busyboxUsage: '[-ri] [-g N] [-c N] [-l LEN] [-s OFS] [-o OFS] [FILE]\n\nHex dump FILE (or stdin)', version: 'xxd 2022-01-14 by Juergen Weigert et al.\n' };
  return runCommand(proc, spec, words, async (_, options) => {
    const count = (key: string, otherwise: number): number => (options.value(key) === undefined ? otherwise : Number(options.value(key)));
    const [name] = options.operands;
    const { bytes, good } = await readRange(proc, name === undefined ? [] : [name], { skip: count('s', 0), limit: count('l', Infinity) });
    if (!good) return 2;
    if (options.has('r')) await proc.out(revert(toText(bytes), options.has('p')));
    else if (options.has('p')) await proc.out(plain(bytes, count('c', 30)));
    else if (options.has('i')) await proc.out(include(bytes, name));
    else await proc.out(dump(bytes, options, count('c', options.has('b') ? 6 : 16), count('g', options.has('b') ? 1 : 2), count('s', 0) + count('o', 0)));
    const turn = proc.tick(bytes.length);
    if (turn) await turn;
    return 0;
  });
}; // prettier-ignore

const hex = (byte: number): string => byte.toString(16).padStart(2, '0');

function dump(bytes: Uint8Array, options: Options, columns: number, group: number, start: number): string {
  if (!(columns >= 1 && columns <= 256)) throw new CommandFailure('invalid number of columns (max. 256).');
  const show = options.has('b') ? (byte: number) => byte.toString(2).padStart(8, '0') : options.has('u') ? (byte: number) => hex(byte).toUpperCase() : hex;
  const digits = options.has('b') ? 8 : 2;
  const width = digits * columns + (group > 0 ? Math.ceil(columns / group) - 1 : 0);
  let text = '';
  for (let at = 0; at < bytes.length; at += columns) {
    const row = [...bytes.subarray(at, at + columns)];
    const cells = row.map((byte, index) => (index > 0 && group > 0 && index % group === 0 ? ' ' : '') + show(byte)).join('');
    const chars = row.map((byte) => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '.')).join('');
    text += `${(start + at).toString(16).padStart(8, '0')}: ${cells.padEnd(width)}  ${chars}\n`;
  }
  return text;
} // prettier-ignore

function plain(bytes: Uint8Array, columns: number): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += columns)
    text += `${[...bytes.subarray(at, at + columns)].map(hex).join('')}\n`;
  return text;
}

function include(bytes: Uint8Array, name: string | undefined): string {
  const rows: string[] = [];
  for (let at = 0; at < bytes.length; at += 12)
    rows.push(`  ${[...bytes.subarray(at, at + 12)].map((byte) => `0x${hex(byte)}`).join(', ')}`);
  if (name === undefined || name === '-') return `${rows.join(',\n')}\n`;
  const variable = name.replace(/[^A-Za-z0-9]/g, '_').replace(/^(?=\d)/, '__');
  return `unsigned char ${variable}[] = {\n${rows.join(',\n')}\n};\nunsigned int ${variable}_len = ${bytes.length};\n`;
}

function revert(text: string, isPlain: boolean): Uint8Array {
  const digits = isPlain
    ? text
    : text
        .split('\n')
        .map((line) => (/^[0-9a-fA-F]+:/.test(line) ? (line.slice(line.indexOf(':') + 1).trimStart().split('  ')[0] ?? '') : ''))
        .join('');
  const pairs = digits.replace(/[^0-9a-fA-F]/g, '').match(/../g) ?? [];
  return Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16));
} // prettier-ignore
