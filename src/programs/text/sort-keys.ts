import { compareVersions } from '../support/compare-versions.ts';
import type { Options } from '../support/parse-options.ts';

/** Compares two lines. */
export type LineOrder = (a: string, b: string) => number;

interface Key {
  readonly from: readonly [field: number, char: number];
  readonly to: readonly [field: number, char: number] | undefined;
  readonly flags: string;
}

/** `2,2nr`, `1.3` …, or what is wrong with it. @see POSIX sort */
export function parseKey(text: string): Key | string {
  const match = /^(\d+)(?:\.(\d+))?([bdfghinMRrV]*)(?:,(\d+)(?:\.(\d+))?([bdfghinMRrV]*))?(.*)$/s.exec(text);
  if (!match) return `invalid number at field start: invalid count at start of '${text}'`;
  const [, field, char, flags = '', endField, endChar, endFlags = '', rest = ''] = match;
  if (Number(field) === 0) return `field number is zero: invalid field specification '${text}'`;
  if (char !== undefined && Number(char) === 0)
    return `character offset is zero: invalid field specification '${text}'`;
  if (rest.startsWith(',')) return `invalid number after ',': invalid count at start of '${rest.slice(1)}'`;
  if (rest !== '') return `stray character in field spec: invalid field specification '${text}'`;
  return {
    from: [Number(field), Number(char ?? 1)],
    to: endField === undefined ? undefined : [Number(endField), Number(endChar ?? 0)],
    flags: flags + endFlags,
  };
}

/** The order that the options ask for. */
export function lineOrder(options: Options, keys: readonly Key[]): LineOrder {
  const global = 'bdfghinMRrV'
    .split('')
    .filter((flag) => options.has(flag))
    .join('');
  const separator = options.value('t');
  const orders = keys.map((key) => {
    const flags = key.flags || global;
    const order = flagOrder(flags);
    return (a: string, b: string): number =>
      order(keyOf(a, key, separator, flags), keyOf(b, key, separator, flags));
  });
  if (orders.length === 0) orders.push(flagOrder(global));
  const last: LineOrder =
    options.has('s') || (options.has('u') && true)
      ? () => 0
      : (a, b) => plain(a, b) * (options.has('r') ? -1 : 1);
  return (a, b) => {
    for (const order of orders) {
      const result = order(a, b);
      if (result !== 0) return result;
    }
    return last(a, b);
  };
}

function plain(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function flagOrder(flags: string): LineOrder {
  const sign = flags.includes('r') ? -1 : 1;
  const trim = flags.includes('b') ? (text: string) => text.trimStart() : (text: string) => text;
  const fold = (text: string): string => {
    let result = trim(text);
    if (flags.includes('f')) result = result.toUpperCase();
    if (flags.includes('d')) result = result.replace(/[^\sA-Za-z0-9]/g, '');
    return flags.includes('i') ? result.replace(/[\x00-\x1f\x7f]/g, '') : result;
  };
  const value = numericValue(flags);
  if (value) return (a, b) => (value(a) - value(b)) * sign;
  if (flags.includes('V')) return (a, b) => compareVersions(fold(a), fold(b)) * sign;
  return (a, b) => plain(fold(a), fold(b)) * sign;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

function numericValue(flags: string): ((text: string) => number) | undefined {
  if (flags.includes('n')) return (text) => Number(/^\s*(-?\d*\.?\d*)/.exec(text)?.[1] ?? 0) || 0;
  if (flags.includes('g')) return (text) => Number.parseFloat(text) || 0;
  if (flags.includes('M')) return (text) => MONTHS.indexOf(text.trim().slice(0, 3).toUpperCase());
  if (flags.includes('h')) {
    return (text) => {
      const match = /^\s*(-?\d*\.?\d+)([KkMGTPE]?)/.exec(text);
      return match
        ? Number(match[1]) * 1024 ** ('KMGTPE'.indexOf((match[2] ?? '').toUpperCase() || '-') + 1)
        : 0;
    };
  }
  return undefined;
}

function keyOf(line: string, { from, to }: Key, separator: string | undefined, flags: string): string {
  const start = offsetOf(line, from[0], from[1] - 1, separator, flags.includes('b'));
  if (!to) return line.slice(start);
  const end =
    to[1] === 0
      ? offsetOf(line, to[0] + 1, 0, separator, false, true)
      : offsetOf(line, to[0], to[1], separator, flags.includes('b'));
  return line.slice(start, Math.max(start, end));
}

/** Where a field (from 1) begins; without a separator a field includes the blanks before it. `end` leaves the separator out. */
function offsetOf(
  line: string,
  field: number,
  char: number,
  separator: string | undefined,
  skipBlanks: boolean,
  end = false,
): number {
  let at = 0;
  for (let index = 1; index < field; index++) {
    if (separator !== undefined) {
      const next = line.indexOf(separator, at);
      if (next < 0) return line.length;
      at = next + 1;
      if (end && index === field - 1) return next;
    } else {
      const match = /^\s*\S+/.exec(line.slice(at));
      at += match ? match[0].length : line.length;
    }
  }
  if (skipBlanks) at += /^\s*/.exec(line.slice(at))?.[0].length ?? 0;
  return Math.min(line.length, at + char);
}
