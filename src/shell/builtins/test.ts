import { ExpansionError } from '../control-flow.ts';
import type { Interpreter } from '../run/interpreter.ts';
import { fail, type Builtin } from './builtin.ts';
import { binaryTest, unaryTest } from './test-operators.ts';

const BINARY = /^(=|==|!=|<|>|-eq|-ne|-lt|-le|-gt|-ge|-nt|-ot|-ef)$/;
const UNARY = /^-[a-zA-Z]$/;

/** `test` and `[`: the rules by number of arguments, then a small grammar. @see POSIX test */
export const test: Builtin = (shell, words) => {
  const [name = 'test'] = words;
  let args = words.slice(1);
  if (name === '[') {
    if (args.at(-1) !== ']') return wrong(shell, '[', shell.flavour === 'bash' ? "missing `]'" : 'missing ]');
    args = args.slice(0, -1);
  }
  try {
    return new TestParser(shell, args).evaluate() ? 0 : 1;
  } catch (error) {
    if (!(error instanceof ExpansionError)) throw error;
    return wrong(shell, name, wordingOf(shell, error.message, args));
  }
};

/** ash's messages have the shell's name in front, and nothing else. */
async function wrong(shell: Interpreter, name: string, message: string): Promise<number> {
  if (shell.flavour !== 'ash') return fail(shell, name, message, 2);
  await shell.proc.err(`${shell.state.name}: ${message}\n`);
  return 2;
}

/** The POSIX shells say it another way. */
function wordingOf({ flavour }: Interpreter, message: string, args: readonly string[]): string {
  if (flavour === 'bash') return message;
  const number = /^(.*): integer expression expected$/s.exec(message)?.[1];
  if (number !== undefined) return flavour === 'dash' ? `Illegal number: ${number}` : `${number}: bad number`;
  if (!/: (unary|binary) operator expected$/.test(message)) return message;
  if (args.length === 2 && BINARY.test(args[1] ?? '')) return `${args[1] ?? ''}: argument expected`;
  return flavour === 'dash' ? `${args[0] ?? ''}: unexpected operator` : `${args[1] ?? ''}: unknown operand`;
}

class TestParser {
  readonly #shell: Interpreter;
  readonly #args: readonly string[];
  #at = 0;

  constructor(shell: Interpreter, args: readonly string[]) {
    this.#shell = shell;
    this.#args = args;
  }

  evaluate(): boolean {
    const { length } = this.#args;
    if (length === 0) return false;
    if (length === 1) return this.#args[0] !== '';
    if (length === 2) return this.#two(this.#args[0] ?? '', this.#args[1] ?? '');
    if (length === 3 && BINARY.test(this.#args[1] ?? '')) {
      const [left = '', operator = '', right = ''] = this.#args;
      return binaryTest(this.#shell, left, operator, right);
    }
    const result = this.#or();
    if (this.#at < this.#args.length)
      throw new ExpansionError(
        length > 3 ? 'too many arguments' : `${this.#args[1] ?? ''}: binary operator expected`,
      );
    return result;
  }

  #two(first: string, second: string): boolean {
    if (first === '!') return second === '';
    if (UNARY.test(first)) return unaryTest(this.#shell, first, second);
    throw new ExpansionError(`${first}: unary operator expected`);
  }

  #or(): boolean {
    let result = this.#and();
    while (this.#args[this.#at] === '-o') {
      this.#at++;
      const right = this.#and();
      result = result || right;
    }
    return result;
  }

  #and(): boolean {
    let result = this.#not();
    while (this.#args[this.#at] === '-a' && (this.#at > 0 || this.#args.length > 1)) {
      this.#at++;
      const right = this.#not();
      result = result && right;
    }
    return result;
  }

  #not(): boolean {
    if (
      this.#args[this.#at] === '!' &&
      this.#at + 1 < this.#args.length &&
      !BINARY.test(this.#args[this.#at + 1] ?? '')
    ) {
      this.#at++;
      return !this.#not();
    }
    return this.#primary();
  }

  #primary(): boolean {
    const [first, second, third] = this.#args.slice(this.#at);
    if (first === undefined) throw new ExpansionError('argument expected');
    if (second !== undefined && BINARY.test(second) && third !== undefined) {
      this.#at += 3;
      return binaryTest(this.#shell, first, second, third);
    }
    if (first === '(' && this.#args.indexOf(')', this.#at) > 0) {
      this.#at++;
      const result = this.#or();
      if (this.#args[this.#at++] !== ')') throw new ExpansionError("`)' expected");
      return result;
    }
    if (UNARY.test(first) && second !== undefined && second !== '-a' && second !== '-o') {
      this.#at += 2;
      return unaryTest(this.#shell, first, second);
    }
    this.#at++;
    return first !== '';
  }
}
