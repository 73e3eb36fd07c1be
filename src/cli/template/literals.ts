import { tableOf } from '../../lib/table.ts';

const ESCAPES: Readonly<Record<string, string>> = tableOf({ a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '\\': '\\', "'": "'", '"': '"' }); // prettier-ignore

/** The value of a Go string in double or back quotes. @see Go strconv.Unquote */
export function readString(text: string): string {
  const inner = text.slice(1, -1);
  return text.startsWith('`') ? inner.replaceAll('\r', '') : unescape(inner);
}

function unescape(text: string): string {
  return text.replace(
    /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{3})|(.))/g,
    (_, byte: string | undefined, short: string | undefined, long: string | undefined, octal: string | undefined, char: string) => {
      const hex = byte ?? short ?? long;
      if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
      return octal === undefined ? (ESCAPES[char] ?? char) : String.fromCodePoint(parseInt(octal, 8));
    },
  ); // prettier-ignore
}

/** The value of a number or of a character in single quotes. */
export function readNumber(text: string): number {
  if (text.startsWith("'")) return unescape(text.slice(1, -1)).codePointAt(0) ?? 0;
  const digits = text.replaceAll('_', '');
  return /^[+-]/.test(digits) ? (digits.startsWith('-') ? -1 : 1) * Number(digits.slice(1)) : Number(digits);
}
