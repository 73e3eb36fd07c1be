import { isSysError } from '../../kernel/errno.ts';
import type { Process, Program } from '../../kernel/process.ts';
import type { Filter } from './ast.ts';
import { findUndefined } from './check.ts';
import { JqInput } from './input.ts';
import { Interpreter } from './interpreter.ts';
import { formatJson, JsonParser, JsonSyntaxError, type JsonStyle } from './json.ts';
import { JqUsageError, readOptions, type JqOptions } from './options.ts';
import { parseProgram } from './parse.ts';
import { bindValue, JqBreak, type Scope } from './scope.ts';
import { JqHalt } from './stream-functions.ts';
import { JqSyntaxError } from './tokens.ts';
import { isTrue, JqError, type Json } from './value.ts';

const USAGE = 2;
const COMPILE = 3;
const FAILED = 5;
const SHORT_USAGE = 'Usage:\tjq [OPTIONS] FILTER [FILES...]\n\tjq [OPTIONS] --args FILTER [ARGUMENTS...]\n\tjq [OPTIONS] --jsonargs FILTER [JSON_VALUES...]\n'; // prettier-ignore

/**
 * jq: filters over JSON values. Ours, since the builds of the real one for browsers are a megabyte that nothing can interrupt.
 * Simplified: no modules, no SQL-like functions, no streaming parser, numbers are doubles. @see jq 1.7
 */
export const jq: Program = async (proc) => {
  try {
    return await run(proc, readOptions(proc, proc.argv.slice(1)));
  } catch (error) {
    if (error instanceof JqUsageError) {
      await proc.err(`jq: error: ${error.message}\nUse jq --help for help with command-line options,\nor see the jq manpage, or online docs  at https://jqlang.github.io/jq\n`);
      return USAGE;
    }
    if (!isSysError(error) || error.code === 'EPIPE') throw error;
    await proc.err(`jq: error: Could not open ${error.path ?? ''}: ${error.message}\n`);
    return USAGE;
  }
}; // prettier-ignore

async function run(proc: Process, options: JqOptions): Promise<number> {
  const { flags } = options;
  if (flags.has('V')) {
    await proc.out('jq-1.7.1\n');
    return 0;
  }
  if (flags.has('h')) {
    await proc.out(SHORT_USAGE);
    return 0;
  }
  // Between pipes the program may be left out.
  const text = options.program ?? (proc.stdin.kind === 'tty' && proc.stdout.kind === 'tty' ? undefined : '.');
  if (text === undefined) {
    await proc.err(`${SHORT_USAGE}Use jq --help for help with command-line options,\nor see the jq manpage, or online docs  at https://jqlang.github.io/jq\n`);
    return USAGE;
  }
  const globals = globalsOf(proc, options);
  const program = await compile(proc, text, globals);
  if (!program) return COMPILE;
  let scope: Scope | undefined;
  for (const [name, value] of globals) scope = bindValue(scope, name, value);
  return new JqRun(proc, options, program, scope).run();
} // prettier-ignore

function globalsOf(proc: Process, { named, positional }: JqOptions): Map<string, Json> {
  const args = new Map<string, Json>([['positional', positional], ['named', new Map(named)]]);
  return new Map<string, Json>([...named, ['ENV', new Map(proc.env)], ['__prog_args', positional], ['ARGS', args]]);
} // prettier-ignore

async function compile(proc: Process, text: string, globals: ReadonlyMap<string, Json>): Promise<Filter | undefined> {
  const problems: string[] = [];
  let program: Filter | undefined;
  try {
    program = parseProgram(text);
    problems.push(...findUndefined(program, new Set([...globals.keys()].map((name) => `$${name}`))).map((one) => `${one} at <top-level>, line 1:\n${text}`));
  } catch (error) {
    if (!(error instanceof JqSyntaxError)) throw error;
    const hint = error.message.startsWith('syntax error') ? ' (Unix shell quoting issues?)' : '';
    problems.push(`${error.message}${hint} at <top-level>, line 1:\n${text}`);
  }
  if (problems.length === 0) return program;
  for (const problem of problems) await proc.err(`jq: error: ${problem}\n`);
  await proc.err(`jq: ${problems.length} compile error${problems.length === 1 ? '' : 's'}\n`);
  return undefined;
} // prettier-ignore

