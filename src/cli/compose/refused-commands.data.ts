import { ANY_ARGUMENTS } from '../command.ts';
import type { ComposeCommand } from './compose-command.ts';

const refused = (name: string, short: string): ComposeCommand => ({
  name,
  use: '[OPTIONS]',
  short,
  args: ANY_ARGUMENTS,
  flags: [],
});

/** Commands that are not simulated: they only say so beside the terminal. */
export const REFUSED_COMMANDS: readonly ComposeCommand[] = [
  refused('alpha', 'Experimental commands'),
  refused('publish', 'Publish a project'),
];
