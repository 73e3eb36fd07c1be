import { exactly, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';

/** Takes a container off a network. @see docker/cli v28.2.2 cli/command/network/disconnect.go */
export const NETWORK_DISCONNECT: Command = {
  name: 'disconnect',
  use: '[OPTIONS] NETWORK CONTAINER',
  short: 'Disconnect a container from a network',
  args: exactly(2),
  flags: [flag('force', 'f', 'bool', 'Also where the container is gone')],
  run: async ({ flags, args, api }) => {
    const [network = '', container = ''] = args;
    const force = flags.bool('force');
    await (await api()).NetworkDisconnect(network, { Container: container, Force: force });
    return 0;
  },
};
