import { parse, type ArithmeticExpression } from 'unbash';
import { ArithmeticError, calculate, parseNumber, wrap } from './arithmetic-number.ts';

/** How expressions read and write variables; a name may carry an index, `a[i]`. */
export interface ArithmeticScope {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
  /** What an unset variable counts as. @throws ExpansionError under `set -u` */
  missing(name: string): string;
}

const MAX_DEPTH = 64;
const NAME = /^[A-Za-z_]\w*(\[.*\])?$/s;

/** Evaluates in 64-bit integers. Words with `$` must name variables that hold numbers. @throws ArithmeticError */
export function evaluateArithmetic(
  expression: ArithmeticExpression,
  scope: ArithmeticScope,
  depth = 0,
): bigint {
  if (depth > MAX_DEPTH) throw new ArithmeticError('expression recursion level exceeded', '');
  switch (expression.type) {
    case 'ArithmeticGroup':
      return evaluateArithmetic(expression.expression, scope, depth);
    case 'ArithmeticTernary': {
      const test = evaluateArithmetic(expression.test, scope, depth);
      return evaluateArithmetic(test ? expression.consequent : expression.alternate, scope, depth);
    }
    case 'ArithmeticWord':
      return wordValue(expression.value, scope, depth);
    case 'ArithmeticCommandExpansion':
      throw new ArithmeticError('syntax error: operand expected', expression.text);
    case 'ArithmeticUnary':
      return unary(expression, scope, depth);
    case 'ArithmeticBinary':
      return binary(expression, scope, depth);
  }
}

/** Evaluates text in which nothing is left to expand: a variable's value, an index. @throws ArithmeticError */
export function evaluateText(text: string, scope: ArithmeticScope, depth = 0): bigint {
  const trimmed = text.trim();
  if (trimmed === '') return 0n;
  if (/^-?(0|[1-9]\d{0,17})$/.test(trimmed)) return BigInt(trimmed);
  const expression = parseExpression(trimmed);
  if (!expression) throw new ArithmeticError('syntax error: operand expected', '');
  return evaluateArithmetic(expression, scope, depth);
}

const parsed = new Map<string, ArithmeticExpression | undefined>();

function parseExpression(text: string): ArithmeticExpression | undefined {
  if (parsed.has(text)) return parsed.get(text);
  const [statement] = parse(`((${text}))`).commands;
  const found = statement?.command.type === 'ArithmeticCommand' ? statement.command.expression : undefined;
  const expression = found && isWhole(found) ? found : undefined;
  if (parsed.size > 500) parsed.clear();
  parsed.set(text, expression);
  return expression;
}

/** What the parser puts where an operand is missing: nothing, or the operator that follows. */
const NO_OPERAND = /^[\s()?:<>=!&|^%*/+,-]*$/;

/** False where an operand is missing, even one that would not be evaluated. */
function isWhole(expression: ArithmeticExpression): boolean {
  switch (expression.type) {
    case 'ArithmeticWord':
      return !NO_OPERAND.test(expression.value);
    case 'ArithmeticCommandExpansion':
      return true;
    case 'ArithmeticGroup':
      return isWhole(expression.expression);
    case 'ArithmeticUnary':
      return isWhole(expression.operand);
    case 'ArithmeticTernary':
      return isWhole(expression.test) && isWhole(expression.consequent) && isWhole(expression.alternate);
    case 'ArithmeticBinary':
      return isWhole(expression.left) && isWhole(expression.right);
  }
}

