import { isSysError } from '../../kernel/errno.ts';
import type { Process, Program } from '../../kernel/process.ts';
import {
  CommandFailure,
  commandName,
  runCommand,
  UsageFailure,
  type CommandSpec,
} from '../support/command.ts';
import type { Options } from '../support/parse-options.ts';
import { PatternError } from '../../lib/regexp/pattern-error.ts';
import type { AwkProgram } from './ast.ts';
import { Interpreter } from './interpreter.ts';
import { parseAwk } from './parse-program.ts';
import { runRules } from './run-rules.ts';
import { AwkSyntaxError, unescapeAwk } from './tokens.ts';
import { AwkRuntimeError } from './variables.ts';
import { fromInput } from './values.ts';

const TROUBLE = 2;
const SPEC: CommandSpec = {
  short: 'F:v:f:W:',
  long: { 'field-separator': 'F:', assign: 'v:', file: 'f:' },
  usage: '[Options] [Program] [file ...]',
  usageName: 'mawk',
  busyboxUsage: '[OPTIONS] [AWK_PROGRAM] [FILE]...',
  usageStatus: TROUBLE,
  usageLine: 'only',
  inOrder: true,
  version: 'mawk 1.3.4 20200120\n',
};

/** awk: patterns and actions over records and fields. Debian's is mawk, and that is how errors are worded. @see POSIX awk */
export const awk: Program = (proc) => runCommand(proc, SPEC, proc.argv.slice(1), run);

async function run(proc: Process, options: Options): Promise<number> {
  const [source, operands] = readProgram(proc, options);
  let program: AwkProgram;
  try {
    program = parseAwk(source);
  } catch (error) {
    if (!(error instanceof AwkSyntaxError)) throw error;
    await proc.err(
      proc.busybox
        ? `awk: cmd. line:${error.line}: ${error.message.endsWith('never defined') ? 'Call to undefined function' : 'Unexpected token'}\n`
        : `${commandName(proc)}: line ${error.line}: ${error.message}\n`,
    );
    return proc.busybox ? 1 : TROUBLE;
  }
  const interpreter = new Interpreter(proc, program, operands);
  try {
    prepare(interpreter, options);
    return await runRules(interpreter);
  } catch (error) {
    if (!(error instanceof AwkRuntimeError) && !(error instanceof PatternError)) throw error;
    const runtime = error instanceof AwkRuntimeError ? error.message : `bad regex: ${error.message}`;
    await interpreter.streams.closeAll();
    await proc.err(`${commandName(proc)}: ${runtime}\n`);
    return proc.busybox ? 1 : TROUBLE;
  }
}

function readProgram(proc: Process, options: Options): [source: string, operands: readonly string[]] {
  const files = options.values('f');
  if (files.length === 0) {
    const [source, ...operands] = options.operands;
    if (source === undefined) throw new UsageFailure('');
    return [source, operands];
  }
  return [files.map((path) => readSource(proc, path)).join('\n'), options.operands];
}

function readSource(proc: Process, path: string): string {
  try {
    return proc.files.readText(path === '-' ? '/dev/stdin' : path);
  } catch (error) {
    if (!isSysError(error)) throw error;
    if (proc.busybox) throw new CommandFailure(`can't open '${path}': ${error.message}`);
    throw new CommandFailure(`cannot open ${path} (${error.message})`, TROUBLE);
  }
}

function prepare(interpreter: Interpreter, options: Options): void {
  const { variables, proc } = interpreter;
  const environment = variables.array('ENVIRON');
  for (const [name, value] of proc.env) environment.set(name, fromInput(value));
  const separator = options.value('F');
  if (separator !== undefined) variables.set('FS', separator === 't' ? '\t' : unescapeAwk(separator));
  for (const assignment of options.values('v')) {
    const equals = assignment.indexOf('=');
    if (equals <= 0) throw new AwkRuntimeError(`improper assignment: -v ${assignment}`);
    variables.set(assignment.slice(0, equals), fromInput(unescapeAwk(assignment.slice(equals + 1))));
  }
}
