import type { Interpreter } from '../run/interpreter.ts';
import { quoteWithBackslashes, UNSET } from '../variables.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07', b: '\b', e: '\x1b', E: '\x1b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '\\': '\\', '"': '"', "'": "'", '?': '?',
}; // prettier-ignore

/** Backslash escapes of printf and `echo -e`. `stop` is set where `\c` ends all output. */
export function unescape(text: string, octalWithZero = false): { text: string; stop: boolean } {
  let stop = false;
  const pattern = octalWithZero
    ? /\\(?:0([0-7]{0,3})|x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})|([\s\S])|$)/g
    : /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})|([\s\S])|$)/g;
  const result = text.replace(
    pattern,
    (match, octal?: string, hex?: string, unicode?: string, char?: string) => {
      if (stop) return '';
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal || '0', 8) & 0xff);
      if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
      if (unicode !== undefined) return String.fromCharCode(Number.parseInt(unicode, 16));
      if (char === 'c') {
        stop = true;
        return '\0stop';
      }
      return char === undefined ? match : (ESCAPES[char] ?? match);
    },
  );
  const end = result.indexOf('\0stop');
  return { text: end >= 0 ? result.slice(0, end) : result, stop };
}

/** `printf format args…`, the format again while there are arguments. */
export async function printf(shell: Interpreter, words: readonly string[]): Promise<number> {
  let args = words.slice(1);
  let variable: string | undefined;
  if (args[0] === '-v') {
    variable = args[1];
    args = args.slice(2);
  }
  if (args[0] === '--') args = args.slice(1);
  const [format, ...values] = args;
  if (format === undefined) {
    await shell.proc.err(`${shell.errorPrefix()}printf: usage: printf [-v var] format [arguments]\n`);
    return 2;
  }
  const output = formatAll(format, values);
  if (variable)
    shell.state.put(variable, { ...UNSET, ...shell.state.variables.get(variable), value: output.text });
  else await shell.proc.out(output.text);
  for (const error of output.errors) await shell.complain(`printf: ${error}`);
  return output.errors.length ? 1 : 0;
}

/** The output of a printf, and what was wrong with its numbers. */
export function formatAll(format: string, values: readonly string[]): { text: string; errors: string[] } {
  const queue = [...values];
  const errors: string[] = [];
  let text = '';
  do {
    const before = queue.length;
    const once = formatOnce(format, queue, errors);
    text += once.text;
    if (once.stop || queue.length === before) break;
  } while (queue.length > 0);
  return { text, errors };
}

function formatOnce(format: string, queue: string[], errors: string[]): { text: string; stop: boolean } {
  let stop = false;
  const pattern =
    /%(%|([-+ #0]*)(\*|\d+)?(?:\.(\*|\d+)?)?([diouxXeEfgGcsbq]))|\\(?:[0-7]{1,3}|x[0-9a-fA-F]{1,2}|u[0-9a-fA-F]{1,4}|[\s\S])/g;
  const text = format.replace(
    pattern,
    (match, all?: string, flags = '', width?: string, precision?: string, conversion?: string) => {
      if (stop) return '';
      if (all === undefined) {
        const escaped = unescape(match);
        stop ||= escaped.stop;
        return escaped.text;
      }
      if (all === '%') return '%';
      const size = width === '*' ? (queue.shift() ?? '') : (width ?? '');
      const digits = precision === '*' ? (queue.shift() ?? '') : precision;
      const dotted = match.includes('.') ? Number(digits ?? 0) : undefined;
      return convert(conversion ?? 's', flags, size, dotted, queue.shift(), errors, () => (stop = true));
    },
  );
  return { text, stop };
}

function convert(
  conversion: string,
  flags: string,
  width: string,
  precision: number | undefined,
  value: string | undefined,
  errors: string[],
  halt: () => void,
): string {
  const left = flags.includes('-') || width.startsWith('-');
  const size = Math.abs(Number(width || 0));
  const pad = (text: string, zero = false): string => {
    if (left) return text.padEnd(size);
    if (!zero) return text.padStart(size);
    const sign = /^[-+ ]/.exec(text)?.[0] ?? '';
    return sign + text.slice(sign.length).padStart(size - sign.length, '0');
  };
  switch (conversion) {
    case 's':
      return pad(precision === undefined ? (value ?? '') : (value ?? '').slice(0, precision));
    case 'b': {
      const escaped = unescape(value ?? '', true);
      if (escaped.stop) halt();
      return pad(escaped.text);
    }
    case 'c':
      return pad((value ?? '').slice(0, 1));
    case 'q':
      return pad(quoteWithBackslashes(value ?? ''));
    default:
      return pad(
        formatNumber(conversion, flags, precision, value, errors),
        flags.includes('0') && (precision === undefined || 'eEfgG'.includes(conversion)),
      );
  }
}

function formatNumber(
  conversion: string,
  flags: string,
  precision: number | undefined,
  value: string | undefined,
  errors: string[],
): string {
  const sign = (negative: boolean): string =>
    negative ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
  if ('eEfgG'.includes(conversion)) {
    const number = Number(value ?? 0);
    if (Number.isNaN(number)) errors.push(`${value ?? ''}: invalid number`);
    const size = Math.abs(Number.isNaN(number) ? 0 : number);
    const text =
      conversion === 'f'
        ? size.toFixed(precision ?? 6)
        : conversion.toLowerCase() === 'e'
          ? exponent(size, precision ?? 6)
          : String(Number(size.toPrecision(precision || 6)));
    return sign(number < 0) + text;
  }
  const number = integerOf(value ?? '', errors);
  const unsigned = number < 0n ? BigInt.asUintN(64, number) : number;
  const digits = {
    o: unsigned.toString(8),
    x: unsigned.toString(16),
    X: unsigned.toString(16).toUpperCase(),
    u: unsigned.toString(),
  }[conversion];
  const prefix = flags.includes('#') ? ({ o: '0', x: '0x', X: '0X' }[conversion] ?? '') : '';
  if (digits !== undefined) return prefix + digits.padStart(precision ?? 0, '0');
  return sign(number < 0n) + (number < 0n ? -number : number).toString().padStart(precision ?? 0, '0');
}

function exponent(value: number, precision: number): string {
  return value.toExponential(precision).replace(/e([-+])(\d)$/, 'e$10$2');
}

function integerOf(text: string, errors: string[]): bigint {
  const trimmed = text.trim();
  if (trimmed === '') return 0n;
  if (/^["']/.test(trimmed)) return BigInt(trimmed.codePointAt(1) ?? 0);
  const match = /^([-+]?)(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9]\d*)/.exec(trimmed);
  if (!match || match[0].length < trimmed.length) errors.push(`${text}: invalid number`);
  if (!match) return 0n;
  const digits = match[2] ?? '0';
  const size = /^0[0-7]+$/.test(digits) ? BigInt(`0o${digits.slice(1)}`) : BigInt(digits);
  return match[1] === '-' ? -size : size;
}
