import { unescapeText } from '../support/escapes.ts';
import { quoteIfNeeded } from '../support/quote.ts';

/** What printf writes, and what was wrong. */
export interface Formatted {
  readonly text: string;
  readonly errors: readonly string[];
  /** A conversion that there is not: nothing follows it. */
  readonly invalid?: string;
}

/** Formats values as printf(1): the format again while there are values left. @see POSIX printf */
export function formatPrintf(format: string, values: readonly string[]): Formatted {
  const queue = [...values];
  const errors: string[] = [];
  let text = '';
  for (;;) {
    const before = queue.length;
    const once = formatOnce(format, queue, errors);
    text += once.text;
    if (once.invalid !== undefined) return { text, errors, invalid: once.invalid };
    if (once.stop || queue.length === before || queue.length === 0) return { text, errors };
  }
}

function formatOnce(
  format: string,
  queue: string[],
  errors: string[],
): { text: string; stop: boolean; invalid?: string } {
  let text = '';
  for (const token of format.match(
    /%%|%[-+ #0']*(?:\*|\d+)?(?:\.(?:\*|\d*))?[^]|\\(?:[0-7]{1,3}|x[0-9a-fA-F]{1,2}|u[0-9a-fA-F]{1,4}|[^])|[^%\\]+|[^]/g,
  ) ?? []) {
    if (token === '%%') text += '%';
    else if (token.startsWith('\\')) {
      const escaped = unescapeText(token, 'printf');
      text += escaped.text;
      if (escaped.stop) return { text, stop: true };
    } else if (token.length > 1 && token.startsWith('%')) {
      if (!/[diouxXeEfFgGaAcsbq]$/.test(token)) return { text, stop: true, invalid: token };
      const converted = convert(token, queue, errors);
      text += converted.text;
      if (converted.stop) return { text, stop: true };
    } else text += token;
  }
  return { text, stop: false };
}

function convert(token: string, queue: string[], errors: string[]): { text: string; stop: boolean } {
  const [, flags = '', widthText = '', dotted, conversion = ''] =
    /^%([-+ #0']*)(\*|(?:[1-9]\d*)?)(?:\.(\*|\d*))?([a-zA-Z])$/.exec(token) ?? [];
  const width = Number(widthText === '*' ? (queue.shift() ?? 0) : widthText || 0);
  const precision =
    dotted === undefined ? undefined : Number(dotted === '*' ? (queue.shift() ?? 0) : dotted || 0);
  const value = queue.shift();
  const zero = flags.includes('0') && !'sbc'.includes(conversion);
  const escaped = conversion === 'b' ? unescapeText(value ?? '', 'echo') : undefined;
  const text = escaped ? escaped.text : body(conversion, flags, precision, value, errors);
  return { text: pad(text, width, flags.includes('-') || width < 0, zero), stop: escaped?.stop ?? false };
}

function pad(text: string, width: number, left: boolean, zero: boolean): string {
  if (left) return text.padEnd(Math.abs(width));
  if (!zero) return text.padStart(width);
  const sign = /^[-+ ]/.exec(text)?.[0] ?? '';
  return sign + text.slice(sign.length).padStart(width - sign.length, '0');
}

function body(
  conversion: string,
  flags: string,
  precision: number | undefined,
  value: string | undefined,
  errors: string[],
): string {
  switch (conversion) {
    case 's':
      return (value ?? '').slice(0, precision);
    case 'c':
      return [...(value ?? '')][0] ?? '';
    case 'q':
      return value === undefined || value === '' ? "''" : quoteIfNeeded(value);
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X':
      return integer(conversion, flags, precision, value ?? '', errors);
    default:
      return formatFloat(conversion, flags, precision, floatOf(value ?? '', errors));
  }
}

function integer(conversion: string, flags: string, precision = 0, value: string, errors: string[]): string {
  const number = integerOf(value, errors);
  const size =
    conversion === 'd' || conversion === 'i' ? (number < 0n ? -number : number) : BigInt.asUintN(64, number);
  const radix = { o: 8, x: 16, X: 16 }[conversion] ?? 10;
  const digits = size.toString(radix).padStart(precision, '0');
  const prefix = flags.includes('#') ? ({ o: '0', x: '0x', X: '0X' }[conversion] ?? '') : '';
  const sign =
    number < 0n && radix === 10 && conversion !== 'u'
      ? '-'
      : flags.includes('+')
        ? '+'
        : flags.includes(' ')
          ? ' '
          : '';
  return sign + prefix + (conversion === 'X' ? digits.toUpperCase() : digits);
}

function integerOf(text: string, errors: string[]): bigint {
  const trimmed = text.trim();
  if (trimmed === '') return 0n;
  if (/^["']/.test(trimmed)) return BigInt(trimmed.codePointAt(1) ?? 0);
  const match = /^([-+]?)(0[xX][0-9a-fA-F]+|\d+)/.exec(trimmed);
  if (!match) errors.push(`${`'${text}'`}: expected a numeric value`);
  else if (match[0].length < trimmed.length) errors.push(`'${text}': value not completely converted`);
  const digits = match?.[2] ?? '0';
  const size = /^0[0-7]+$/.test(digits) ? BigInt(`0o${digits.slice(1)}`) : BigInt(digits);
  return match?.[1] === '-' ? -size : size;
}

function floatOf(text: string, errors: string[]): number {
  if (text.trim() === '') return 0;
  const number = Number(text);
  if (!Number.isNaN(number)) return number;
  errors.push(`'${text}': expected a numeric value`);
  return Number.parseFloat(text) || 0;
}

/** A number by %e, %f or %g. */
export function formatFloat(conversion: string, flags: string, precision = 6, value: number): string {
  const sign =
    value < 0 || Object.is(value, -0) ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
  const size = Math.abs(value);
  if (!Number.isFinite(size)) return sign + (Number.isNaN(size) ? 'nan' : 'inf');
  const exponent = (text: string): string => text.replace(/e([-+])(\d)$/, 'e$10$2');
  const lower = conversion.toLowerCase();
  let text: string;
  if (lower === 'f') text = size.toFixed(Math.min(precision, 100));
  else if (lower === 'e') text = exponent(size.toExponential(precision));
  else {
    const digits = precision || 1;
    const power = size === 0 ? 0 : Number(/e([-+]\d+)$/.exec(size.toExponential(digits - 1))?.[1] ?? 0);
    const raw =
      power < -4 || power >= digits
        ? size.toExponential(digits - 1)
        : size.toFixed(Math.max(0, digits - 1 - power));
    text = exponent(flags.includes('#') || !raw.includes('.') ? raw : raw.replace(/\.?0+(?=e|$)/, ''));
  }
  return sign + (conversion === lower ? text : text.toUpperCase());
}