function wordValue(word: string, scope: ArithmeticScope, depth: number): bigint {
  const variable = /^\$\{?([A-Za-z_]\w*|\d+|[#?$!])\}?$/.exec(word)?.[1];
  if (variable !== undefined) return variableValue(variable, scope, depth);
  if (NAME.test(word)) return variableValue(word, scope, depth);
  const text = word.replace(/^(["'])(.*)\1$/s, '$2');
  return text === '' && word === ''
    ? missingOperand()
    : text === word
      ? parseNumber(word)
      : evaluateText(text, scope, depth + 1);
}

/** @throws ArithmeticError always */
export function missingOperand(): never {
  throw new ArithmeticError('syntax error: operand expected', '');
}

function variableValue(name: string, scope: ArithmeticScope, depth: number): bigint {
  const value = scope.get(name) ?? scope.missing(name);
  try {
    return evaluateText(value, scope, depth + 1);
  } catch (error) {
    if (error instanceof ArithmeticError) error.text ??= value;
    throw error;
  }
}

type Unary = Extract<ArithmeticExpression, { type: 'ArithmeticUnary' }>;
type Binary = Extract<ArithmeticExpression, { type: 'ArithmeticBinary' }>;

function unary({ operator, operand, prefix }: Unary, scope: ArithmeticScope, depth: number): bigint {
  const value = evaluateArithmetic(operand, scope, depth);
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
  if (expression.type === 'ArithmeticWord' && NAME.test(expression.value)) return expression.value;
  throw new ArithmeticError('attempted assignment to non-variable', '=');
}

const ASSIGNING = new Set(['=', '+=', '-=', '*=', '/=', '%=', '&=', '|=', '^=', '<<=', '>>=']);

function binary({ operator, left, right }: Binary, scope: ArithmeticScope, depth: number): bigint {
  if (operator === '&&' || operator === '||') {
    const first = evaluateArithmetic(left, scope, depth) !== 0n;
    if (first === (operator === '||')) return first ? 1n : 0n;
    return evaluateArithmetic(right, scope, depth) ? 1n : 0n;
  }
  if (ASSIGNING.has(operator)) {
    const old = operator === '=' ? 0n : evaluateArithmetic(left, scope, depth);
    const value = evaluateArithmetic(right, scope, depth);
    const result = operator === '=' ? value : calculate(operator.slice(0, -1), old, value);
    scope.set(target(left), String(result));
    return result;
  }
  const a = evaluateArithmetic(left, scope, depth);
  return calculate(operator, a, evaluateArithmetic(right, scope, depth));
}

const names = new WeakMap<ArithmeticExpression, readonly string[] | 'text'>();

/** Names of the variables an expression expands with `$`; `text` where it expands something else, and has to be expanded as a text first. */
export function expandedNames(expression: ArithmeticExpression): readonly string[] | 'text' {
  const known = names.get(expression);
  if (known) return known;
  const collected = collectNames(expression);
  // `$x` stands for what x is before the expression changes anything.
  const found = collected.length > 0 && changesInside(expression) ? 'text' : collected;
  names.set(expression, found);
  return found;
}

/** True where a variable changes before the whole is done: an assignment around all the rest comes last. */
function changesInside(expression: ArithmeticExpression, outermost = true): boolean {
  switch (expression.type) {
    case 'ArithmeticBinary': {
      const assigns = ASSIGNING.has(expression.operator);
      if (assigns && !outermost) return true;
      return changesInside(expression.left, false) || changesInside(expression.right, false);
    }
    case 'ArithmeticUnary':
      return /^(\+\+|--)$/.test(expression.operator) || changesInside(expression.operand, false);
    case 'ArithmeticGroup':
      return changesInside(expression.expression, outermost);
    case 'ArithmeticTernary':
      return [expression.test, expression.consequent, expression.alternate].some((part) =>
        changesInside(part, false),
      );
    default:
      return false;
  }
}

function collectNames(expression: ArithmeticExpression): readonly string[] | 'text' {
  switch (expression.type) {
    case 'ArithmeticWord': {
      const { value } = expression;
      if (!/[$`]/.test(value)) return NO_OPERAND.test(value) ? 'text' : [];
      const name = /^\$\{?([A-Za-z_]\w*|\d+|[#?$!])\}?$/.exec(value)?.[1];
      return name === undefined ? 'text' : [name];
    }
    case 'ArithmeticCommandExpansion':
      return 'text';
    case 'ArithmeticGroup':
      return collectNames(expression.expression);
    case 'ArithmeticUnary':
      return collectNames(expression.operand);
    case 'ArithmeticTernary':
      return joined(expression.test, expression.consequent, expression.alternate);
    case 'ArithmeticBinary':
      return joined(expression.left, expression.right);
  }
}

function joined(...expressions: readonly ArithmeticExpression[]): readonly string[] | 'text' {
  const all: string[] = [];
  for (const expression of expressions) {
    const found = collectNames(expression);
    if (found === 'text') return found;
    all.push(...found);
  }
  return all;
}
