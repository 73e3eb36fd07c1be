import { asTyped, type ScriptLine } from '../lib/script-line.ts';
import { hereDocuments, lastLine } from './here-documents.ts';
import { FIRST_MACHINE } from './session.ts';

const COMMENT = /^\s*(?:\$ )?\s*#/;

/** A presenter's list of commands, and the place in it. */
export interface Presenting {
  readonly commands: readonly string[];
  /** Index of the command that is typed next; the list's length at its end. */
  readonly next: number;
}

/** One command a line; a line that ends with `\` goes on in the next, here-documents up to the last line of the last. Empty lines, comments and a prompt that was pasted along are left out. */
export function presenterCommands(text: string): string[] {
  const lines = text.split(/\r?\n/);
  const commands: string[] = [];
  let begun = '';
  let last = -1;
  for (const [at, line] of lines.entries()) {
    if (at <= last || (begun === '' && COMMENT.test(line))) continue;
    const whole = begun + line;
    const goesOn = line.endsWith('\\') && at + 1 < lines.length;
    begun = goesOn ? `${whole}\n` : '';
    if (goesOn) continue;
    last = lastLine(lines, at, hereDocuments(whole));
    const typed = [whole, ...lines.slice(at + 1, last + 1)].join('\n').trim();
    const command = typed.replace(/^\$ /, '').replace(/\s*\\$/, '');
    if (command !== '') commands.push(command);
  }
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
      const typed = asTyped(command);
      return several && !deed ? `@${machine} ${typed}` : typed;
    })
    .join('\n');
}
