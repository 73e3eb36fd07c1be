/** An arithmetic expression is wrong; `token` is where it was noticed. */
export class ArithmeticError extends Error {
  readonly token: string;
  /** The expression it is in, where that is a variable's value. */
  text: string | undefined;

  constructor(message: string, token: string) {
    super(message);
    this.token = token;
  }
}

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ@_';

/** Two's complement in 64 bits. */
export function wrap(value: bigint): bigint {
  return BigInt.asIntN(64, value);
}

/** `12`, `-3`, `0x1f`, `017`, `2#101` → its value. @throws ArithmeticError */
export function parseNumber(text: string): bigint {
  const negative = text.startsWith('-');
  const digits = negative ? text.slice(1) : text;
  const sign = negative ? -1n : 1n;
  if (/^(0|[1-9]\d*)$/.test(digits) || /^0[xX][0-9a-fA-F]+$/.test(digits)) return wrap(sign * BigInt(digits));
  const based = /^(\d+)#([0-9A-Za-z@_]+)$/.exec(digits);
  if (based) return wrap(sign * inBase(based[2] ?? '', Number(based[1]), digits));
  if (/^0[0-7]+$/.test(digits)) return wrap(sign * BigInt(`0o${digits.slice(1)}`));
  if (/^\d/.test(digits)) throw new ArithmeticError('value too great for base', digits);
  if (/\s/.test(text.trim()))
    throw new ArithmeticError('syntax error in expression', text.trim().replace(/^\S+\s+/, ''));
  throw new ArithmeticError('syntax error: operand expected', text);
}

function inBase(digits: string, base: number, token: string): bigint {
  if (base < 2 || base > 64) throw new ArithmeticError('invalid arithmetic base', token);
  let value = 0n;
  for (const digit of digits) {
    const code = DIGITS.indexOf(base <= 36 ? digit.toLowerCase() : digit);
    if (code < 0 || code >= base) throw new ArithmeticError('value too great for base', token);
    value = value * BigInt(base) + BigInt(code);
  }
  return value;
}

const truth = (value: boolean): bigint => (value ? 1n : 0n);

/** A binary operator's result. @throws ArithmeticError */
export function calculate(operator: string, a: bigint, b: bigint): bigint {
  switch (operator) {
    case '+': return wrap(a + b);
    case '-': return wrap(a - b);
    case '*': return wrap(a * b);
    case '/':
    case '%':
      if (b === 0n) throw new ArithmeticError('division by 0', '0');
      return wrap(operator === '/' ? a / b : a % b);
    case '**': return power(a, b);
    case '<<': return wrap(a << (b & 63n));
    case '>>': return a >> (b & 63n);
    case '<': return truth(a < b);
    case '<=': return truth(a <= b);
    case '>': return truth(a > b);
    case '>=': return truth(a >= b);
    case '==': return truth(a === b);
    case '!=': return truth(a !== b);
    case '&': return a & b;
    case '|': return a | b;
    case '^': return a ^ b;
    case ',': return b;
    default: throw new ArithmeticError('syntax error: invalid arithmetic operator', operator);
  }
} // prettier-ignore

function power(a: bigint, b: bigint): bigint {
  if (b < 0n) throw new ArithmeticError('exponent less than 0', b.toString());
  let result = 1n;
  let [base, exponent] = [a, b];
  for (; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = wrap(result * base);
    base = wrap(base * base);
  }
  return result;
}
