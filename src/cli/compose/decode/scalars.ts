import { formatDuration, parseDuration } from '../../../lib/go-duration.ts';
import { formatQuoted } from '../../../lib/go-format.ts';
import { isMap } from '../../yaml/yaml-value.ts';
import { amount, count, NONE, scalar } from '../../model/scalars.ts';
import type { Decoder } from '../../model/decoder.ts';
import { splitShellWords } from './shell-words.ts';

/** A number with a fraction, printed where it is not 0. */
export const fraction: Decoder = (value) => {
  const number = scalar(value);
  if (!/^[-+]?(\d+(?:\.\d*)?|\.\d+)([eE][-+]?\d+)?$/.test(number))
    throw new Error(`strconv.ParseFloat: parsing ${formatQuoted(number)}: invalid syntax`);
  return Number(number) || undefined;
};

/** `90s` → `"1m30s"`; also days and weeks. Printed also where it is 0. @see xhit/go-str2duration v2 */
export const duration: Decoder = (value) => formatDuration(durationNs(scalar(value)));

/** The same, printed where it is not 0. */
export const someDuration: Decoder = (value) => {
  const ns = durationNs(scalar(value));
  return ns === 0 ? undefined : formatDuration(ns);
};

function durationNs(given: string): number {
  const hours = { d: 24, w: 168 };
  const known = given.replace(
    /(\d+(?:\.\d*)?|\.\d+)([dw])/g,
    (_, number: string, unit: 'd' | 'w') => `${Number(number) * hours[unit]}h`,
  );
  return parseDuration(known);
}

/** `"0440"`: a text is octal, a number is what it is. */
export const fileMode: Decoder = (value) => {
  if (typeof value === 'number') return `0${value.toString(8)}`;
  const digits = scalar(value);
  if (!/^[0-7]+$/.test(digits))
    throw new Error(`strconv.ParseInt: parsing ${formatQuoted(digits)}: invalid syntax`);
  return `0${parseInt(digits, 8).toString(8)}`;
};

/** A number of devices; `all` is -1. */
export const deviceCount: Decoder = (value) => {
  if (typeof value === 'number') return value || undefined;
  const word = scalar(value);
  if (word.toLowerCase() === 'all') return -1;
  if (!/^[-+]?\d+$/.test(word))
    throw new Error(`invalid value ${formatQuoted(word)}, the only value allowed is 'all' or a number`);
  return Number(word) || undefined;
};

/** A text is split; null stays null. */
export const command: Decoder = (value) =>
  Array.isArray(value) ? value.map(scalar) : splitShellWords(scalar(value));

export const healthTest: Decoder = (value) =>
  Array.isArray(value) ? value.map(scalar) : ['CMD-SHELL', scalar(value)];

/** One number, or each of two. */
export const ulimit: Decoder = (value) => {
  if (!isMap(value)) return count(value, '', NONE);
  const both = { soft: value['soft'], hard: value['hard'] };
  return Object.fromEntries(
    Object.entries(both).flatMap(([key, limit]) => {
      const number = limit === undefined ? undefined : amount(limit, '', NONE);
      return number === undefined ? [] : [[key, number]];
    }),
  );
};
