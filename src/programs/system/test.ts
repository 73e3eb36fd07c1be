import type { Process, Program } from '../../kernel/process.ts';
import { commandName } from '../support/command.ts';

class TestError extends Error {}

const BINARY = new Set([
  '=',
  '==',
  '!=',
  '<',
  '>',
  '-eq',
  '-ne',
  '-lt',
  '-le',
  '-gt',
  '-ge',
  '-nt',
  '-ot',
  '-ef',
]);

/** test and [: 0 true, 1 false, 2 wrong. @see POSIX test */
export const test: Program = async (proc) => {
  const name = commandName(proc);
  const words = proc.argv.slice(1);
  try {
    if (name === '[' && words.pop() !== ']') throw new TestError(proc.busybox ? 'missing ]' : "missing ']'");
    return new TestExpression(proc, words).evaluate() ? 0 : 1;
  } catch (error) {
    if (!(error instanceof TestError)) throw error;
    await proc.err(`${name}: ${error.message}\n`);
    return 2;
  }
};

class TestExpression {
  readonly #proc: Process;
  readonly #words: readonly string[];
  #at = 0;

  constructor(proc: Process, words: readonly string[]) {
    this.#proc = proc;
    this.#words = words;
  }

  evaluate(): boolean {
    if (this.#words.length === 0) return false;
    this.#checkFew();
    const result = this.#or();
    const extra = this.#words[this.#at];
    if (extra !== undefined)
      throw new TestError(this.#proc.busybox ? `${extra}: unknown operand` : `extra argument '${extra}'`);
    return result;
  }

  /** Up to four words POSIX says by their number what they mean, and so GNU says what is wrong. */
  #checkFew(): void {
    const [first = '', second = '', third] = this.#words;
    if (this.#proc.busybox) return;
    if (this.#words.length === 2 && first !== '!' && !/^-[a-zA-Z]$/.test(first))
      throw new TestError(
        BINARY.has(second) ? `missing argument after '${second}'` : `'${first}': unary operator expected`,
      );
    if (
      third !== undefined &&
      this.#words.length === 3 &&
      first !== '!' &&
      !BINARY.has(second) &&
      !/^-[ao]$/.test(second) &&
      !(first === '(' && third === ')')
    )
      throw new TestError(`'${second}': binary operator expected`);
  }

  #or(): boolean {
    let left = this.#and();
    while (this.#words[this.#at] === '-o') {
      this.#at++;
      const right = this.#and();
      left ||= right;
    }
    return left;
  }

  #and(): boolean {
    let left = this.#not();
    while (this.#words[this.#at] === '-a' && this.#at + 1 < this.#words.length) {
      this.#at++;
      const right = this.#not();
      left &&= right;
    }
    return left;
  }

  #not(): boolean {
    const [first, second] = this.#words.slice(this.#at);
    if (first !== '!' || second === undefined || (BINARY.has(second) && this.#at + 2 < this.#words.length))
      return this.#primary();
    this.#at++;
    return !this.#not();
  }

  #primary(): boolean {
    const [first, second, third] = this.#words.slice(this.#at);
    if (first === undefined) throw new TestError('argument expected');
    if (second !== undefined && third !== undefined && BINARY.has(second)) {
      this.#at += 3;
      return binary(this.#proc, first, second, third);
    }
    if (first === '(' && this.#words.includes(')', this.#at)) {
      this.#at++;
      const inner = this.#or();
      if (this.#words[this.#at++] !== ')') throw new TestError("')' expected");
      return inner;
    }
    if (/^-[a-zA-Z]$/.test(first) && second !== undefined) {
      this.#at += 2;
      return unary(this.#proc, first, second);
    }
    this.#at++;
    return first !== '';
  }
}

function unary(proc: Process, operator: string, operand: string): boolean {
  const stat = proc.files.statIfAny(operand);
  const types: Readonly<Record<string, string>> = { '-f': 'file', '-d': 'directory', '-p': 'fifo', '-S': 'socket', '-b': 'block', '-c': 'char' };
  const bits: Readonly<Record<string, number>> = { '-u': 0o4000, '-g': 0o2000, '-k': 0o1000 };
  if (types[operator] !== undefined) return stat?.type === types[operator];
  if (bits[operator] !== undefined) return ((stat?.mode ?? 0) & bits[operator]) !== 0;
  switch (operator) {
    case '-n': return operand !== '';
    case '-z': return operand === '';
    case '-e': return stat !== undefined;
    case '-L':
    case '-h': return proc.files.lstatIfAny(operand)?.type === 'symlink';
    case '-s': return (stat?.size ?? 0) > 0;
    case '-r': return proc.files.access(operand, 4);
    case '-w': return proc.files.access(operand, 2);
    case '-x': return proc.files.access(operand, 1);
    case '-O': return stat?.uid === proc.uid;
    case '-G': return stat?.gid === proc.gid;
    case '-t': return proc.fds.get(Number(operand))?.kind === 'tty';
    default: throw new TestError(proc.busybox ? `${operand}: unknown operand` : `'${operator}': unary operator expected`);
  }
} // prettier-ignore

function binary(proc: Process, left: string, operator: string, right: string): boolean {
  const { files } = proc;
  const time = (path: string): number => files.statIfAny(path)?.mtimeMs ?? -1;
  switch (operator) {
    case '=':
    case '==': return left === right;
    case '!=': return left !== right;
    case '<': return left < right;
    case '>': return left > right;
    case '-nt': return time(left) > time(right);
    case '-ot': return time(left) < time(right);
    case '-ef': {
      const [a, b] = [files.statIfAny(left), files.statIfAny(right)];
      return a !== undefined && a.ino === b?.ino && a.dev === b.dev;
    }
    default: return compare(proc, left, operator, right);
  }
} // prettier-ignore

function compare(proc: Process, left: string, operator: string, right: string): boolean {
  const [a, b] = [left, right].map((text) => {
    if (/^\s*[-+]?\d+\s*$/.test(text)) return BigInt(text.trim().replace(/^\+/, ''));
    throw new TestError(proc.busybox ? `${text}: bad number` : `invalid integer '${text}'`);
  }) as [bigint, bigint];
  return (
    { '-eq': a === b, '-ne': a !== b, '-lt': a < b, '-le': a <= b, '-gt': a > b, '-ge': a >= b }[operator] ??
    false
  );
}
