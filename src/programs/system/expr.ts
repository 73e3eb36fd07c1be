import type { Program } from '../../kernel/process.ts';
import { posixRegExp } from '../../lib/regexp/posix-regexp.ts';
import { runCommand, CommandFailure, UsageFailure } from '../support/command.ts';

const LEVELS: readonly (readonly string[])[] = [
  ['|'],
  ['&'],
  ['<', '<=', '=', '==', '!=', '>=', '>'],
  ['+', '-'],
  ['*', '/', '%'],
  [':'],
];

/** expr: evaluates its words. Status 1 where the value is empty or 0. @see POSIX expr */
export const expr: Program = (proc) => {
  const words = proc.argv.slice(1).filter((word, index) => index > 0 || word !== '--');
  return runCommand(
    proc,
    {
      short: '',
      usage: 'EXPRESSION',
      busyboxUsage: 'EXPRESSION\n\nPrint the value of EXPRESSION',
      usageStatus: 2,
    },
    /^--(help|version)$/.test(proc.argv[1] ?? '') && words.length === 1 ? words : [],
    async () => {
      if (words.length === 0) throw new UsageFailure(proc.busybox ? '' : 'missing operand');
      const parser = new ExprParser(words);
      const value = parser.parse();
      await proc.out(`${value}\n`);
      return value === '' || value === '0' ? 1 : 0;
    },
  );
};

class ExprParser {
  readonly #words: readonly string[];
  #at = 0;

  constructor(words: readonly string[]) {
    this.#words = words;
  }

  parse(): string {
    const value = this.#level(0);
    if (this.#at < this.#words.length)
      throw new CommandFailure(`syntax error: unexpected argument '${this.#words[this.#at] ?? ''}'`, 2);
    return value;
  }

  #level(level: number): string {
    const operators = LEVELS[level];
    if (!operators) return this.#primary();
    let left = this.#level(level + 1);
    for (
      let operator = this.#words[this.#at];
      operator !== undefined && operators.includes(operator);
      operator = this.#words[this.#at]
    ) {
      this.#at++;
      left = apply(left, operator, this.#level(level + 1));
    }
    return left;
  }

  #primary(): string {
    const word = this.#words[this.#at++];
    if (word === undefined)
      throw new CommandFailure(
        `syntax error: missing argument after '${this.#words[this.#at - 2] ?? ''}'`,
        2,
      );
    const more = this.#at < this.#words.length;
    if (word === '(') {
      const inner = this.#level(0);
      const end = this.#words[this.#at++];
      if (end === undefined)
        throw new CommandFailure(`syntax error: expecting ')' after '${this.#words[this.#at - 2] ?? ''}'`, 2);
      if (end !== ')') throw new CommandFailure(`syntax error: expecting ')' instead of '${end}'`, 2);
      return inner;
    }
    if (word === ')') throw new CommandFailure("syntax error: unexpected ')'", 2);
    if (!more) return word;
    if (word === 'length') return String([...this.#primary()].length);
    if (word === '+') return this.#words[this.#at++] ?? '';
    if (word === 'match') return match(this.#primary(), this.#primary());
    if (word === 'index') {
      const [text, chars] = [this.#primary(), this.#primary()];
      return String([...text].findIndex((char) => chars.includes(char)) + 1);
    }
    if (word !== 'substr') return word;
    const [text, from, length] = [this.#primary(), Number(this.#primary()), Number(this.#primary())];
    return from >= 1 && length > 0 ? [...text].slice(from - 1, from - 1 + length).join('') : '';
  }
}

const isInteger = (text: string): boolean => /^-?\d+$/.test(text);
const isNull = (text: string): boolean => text === '' || /^-?0+$/.test(text);

function match(text: string, pattern: string): string {
  const found = posixRegExp(`^${pattern.replace(/^\^/, '')}`).exec(text);
  if (/\\\(/.test(pattern)) return found?.[1] ?? '';
  return String([...(found?.[0] ?? '')].length);
}

function apply(left: string, operator: string, right: string): string {
  if (operator === ':') return match(left, right);
  if (operator === '|') return isNull(left) ? (isNull(right) ? '0' : right) : left;
  if (operator === '&') return isNull(left) || isNull(right) ? '0' : left;
  const numbers = isInteger(left) && isInteger(right);
  if (['<', '<=', '=', '==', '!=', '>=', '>'].includes(operator)) {
    const order = numbers ? Number(BigInt(left) - BigInt(right)) : left < right ? -1 : left > right ? 1 : 0;
    const results: Readonly<Record<string, boolean>> = {
      '<': order < 0,
      '<=': order <= 0,
      '=': order === 0,
      '==': order === 0,
      '!=': order !== 0,
      '>=': order >= 0,
      '>': order > 0,
    };
    return results[operator] ? '1' : '0';
  }
  if (!numbers) throw new CommandFailure('non-integer argument', 2);
  const [a, b] = [BigInt(left), BigInt(right)];
  if ((operator === '/' || operator === '%') && b === 0n) throw new CommandFailure('division by zero', 2);
  const result = { '+': () => a + b, '-': () => a - b, '*': () => a * b, '/': () => a / b, '%': () => a % b }[
    operator
  ];
  return String(result?.() ?? '');
}
