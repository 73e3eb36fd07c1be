import { atLeast, type Command } from '../../command.ts';
import { forEachArgument } from '../for-each-argument.ts';
import { STOP_FLAGS, stopOptions } from './stop-options.ts';

/** Stops containers one after the other: a signal, and a kill once the time is over. @see docker/cli v28.2.2 cli/command/container/stop.go */
export const CONTAINER_STOP: Command = {
  name: 'stop',
  use: '[OPTIONS] CONTAINER [CONTAINER...]',
  short: 'Stop one or more running containers',
  args: atLeast(1),
  flags: STOP_FLAGS,
  run: async (context) => {
    const api = await context.api();
    const options = stopOptions(context.flags);
    return forEachArgument(context, (id) => api.ContainerStop(id, options));
  },
};
