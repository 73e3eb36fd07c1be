import { quoteWithBackslashes } from '../variables.ts';
import { fail, print, raise, usage, type Builtin } from './builtin.ts';
import type { Interpreter } from '../run/interpreter.ts';
import { unescape } from './escapes.ts';
import { formatTime } from './format-time.ts';

async function withoutFormat(shell: Interpreter): Promise<number> {
  if (shell.flavour === 'bash') return usage(shell, 'printf', '[-v var] format [arguments]');
  if (shell.flavour === 'dash') return raise(shell, 'printf', 'usage: printf format [arg ...]');
  await shell.proc.err(`${shell.state.name}: usage: printf FORMAT [ARGUMENT...]\n`);
  return 2;
}

/** `printf [-v var] format args…`, the format again while there are arguments. */
export const printf: Builtin = async (shell, words) => {
  let args = words.slice(1);
  let variable: string | undefined;
  if (args[0] === '-v') {
    variable = args[1];
    args = args.slice(2);
  }
  if (args[0] === '--') args = args.slice(1);
  const [format, ...values] = args;
  if (format === undefined) return withoutFormat(shell);
  const { text, errors } = formatAll(format, values, shell.proc.now());
  if (variable !== undefined) shell.expander.set(variable, text);
  else await print(shell, text);
  for (const error of errors) await complain(shell, error);
  return errors.length ? 1 : 0;
};

/** Arguments that conversions take one after another. */
class ArgumentQueue {
  readonly #values: readonly string[];
  #at = 0;

  constructor(values: readonly string[]) {
    this.#values = values;
  }

  get length(): number {
    return this.#values.length - this.#at;
  }

  shift(): string | undefined {
    return this.#at < this.#values.length ? this.#values[this.#at++] : undefined;
  }
}

/** A wrong argument, as each shell says it. */
async function complain(shell: Interpreter, error: string): Promise<void> {
  const value = /^(.*): invalid number$/s.exec(error)?.[1];
  if (value === undefined || shell.flavour === 'bash') await fail(shell, 'printf', error);
  else if (shell.flavour === 'dash') await fail(shell, 'printf', `${value}: expected numeric value`);
  else await shell.proc.err(`${shell.state.name}: invalid number '${value}'\n`);
}

/** The output of a printf, and what was wrong with its numbers. */
export function formatAll(
  format: string,
  values: readonly string[],
  nowMs: number,
): { text: string; errors: string[] } {
  const queue = new ArgumentQueue(values);
  const errors: string[] = [];
  let text = '';
  do {
    const before = queue.length;
    const once = formatOnce(format, queue, errors, nowMs);
    text += once.text;
    if (once.stop || queue.length === before) break;
  } while (queue.length > 0);
  return { text, errors };
}

function formatOnce(
  format: string,
  queue: ArgumentQueue,
  errors: string[],
  nowMs: number,
): { text: string; stop: boolean } {
  let stop = false;
  const pattern =
    /%(%|([-+ #0]*)(\*|\d+)?(?:\.(\*|\d+)?)?[hjlLtz]*(?:([diouxXeEfFgGcsbqQ])|\(([^)]*)\)T|([\s\S]|$)))|\\(?:[0-7]{1,3}|x[0-9a-fA-F]{1,2}|u[0-9a-fA-F]{1,4}|[\s\S])/g;
  let text = '';
  let last = 0;
  for (const match of format.matchAll(pattern)) {
    const [whole, all, flags = '', width, precision, conversion, time, wrong] = match;
    text += format.slice(last, match.index);
    last = match.index + whole.length;
    if (all === undefined) {
      const escaped = unescape(whole, 'printf');
      stop = escaped.stop;
      text += escaped.text;
    } else if (all === '%') text += '%';
    else if (wrong !== undefined) {
      errors.push(wrong ? `\`${wrong}': invalid format character` : `\`${whole}': missing format character`);
      stop = true;
    } else {
      const size = width === '*' ? (queue.shift() ?? '') : (width ?? '');
      const digits = precision === '*' ? (queue.shift() ?? '') : precision;
      const dotted = whole.includes('.') ? Number(digits ?? 0) : undefined;
      if (time !== undefined) text += formatTime(time || '%H:%M:%S', secondsOf(queue.shift(), nowMs));
      else
        text += convert(conversion ?? 's', flags, size, dotted, queue.shift(), errors, () => (stop = true));
    }
    if (stop) return { text, stop };
  }
  return { text: text + format.slice(last), stop };
}

/** Seconds since the epoch; -1 and nothing mean now. */
function secondsOf(value: string | undefined, nowMs: number): number {
  const seconds = Number(value ?? -1);
  return seconds < 0 ? Math.floor(nowMs / 1000) : seconds;
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
      return pad(precision === undefined ? (value ?? '') : [...(value ?? '')].slice(0, precision).join(''));
    case 'b': {
      const escaped = unescape(value ?? '', 'b');
      if (escaped.stop) halt();
      return pad(escaped.text);
    }
    case 'c':
      return pad((value ?? '').slice(0, 1));
    case 'q':
    case 'Q':
      return pad(quoteWithBackslashes(value ?? ''));
    default:
      return pad(
        formatNumber(conversion, flags, precision, value, errors),
        flags.includes('0') && (precision === undefined || 'eEfFgG'.includes(conversion)),
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
  if ('eEfFgG'.includes(conversion)) {
    const number = Number(value ?? 0);
    if (Number.isNaN(number)) errors.push(`${value ?? ''}: invalid number`);
    const size = Math.abs(Number.isNaN(number) ? 0 : number);
    const text =
      conversion.toLowerCase() === 'f'
        ? size.toFixed(precision ?? 6)
        : conversion.toLowerCase() === 'e'
          ? exponent(size, precision ?? 6)
          : general(size, precision ?? 6);
    const shown = /[EG]/.test(conversion) ? text.toUpperCase() : text;
    return sign(number < 0) + shown;
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

/** `%g`: the shorter of the two, without trailing zeros. */
function general(value: number, precision: number): string {
  const digits = precision || 1;
  const power = value === 0 ? 0 : Math.floor(Math.log10(Number(value.toPrecision(digits))));
  if (power < -4 || power >= digits) return exponent(value, digits - 1).replace(/\.?0+e/, 'e');
  const text = value.toFixed(Math.max(0, digits - 1 - power));
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
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
