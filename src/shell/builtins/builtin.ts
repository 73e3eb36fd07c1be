import { ShellExit } from '../control-flow.ts';
import type { Maybe } from '../maybe.ts';
import type { Interpreter } from '../run/interpreter.ts';
import { isSpecialBuiltin } from './builtin-sets.ts';

/** A command the shell runs itself: words[0] is its name. */
export type Builtin = (shell: Interpreter, words: readonly string[]) => Maybe<number>;

/** `name: usage: …` after a wrong option, status 2. */
export async function usage(
  shell: Interpreter,
  name: string,
  synopsis: string,
  problem?: string,
): Promise<number> {
  if (problem !== undefined) await shell.complain(problem, name);
  if (shell.flavour === 'bash') await shell.proc.err(`${name}: usage: ${name} ${synopsis}\n`);
  return 2;
}

/** One line of error, status 1 unless given. */
export async function fail(shell: Interpreter, name: string, message: string, status = 1): Promise<number> {
  await shell.complain(message, name);
  return status;
}

/** Text on stdout, status 0; a failed write is the builtin's failure. */
export function print(shell: Interpreter, text: string): Maybe<number> {
  if (text === '') return 0;
  const slow = shell.proc.out(text);
  return slow ? slow.then(() => 0) : 0;
}

/** An error that ash and dash raise: one line, status 2; in a special builtin it ends a script. */
export async function raise(shell: Interpreter, name: string, message: string): Promise<number> {
  await shell.complain(message, name);
  if (isSpecialBuiltin(name) && !shell.options.interactive) throw new ShellExit(2);
  return 2;
}
