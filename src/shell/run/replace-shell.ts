import type { AndOr, CommandNode, Pipeline, Statement } from 'unbash';
import { andThen, type Maybe } from '../maybe.ts';
import type { Interpreter } from './interpreter.ts';
import { execSimple } from './simple-command.ts';
import type { SourceText } from './source-text.ts';

type Node = Statement['command'];

/**
 * Runs the last statement of `-c`, where this shell lets its program take the shell's place: process 1 of `CMD node app.js` is node in a
 * container with ash or bash, and sh in one with dash 0.5.12. Undefined where the shell stays.
 * @see busybox ash.c EV_EXIT; bash execute_cmd.c optimize_connection_fork, should_suppress_fork
 */
export function replaceShell(
  shell: Interpreter,
  source: SourceText,
  statements: readonly Statement[],
): Maybe<number> | undefined {
  const { state, flavour, options } = shell;
  const last = statements.at(-1);
  if (!last || last.background || flavour === 'dash' || state.traps.size > 0) return undefined;
  if (options.interactive || shell.jobControl) return undefined;
  if (flavour === 'bash' && !isSuppressed(source, statements, last.command)) return undefined;
  state.line = source.lineAt(last.pos);
  return runTail(shell, last.command);
}

/** bash forks no more for a plain command without redirections at the end of a list; what stands before an and-or list on its line prevents it. */
function isSuppressed(source: SourceText, statements: readonly Statement[], command: Node): boolean {
  const before = statements.at(-2);
  const sharesLine = before && !source.text.slice(before.end, statements.at(-1)?.pos).includes('\n');
  if (sharesLine && (before.background || command.type === 'AndOr')) return false;
  const node = command.type === 'AndOr' ? command.commands.at(-1) : command;
  return node?.type === 'Command' && node.redirects.length === 0;
}

/** What has nothing after it: a program in it replaces the shell. */
function runTail(shell: Interpreter, node: Node | CommandNode | Pipeline): Maybe<number> {
  switch (node.type) {
    case 'Command':
      // What ran before it on the line may have set a trap.
      return shell.state.traps.size > 0 ? shell.command(node) : execSimple(shell, node);
    case 'AndOr':
      return shell.andOr(node, (last) => runTail(shell, last));
    case 'BraceGroup': {
      const { commands } = node.body;
      const last = commands.at(-1);
      if (!last || last.background) return shell.command(node);
      const rest = { ...node.body, commands: commands.slice(0, -1) };
      return andThen(shell.list(rest), () => {
        shell.state.line = shell.source.lineAt(last.pos);
        return runTail(shell, last.command);
      });
    }
    default:
      return shell.pipeline(node as AndOr['commands'][number]);
  }
}
