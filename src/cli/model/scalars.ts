import { formatQuoted } from '../../lib/go-format.ts';
import { parseBinarySize } from '../../lib/human-size.ts';
import { goText, type YamlValue } from '../yaml/yaml-value.ts';
import { toBoolean } from './casts.ts';
import type { Decoder } from './decoder.ts';

/** Texts that are empty are not printed. */
export const text: Decoder = (value) => scalar(value) || undefined;

/** Also printed where it is false. */
export const flag: Decoder = (value) => (typeof value === 'boolean' ? value : boolean(scalar(value)));

/** Printed where it is true. */
export const mark: Decoder = (value) => (flag(value, '', NONE) === true ? true : undefined);

/** Also printed where it is 0. */
export const count: Decoder = (value) => {
  if (typeof value === 'number') return Math.trunc(value);
  const number = scalar(value);
  if (/^[-+]?\d+$/.test(number)) return Number(number);
  throw new Error(`strconv.ParseInt: parsing ${formatQuoted(number)}: invalid syntax`);
};

/** Printed where it is not 0. */
export const amount: Decoder = (value) => count(value, '', NONE) || undefined;

/** `10m` → `"10485760"`. */
export const bytes: Decoder = (value) => {
  const size = typeof value === 'number' ? Math.trunc(value) : parseBinarySize(scalar(value));
  return size === 0 ? undefined : String(size);
};

/** For what can't be wrong. */
export const NONE = { add: () => undefined, text: () => undefined } as unknown as Parameters<Decoder>[2];

/** @throws Error */
function boolean(word: string): boolean {
  return toBoolean(word, () => undefined) as boolean;
}

/** A scalar as a text. */
export function scalar(value: YamlValue): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : goText(value);
}
