import { formatFloat } from '../system/format-printf.ts';
import { toNumber, toText, type Value } from './values.ts';

/** Formats as awk's printf. @see POSIX awk, "Output Statements" */
export function awkSprintf(format: string, values: readonly Value[], convfmt: string): string {
  const queue = [...values];
  return format.replace(
    /%([-+ #0]*)(\*|[1-9]\d*)?(?:\.(\*|\d*))?(?:hh|h|ll|l|L)?([a-zA-Z%])/g,
    (token, flags: string, width: string | undefined, dot: string | undefined, letter: string) => {
      if (letter === '%') return '%';
      const size = width === '*' ? toNumber(queue.shift()) : Number(width ?? 0);
      const precision =
        dot === undefined ? undefined : dot === '*' ? toNumber(queue.shift()) : Number(dot || 0);
      const text = convert(letter, flags, precision, queue, convfmt);
      return text === undefined
        ? token
        : pad(
            text,
            Math.abs(size),
            flags.includes('-') || size < 0,
            flags.includes('0') &&
              !'sc'.includes(letter) &&
              !('di'.includes(letter) && precision !== undefined),
          );
    },
  );
}

function convert(
  letter: string,
  flags: string,
  precision: number | undefined,
  queue: Value[],
  convfmt: string,
): string | undefined {
  if (letter === 's') return toText(queue.shift(), convfmt).slice(0, precision);
  if (letter === 'c') {
    const value = queue.shift();
    return typeof value === 'number'
      ? String.fromCodePoint(Math.max(0, Math.trunc(value)) % 0x110000)
      : ([...toText(value, convfmt)][0] ?? '');
  }
  if (/[eEfFgG]/.test(letter)) return formatFloat(letter, flags, precision ?? 6, toNumber(queue.shift()));
  if (!/[diouxX]/.test(letter)) return undefined;
  const number = toNumber(queue.shift());
  if (!Number.isFinite(number)) return formatFloat('f', flags, 0, number);
  return integer(letter, flags, precision ?? 0, BigInt(Math.trunc(number)));
}

function integer(letter: string, flags: string, precision: number, number: bigint): string {
  const signed = letter === 'd' || letter === 'i';
  const size = signed ? (number < 0n ? -number : number) : BigInt.asUintN(64, number);
  const digits = size.toString({ o: 8, x: 16, X: 16 }[letter] ?? 10).padStart(precision, '0');
  const prefix = flags.includes('#') && size !== 0n ? ({ o: '0', x: '0x', X: '0x' }[letter] ?? '') : '';
  const sign =
    signed && number < 0n
      ? '-'
      : signed && flags.includes('+')
        ? '+'
        : signed && flags.includes(' ')
          ? ' '
          : '';
  const text = sign + prefix + digits;
  return letter === 'X' ? text.toUpperCase() : text;
}

function pad(text: string, width: number, left: boolean, zero: boolean): string {
  if (left) return text.padEnd(width);
  if (!zero) return text.padStart(width);
  const sign = /^[-+ ]?(?:0[xX])?/.exec(text)?.[0] ?? '';
  return sign + text.slice(sign.length).padStart(width - sign.length, '0');
}
