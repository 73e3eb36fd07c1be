import type { YamlValue } from './yaml-value.ts';

const CONSTANTS: ReadonlyMap<string, YamlValue> = new Map<string, YamlValue>([
  ...['', '~', 'null', 'Null', 'NULL'].map((text) => [text, null] as const),
  ...['true', 'True', 'TRUE'].map((text) => [text, true] as const),
  ...['false', 'False', 'FALSE'].map((text) => [text, false] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((text) => [text, Infinity] as const),
  ...['-.inf', '-.Inf', '-.INF'].map((text) => [text, -Infinity] as const),
  ...['.nan', '.NaN', '.NAN'].map((text) => [text, NaN] as const),
]);

const FLOAT = /^[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$/;

/**
 * What a plain scalar is: `0400` is octal, `yes` a text, `1_000` a number.
 * Simplified: what looks like a date stays a text; the real library makes a time of it.
 * @see go-yaml/yaml v3 resolve.go
 */
export function resolveScalar(text: string): string | number | boolean | null {
  const constant = CONSTANTS.get(text);
  if (constant !== undefined) return constant as number | boolean | null;
  if (!/^[-+.\d]/.test(text)) return text;
  const plain = text.replaceAll('_', '');
  const integer = parseInteger(plain);
  if (integer !== undefined) return integer;
  return FLOAT.test(plain) ? Number(plain) : text;
}

/** @see Go strconv.ParseInt with base 0 */
function parseInteger(text: string): number | undefined {
  const [, sign, digits = ''] = /^([-+]?)(.*)$/s.exec(text) ?? [];
  if (!/^(0[xX][\da-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9]\d*)$/.test(digits)) return undefined;
  const value = Number(digits.replace(/^0(?=[0-7])/, '0o'));
  return sign === '-' ? -value : value;
}
