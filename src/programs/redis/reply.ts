/** A reply: a status, an error, a number, a text (one character for each byte), nothing, no array, or several. */
export type Reply =
  | { readonly ok: string }
  | { readonly error: string }
  | { readonly noArray: true }
  | number
  | bigint
  | string
  | null
  | readonly Reply[];

export const OK: Reply = { ok: 'OK' };
export const NO_ARRAY: Reply = { noArray: true };

export const WRONG_TYPE = 'WRONGTYPE Operation against a key holding the wrong kind of value';
export const NOT_INTEGER = 'ERR value is not an integer or out of range';
export const NOT_FLOAT = 'ERR value is not a valid float';
export const SYNTAX = 'ERR syntax error';

/** Ends a command with an error reply. */
export class RedisError extends Error {}

export function isErrorReply(reply: Reply): reply is { readonly error: string } {
  return typeof reply === 'object' && reply !== null && 'error' in reply;
}

const MAX = 2n ** 63n - 1n;

/** A 64-bit number in the only form Redis takes it. @throws RedisError */
export function bigInteger(text = '', complaint = NOT_INTEGER): bigint {
  if (!/^(0|-?[1-9]\d{0,18})$/.test(text)) throw new RedisError(complaint);
  const value = BigInt(text);
  if (value > MAX || value < -MAX - 1n) throw new RedisError(complaint);
  return value;
}

/** The same as a plain number. @throws RedisError */
export function integer(text?: string, complaint = NOT_INTEGER): number {
  return Number(bigInteger(text, complaint));
}

/** A number of elements. @throws RedisError where it is below `least` */
export function count(text: string | undefined, least: number, complaint: string): number {
  const value = integer(text, complaint);
  if (value < least) throw new RedisError(complaint);
  return value;
}

/** A number with a fraction; `inf` too. @throws RedisError */
export function float(text = '', complaint = NOT_FLOAT): number {
  const infinite = /^([+-]?)inf(?:inity)?$/i.exec(text);
  if (infinite) return infinite[1] === '-' ? -Infinity : Infinity;
  if (!/^[+-]?(\d+(?:\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text)) throw new RedisError(complaint);
  return Number(text);
}

/** A score as replies show it. */
export function floatText(value: number): string {
  if (value === Infinity) return 'inf';
  return value === -Infinity ? '-inf' : Object.is(value, -0) ? '-0' : String(value);
}

/** The sum of two numbers, exact in decimals as Redis' long doubles show it. */
export function addDecimals(first: string, second: string): string {
  const [a, b] = [float(first), float(second)];
  if (!Number.isFinite(a + b)) throw new RedisError('ERR increment would produce NaN or Infinity');
  const places = Math.min(17, Math.max(decimals(first), decimals(second)));
  if (places < 0 || /e/i.test(first + second)) return floatText(a + b);
  const sum = scaled(first, places) + scaled(second, places);
  const digits = (sum < 0n ? -sum : sum).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  return `${sum < 0n ? '-' : ''}${whole}${fraction && places > 0 ? `.${fraction}` : ''}`;
}

function decimals(text: string): number {
  return (text.split('.')[1] ?? '').length;
}

function scaled(text: string, places: number): bigint {
  const [whole = '', fraction = ''] = text.replace(/^[+-]/, '').split('.');
  const value = BigInt((whole || '0') + fraction.slice(0, places).padEnd(places, '0'));
  return text.startsWith('-') ? -value : value;
}
