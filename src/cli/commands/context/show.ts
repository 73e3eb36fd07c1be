import { ANY_ARGUMENTS, type Command } from '../../command.ts';
import { DEFAULT_CONTEXT } from '../../context-store.ts';

/** Prints the name of the context in use. @see docker/cli v28.2.2 cli/command/context/show.go */
export const CONTEXT_SHOW: Command = {
  name: 'show',
  use: '',
  short: 'Print the name of the current context',
  args: ANY_ARGUMENTS,
  flags: [],
  run: async ({ proc }) => {
    await proc.out(`${DEFAULT_CONTEXT}\n`);
    return 0;
  },
};
