import { tableOf } from './table.ts';

const NAMED: Readonly<Record<string, string>> = tableOf({
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '"': '\\"',
  '\\': '\\\\',
});

/** A text in double quotes as Go's `%q` writes it. @see Go strconv.Quote */
export function formatQuoted(text: string): string {
  let result = '';
  for (const char of text) result += NAMED[char] ?? quoteRune(char);
  return `"${result}"`;
}

function quoteRune(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x20 || code === 0x7f) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (char === ' ' || /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u.test(char)) return char;
  const hex = code.toString(16);
  return code > 0xffff ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`;
}

/**
 * A number with that many significant digits as Go's `%.Ng` writes it: no trailing zeros, an exponent of at least two
 * digits where it is below -4 or not below the precision. @see Go strconv.FormatFloat
 */
export function formatGeneral(value: number, precision: number): string {
  const [mantissa = '0', power = '0'] = value.toExponential(precision - 1).split('e');
  const exponent = Number(power);
  if (exponent < -4 || exponent >= precision) {
    const sign = exponent < 0 ? '-' : '+';
    return `${trimZeros(mantissa)}e${sign}${String(Math.abs(exponent)).padStart(2, '0')}`;
  }
  return trimZeros(value.toFixed(precision - 1 - exponent));
}

function trimZeros(digits: string): string {
  return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
}
