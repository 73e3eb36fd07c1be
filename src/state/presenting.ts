/** A presenter's list of commands, and the place in it. */
export interface Presenting {
  readonly commands: readonly string[];
  /** Index of the command that is typed next; the list's length at its end. */
  readonly next: number;
}

/** One command a line; a line that ends with `\` goes on in the next. Empty lines, comments and a prompt that was pasted along are left out. */
export function presenterCommands(text: string): string[] {
  const commands: string[] = [];
  let begun = '';
  for (const line of text.split('\n')) {
    const whole = begun + line;
    if (line.endsWith('\\')) {
      begun = `${whole}\n`;
      continue;
    }
    begun = '';
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