class JqRun {
  readonly #proc: Process;
  readonly #options: JqOptions;
  readonly #program: Filter;
  readonly #scope: Scope | undefined;
  readonly #input: JqInput;
  readonly #interpreter: Interpreter;
  readonly #style: JsonStyle;
  #status = 0;
  #last: Json | undefined;

  constructor(proc: Process, options: JqOptions, program: Filter, scope: Scope | undefined) {
    this.#proc = proc;
    this.#options = options;
    this.#program = program;
    this.#scope = scope;
    this.#input = new JqInput(proc, options.files, options.flags.has('R'));
    this.#interpreter = new Interpreter(proc, () => this.#input.next(), () => this.#input.name);
    const { flags, indent } = options;
    const levels = indent === 'tab' ? '\t' : ' '.repeat(indent);
    this.#style = {
      ...(flags.has('c') || levels === '' ? {} : { indent: levels }),
      sortKeys: flags.has('S'),
      ascii: flags.has('a'),
      colors: flags.has('C') || (proc.stdout.kind === 'tty' && !flags.has('M')),
    };
  } // prettier-ignore

  async run(): Promise<number> {
    try {
      if (this.#options.flags.has('n')) await this.#filter(null);
      else if (this.#options.flags.has('s')) await this.#filter(await this.#slurp());
      else for (let value = await this.#input.next(); value !== undefined; value = await this.#input.next()) await this.#filter(value);
    } catch (error) {
      if (error instanceof JqHalt) {
        await this.#proc.err(error.output);
        return error.status;
      }
      if (!(error instanceof JsonSyntaxError)) throw error;
      await this.#proc.err(`jq: error (at ${this.#place()}): ${error.message}\n`.replace(/error \(at .*?\)/, 'parse error'));
      return USAGE;
    }
    if (this.#status === 0 && this.#input.failed) return USAGE;
    if (this.#status !== 0 || !this.#options.flags.has('e')) return this.#status;
    return this.#last === undefined ? 4 : isTrue(this.#last) ? 0 : 1;
  } // prettier-ignore

  async #slurp(): Promise<Json> {
    const text = await this.#input.rest();
    if (this.#options.flags.has('R')) return text;
    const parser = new JsonParser(text);
    const values: Json[] = [];
    for (let value = parser.next(); value !== undefined; value = parser.next()) values.push(value);
    this.#input.line = text.split('\n').length - 1;
    return values;
  }

  #place(): string {
    return this.#options.flags.has('n') ? '<unknown>' : `${typeof this.#input.name === 'string' ? '<stdin>' : '<stdin>'}:${this.#input.line}`;
  } // prettier-ignore

  async #filter(value: Json): Promise<void> {
    try {
      for await (const result of this.#interpreter.values(this.#program, { value, path: undefined }, this.#scope)) await this.#write(result);
    } catch (error) {
      const message = errorText(error);
      if (message === undefined) throw error;
      this.#status = FAILED;
      await this.#proc.err(`jq: error (at ${this.#place()})${message}\n`);
    }
  } // prettier-ignore

  async #write(value: Json): Promise<void> {
    const { flags } = this.#options;
    this.#last = value;
    const raw = flags.has('r') || flags.has('j') || flags.has('raw-output0');
    const text = raw && typeof value === 'string' ? value : formatJson(value, this.#style);
    await this.#proc.out((flags.has('seq') ? '\x1e' : '') + text + (flags.has('j') ? '' : flags.has('raw-output0') ? '\0' : '\n'));
  } // prettier-ignore
}

/** What stands behind the place in a message; undefined for what is none of jq's errors. */
function errorText(error: unknown): string | undefined {
  if (error instanceof JqBreak) return ': break';
  if (error instanceof RangeError) return ': stack overflow';
  if (!(error instanceof JqError)) return undefined;
  if (typeof error.value === 'string') return `: ${error.value}`;
  return error.value === null ? ' (not a string): null' : ` (not a string): ${formatJson(error.value)}`;
}
