import type { AndOr, CommandNode, CompoundList, Pipeline } from 'unbash';
import { FunctionLayout } from '../builtins/function-layout.ts';
import type { SourceText } from './source-text.ts';

export type CommandTree = CommandNode | CompoundList | AndOr | Pipeline;

/**
 * What `BASH_COMMAND` and the DEBUG trap see of a command that begins; undefined where only the commands in it are seen.
 * @see bash execute_cmd.c, the_printed_command_except_trap
 */
export function commandText(node: CommandTree, source: SourceText): string | undefined {
  switch (node.type) {
    case 'Command':
    case 'TestCommand':
    case 'ArithmeticCommand':
      return new FunctionLayout(source).command(node);
    case 'For': {
      const words = node.wordlist?.map(({ text }) => text) ?? ['"$@"'];
      return `for ${node.name.value} in ${words.join(' ')}`;
    }
    case 'Case':
      return `case ${node.word.text} in `;
    default:
      return undefined;
  }
}
