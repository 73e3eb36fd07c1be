import { atLeast, type Command } from '../../command.ts';
import { forEachArgument } from '../for-each-argument.ts';

/** Freezes all processes of each container. @see docker/cli v28.2.2 cli/command/container/pause.go */
export const CONTAINER_PAUSE: Command = {
  name: 'pause',
  use: 'CONTAINER [CONTAINER...]',
  short: 'Pause all processes within one or more containers',
  args: atLeast(1),
  flags: [],
  run: async (context) => {
    const api = await context.api();
    return forEachArgument(context, (id) => api.ContainerPause(id));
  },
};
