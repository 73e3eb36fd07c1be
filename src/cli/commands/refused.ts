import type { Command } from '../command.ts';

/** A command that is known and not simulated: help, flags and arguments are the real client's; it ends with status 1 and says why beside the terminal. */
export function refused(command: Omit<Command, 'run' | 'refused'>): Command {
  return { ...command, refused: true };
}
