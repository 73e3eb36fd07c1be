import { atLeast, type Command } from '../../command.ts';
import { forEachArgument } from '../for-each-argument.ts';
import { STOP_FLAGS, stopOptions } from './stop-options.ts';

/** Stops containers as `stop` does and starts them again. @see docker/cli v28.2.2 cli/command/container/restart.go */
export const CONTAINER_RESTART: Command = {
  name: 'restart',
  use: '[OPTIONS] CONTAINER [CONTAINER...]',
  short: 'Restart one or more containers',
  args: atLeast(1),
  flags: STOP_FLAGS,
  run: async (context) => {
    const api = await context.api();
    const options = stopOptions(context.flags);
    return forEachArgument(context, (id) => api.ContainerRestart(id, options));
  },
};
