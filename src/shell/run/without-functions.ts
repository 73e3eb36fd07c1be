import { parse, type Command } from 'unbash';
import { quoteWord } from '../variables.ts';
import type { Interpreter } from './interpreter.ts';
import { runProgram } from './run-program.ts';

/** Runs a program by its words, whatever functions there are: `command name …`. */
export async function withFunctionsHidden(shell: Interpreter, words: readonly string[]): Promise<number> {
  const [name = '', ...args] = words.map(quoteWord);
  // Quoted, a name like `time` or `{` is no keyword.
  const quoted = name === words[0] ? `'${name}'` : name;
  const [statement] = parse([quoted, ...args].join(' ')).commands;
  return statement?.command.type === 'Command'
    ? runProgram(shell, withoutPosition(shell, statement.command), words, [], false)
    : 127;
}

/** Its text is nowhere in what is being run: job messages show the running command. */
function withoutPosition(shell: Interpreter, { name, prefix, suffix, args, redirects }: Command): Command {
  return { type: 'Command', pos: 0, end: shell.source.text.length, name, prefix, suffix, args, redirects };
}
