import { atLeast, type Command } from '../../command.ts';
import { forEachArgument } from '../for-each-argument.ts';

/** Lets the processes of paused containers go on. @see docker/cli v28.2.2 cli/command/container/unpause.go */
export const CONTAINER_UNPAUSE: Command = {
  name: 'unpause',
  use: 'CONTAINER [CONTAINER...]',
  short: 'Unpause all processes within one or more containers',
  args: atLeast(1),
  flags: [],
  run: async (context) => {
    const api = await context.api();
    return forEachArgument(context, (id) => api.ContainerUnpause(id));
  },
};
