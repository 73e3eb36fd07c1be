import { atLeast, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { forEachArgument } from '../for-each-argument.ts';

/** Removes networks that no container uses. @see docker/cli v28.2.2 cli/command/network/remove.go */
export const NETWORK_REMOVE: Command = {
  name: 'rm',
  aliases: ['remove'],
  use: 'NETWORK [NETWORK...]',
  short: 'Remove one or more networks',
  args: atLeast(1),
  flags: [flag('force', 'f', 'bool', 'A missing network is no error')],
  run: async (context) => {
    const api = await context.api();
    return forEachArgument(context, (name) => api.NetworkDelete(name));
  },
};
