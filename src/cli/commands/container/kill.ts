import { atLeast, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { forEachArgument } from '../for-each-argument.ts';

/** Sends a signal to the first process of each container: KILL, or the one named. @see docker/cli v28.2.2 cli/command/container/kill.go */
export const CONTAINER_KILL: Command = {
  name: 'kill',
  use: '[OPTIONS] CONTAINER [CONTAINER...]',
  short: 'Kill one or more running containers',
  args: atLeast(1),
  flags: [flag('signal', 's', 'string', 'Signal to send')],
  run: async (context) => {
    const api = await context.api();
    return forEachArgument(context, (id) => api.ContainerKill(id, context.flags.string('signal')));
  },
};
