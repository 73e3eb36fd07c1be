import type { Statement } from 'unbash';
import { ExpansionError } from '../control-flow.ts';
import type { Maybe } from '../maybe.ts';
import { expandsAliases } from './expand-aliases.ts';
import type { Interpreter } from './interpreter.ts';
import { replaceShell } from './replace-shell.ts';
import type { SourceText } from './source-text.ts';

/**
 * Runs a text's statements as a shell reads them, line by line: where an expansion fails in bash, the rest of its line is dropped and the next
 * one runs; an alias counts from the line after the one that defines it. @see bash evalstring.c parse_and_execute
 */
export function runLines(
  shell: Interpreter,
  source: SourceText,
  statements: readonly Statement[],
  isAll = false,
): Maybe<number> {
  const aliases = expandsAliases(shell) && /\balias\b/.test(source.text);
  let status = 0;
  for (let index = 0; index < statements.length; index++) {
    const result = aliases ? undefined : start(shell, source, statements, index, isAll);
    if (typeof result !== 'number') return goOn(shell, source, statements, index, result, isAll);
    status = result;
  }
  return status;
}

/** A statement's status, now or later; what it throws is thrown later. */
function start(
  shell: Interpreter,
  source: SourceText,
  statements: readonly Statement[],
  index: number,
  isAll: boolean,
): Maybe<number> {
  try {
    const replaced =
      isAll && index === statements.length - 1 ? replaceShell(shell, source, statements) : undefined;
    return replaced ?? shell.statement(statements[index] as Statement);
  } catch (error) {
    return Promise.reject(error as Error);
  }
}

async function goOn(
  shell: Interpreter,
  source: SourceText,
  statements: readonly Statement[],
  from: number,
  first: Promise<number> | undefined,
  isAll: boolean,
): Promise<number> {
  let status = 0;
  for (let index = from; index < statements.length; index++) {
    const statement = statements[index] as Statement;
    const before = shell.state.aliasChanges;
    try {
      status = await (index === from && first ? first : start(shell, source, statements, index, isAll));
    } catch (error) {
      if (!dropsLine(shell, error)) throw error;
      status = shell.state.status = await shell.reportExpansion(error);
      index = nextLine(source, statements, statement) - 1;
    }
    if (shell.state.aliasChanges === before || !expandsAliases(shell)) continue;
    const later = nextLine(source, statements, statement);
    while (index + 1 < later) status = await shell.statement(statements[++index] as Statement);
    const rest = statements[later];
    if (!rest) break;
    return shell.runText(source.text.slice(rest.pos), {
      name: source.name,
      firstLine: source.lineAt(rest.pos),
    });
  }
  return status;
}

function dropsLine({ flavour, state }: Interpreter, error: unknown): error is ExpansionError {
  return (
    error instanceof ExpansionError && error.reach !== 'shell' && flavour === 'bash' && state.subshell === 0
  );
}

/** Index of the first statement that begins on a later line than this one ends. */
function nextLine(source: SourceText, statements: readonly Statement[], { end }: Statement): number {
  const newline = source.text.indexOf('\n', end);
  const found = newline < 0 ? -1 : statements.findIndex(({ pos }) => pos > newline);
  return found < 0 ? statements.length : found;
}
