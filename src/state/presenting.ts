import type { ScriptLine } from '../lib/script-line.ts';
import { FIRST_MACHINE } from './session.ts';

/** A presenter's list of commands, and the place in it. */
export interface Presenting {
  readonly commands: readonly string[];
  /** Index of the command that is typed next; the list's length at its end. */
  readonly next: number;
}

/** One command a line; a line that ends with `\` goes on in the next, a here-document up to its last line. Empty lines, comments and a prompt that was pasted along are left out. */
export function presenterCommands(text: string): string[] {
  const commands: string[] = [];
  let begun = '';
  let end: string | undefined;
  for (const line of text.split('\n')) {
    const whole = begun + line;
    end ??= /(?<!<)<<-?\s*['"]?(\w+)/.exec(line)?.[1];
    if (end === undefined ? line.endsWith('\\') : line.trim() !== end) {
      begun = `${whole}\n`;
      continue;
    }
    begun = '';
    end = undefined;
    const command = whole.trim().replace(/^\$ /, '');
    if (command !== '' && !command.startsWith('#')) commands.push(command);
  }
  if (begun.trim() !== '') commands.push(begun.trim().replace(/\\$/, '').trim());
  return commands;
}

/** Another place in the list, within it. */
export function stepTo(presenting: Presenting, next: number): Presenting {
  return { ...presenting, next: Math.min(Math.max(next, 0), presenting.commands.length) };
}

/** Commands of a solution as a presenter's list has them. Where there are several machines, each line says which it is for. */
export function presenterText(solution: readonly ScriptLine[]): string {
  const several = solution.some(({ machine }) => machine !== undefined);
  return solution
    .map(({ command, machine = FIRST_MACHINE, deed }) => {
      const typed = command.replace(/\s*# fails$/m, '');
      return several && !deed ? `@${machine} ${typed}` : typed;
    })
    .join('\n');
}
