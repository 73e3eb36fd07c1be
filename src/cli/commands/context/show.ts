import { ANY_ARGUMENTS, type Command } from '../../command.ts';
import { currentContext } from '../../connect.ts';

/** Prints the name of the context in use. @see docker/cli v28.2.2 cli/command/context/show.go */
export const CONTEXT_SHOW: Command = {
  name: 'show',
  use: '',
  short: 'Print the name of the current context',
  args: ANY_ARGUMENTS,
  flags: [],
  run: async ({ proc }) => {
    await proc.out(`${currentContext(proc)}\n`);
    return 0;
  },
};
