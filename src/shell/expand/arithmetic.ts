import { parse, type ArithmeticExpression } from 'unbash';
import { ExpansionError } from '../control-flow.ts';

/** How expressions read and write variables. */
export interface ArithmeticScope {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
  /** Expands `$x`, `${…}` and `$(…)` inside of a word. */
  expand(text: string): Promise<string>;
}

const MAX_DEPTH = 64;

/** Evaluates in 64-bit integers. @throws ExpansionError */
export async function evaluateArithmetic(
  expression: ArithmeticExpression,
  scope: ArithmeticScope,
  depth = 0,
): Promise<bigint> {
  if (depth > MAX_DEPTH) throw new ExpansionError('expression recursion level exceeded');
  switch (expression.type) {
    case 'ArithmeticGroup':
      return evaluateArithmetic(expression.expression, scope, depth);
    case 'ArithmeticTernary': {
      const test = await evaluateArithmetic(expression.test, scope, depth);
      return evaluateArithmetic(test ? expression.consequent : expression.alternate, scope, depth);
    }
    case 'ArithmeticWord':
      return wordValue(expression.value, scope, depth);
    case 'ArithmeticCommandExpansion':
      return textValue(await scope.expand(expression.text), scope, depth);
    case 'ArithmeticUnary':
      return unary(expression, scope, depth);
    case 'ArithmeticBinary':
      return binary(expression, scope, depth);
  }
}

/** Evaluates text, as a variable's value or an array's index. */
export async function evaluateText(text: string, scope: ArithmeticScope, depth = 0): Promise<bigint> {
  const trimmed = text.trim();
  if (trimmed === '') return 0n;
  if (/^-?\d+$/.test(trimmed)) return numberValue(trimmed);
  const expression = parseExpression(trimmed);
  if (!expression) throw new ExpansionError(`${trimmed}: syntax error: invalid arithmetic operator`);
  return evaluateArithmetic(expression, scope, depth);
}

const parsed = new Map<string, ArithmeticExpression | undefined>();

function parseExpression(text: string): ArithmeticExpression | undefined {
  if (parsed.has(text)) return parsed.get(text);
  const [statement] = parse(`((${text}))`).commands;
  const expression =
    statement?.command.type === 'ArithmeticCommand' ? statement.command.expression : undefined;
  if (parsed.size > 500) parsed.clear();
  parsed.set(text, expression);
  return expression;
}

async function wordValue(text: string, scope: ArithmeticScope, depth: number): Promise<bigint> {
  if (/^\d+$/.test(text)) return numberValue(text);
  if (/^[A-Za-z_]\w*(\[.*\])?$/s.test(text)) return textValue(scope.get(text) ?? '', scope, depth);
  if (/[$`"']/.test(text)) return textValue(await scope.expand(text), scope, depth);
  return numberValue(text);
}

function textValue(text: string, scope: ArithmeticScope, depth: number): Promise<bigint> | bigint {
  const trimmed = text.trim();
  if (trimmed === '') return 0n;
  return /^-?\d+$/.test(trimmed) ? numberValue(trimmed) : evaluateText(trimmed, scope, depth + 1);
}

function numberValue(text: string): bigint {
  const negative = text.startsWith('-');
  const digits = negative ? text.slice(1) : text;
  const based = /^(\d+)#([0-9A-Za-z@_]+)$/.exec(digits);
  if (based) return inBase(based[2] as string, Number(based[1]));
  if (/^0[xX][0-9a-fA-F]+$/.test(digits) || /^(0|[1-9]\d*)$/.test(digits))
    return wrap(negative ? -BigInt(digits) : BigInt(digits));
  if (/^0[0-7]+$/.test(digits)) return wrap(BigInt(`0o${digits.slice(1)}`) * (negative ? -1n : 1n));
  if (/^0\d+$/.test(digits))
    throw new ExpansionError(`${digits}: value too great for base (error token is "${digits}")`);
  throw new ExpansionError(`${text}: syntax error: operand expected (error token is "${text}")`);
}

function inBase(digits: string, base: number): bigint {
  let value = 0n;
  for (const digit of digits) {
    const code = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ@_'.indexOf(
      base <= 36 ? digit.toLowerCase() : digit,
    );
    if (code < 0 || code >= base)
      throw new ExpansionError(
        `${base}#${digits}: value too great for base (error token is "${base}#${digits}")`,
      );
    value = value * BigInt(base) + BigInt(code);
  }
  return wrap(value);
}

function wrap(value: bigint): bigint {
  return BigInt.asIntN(64, value);
}

type Unary = Extract<ArithmeticExpression, { type: 'ArithmeticUnary' }>;
type Binary = Extract<ArithmeticExpression, { type: 'ArithmeticBinary' }>;

async function unary(
  { operator, operand, prefix }: Unary,
  scope: ArithmeticScope,
  depth: number,
): Promise<bigint> {
  const value = await evaluateArithmetic(operand, scope, depth);
  switch (operator) {
    case '++':
    case '--': {
      const next = wrap(value + (operator === '++' ? 1n : -1n));
      scope.set(target(operand), String(next));
      return prefix ? next : value;
    }
    case '-':
      return wrap(-value);
    case '!':
      return value === 0n ? 1n : 0n;
    case '~':
      return ~value;
    default:
      return value;
  }
}

function target(expression: ArithmeticExpression): string {
  if (expression.type === 'ArithmeticWord' && /^[A-Za-z_]/.test(expression.value)) return expression.value;
  throw new ExpansionError('attempted assignment to non-variable');
}

async function binary(
  { operator, left, right }: Binary,
  scope: ArithmeticScope,
  depth: number,
): Promise<bigint> {
  if (operator === '&&' || operator === '||') {
    const first = (await evaluateArithmetic(left, scope, depth)) !== 0n;
    if (first === (operator === '||')) return first ? 1n : 0n;
    return (await evaluateArithmetic(right, scope, depth)) ? 1n : 0n;
  }
  if (/^(?:[-+*/%&|^]|<<|>>)?=$/.test(operator)) {
    const value = await evaluateArithmetic(right, scope, depth);
    const result =
      operator === '='
        ? value
        : calculate(operator.slice(0, -1), await evaluateArithmetic(left, scope, depth), value);
    scope.set(target(left), String(result));
    return result;
  }
  const a = await evaluateArithmetic(left, scope, depth);
  return calculate(operator, a, await evaluateArithmetic(right, scope, depth));
}

function calculate(operator: string, a: bigint, b: bigint): bigint {
  const truth = (value: boolean): bigint => (value ? 1n : 0n);
  switch (operator) {
    case '+': return wrap(a + b);
    case '-': return wrap(a - b);
    case '*': return wrap(a * b);
    case '/':
    case '%':
      if (b === 0n) throw new ExpansionError('division by 0 (error token is "0")');
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
    default:
      throw new ExpansionError(`syntax error: invalid arithmetic operator (error token is "${operator}")`);
  }
} // prettier-ignore

function power(a: bigint, b: bigint): bigint {
  if (b < 0n) throw new ExpansionError('exponent less than 0 (error token is "0")');
  let result = 1n;
  for (let i = 0n; i < b && i < 4096n; i++) result = wrap(result * a);
  return result;
}
