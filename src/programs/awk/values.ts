import { formatFloat } from '../system/format-printf.ts';

/** Text from input that looks like a number compares as one. */
export class NumericText {
  readonly text: string;
  readonly number: number;

  constructor(text: string, number: number) {
    this.text = text;
    this.number = number;
  }
}

/** A scalar; undefined is a variable that was never set: "" and 0. */
export type Value = number | string | NumericText | undefined;

/** An associative array. */
export type AwkArray = Map<string, Value>;

const NUMBER_PREFIX = /^\s*[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?/;
const WHOLE_NUMBER = /^\s*[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?\s*$/;

/** A field, a line or an operand as a value. */
export function fromInput(text: string): Value {
  return WHOLE_NUMBER.test(text) ? new NumericText(text, Number(text)) : text;
}

export function toNumber(value: Value): number {
  if (typeof value === 'number') return value;
  if (value === undefined) return 0;
  if (value instanceof NumericText) return value.number;
  return Number(NUMBER_PREFIX.exec(value)?.[0] ?? 0);
}

/** @param format CONVFMT, or OFMT for print */
export function toText(value: Value, format: string): string {
  if (typeof value === 'string') return value;
  if (value === undefined) return '';
  if (value instanceof NumericText) return value.text;
  return numberToText(value, format);
}

function numberToText(value: number, format: string): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e16) return String(value === 0 ? 0 : value);
  const match = /^%([-+ #0]*)(?:[1-9]\d*)?(?:\.(\d+))?([efgEFG])$/.exec(format);
  return formatFloat(match?.[3] ?? 'g', match?.[1] ?? '', Number(match?.[2] ?? 6), value);
}

export function toBoolean(value: Value): boolean {
  if (typeof value === 'number') return value !== 0;
  if (value instanceof NumericText) return value.number !== 0;
  return value !== undefined && value !== '';
}

/** Negative, 0 or positive: by number where both sides are or look like numbers, otherwise by text. */
export function compareValues(left: Value, right: Value, format: string): number {
  if (typeof left !== 'string' && typeof right !== 'string') return toNumber(left) - toNumber(right);
  const [a, b] = [toText(left, format), toText(right, format)];
  return a < b ? -1 : a > b ? 1 : 0;
}
