import type { EndpointSettings } from '../../../api/container-types.ts';
import { exactly, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';

/** Connects a container, running or not, to one more network. @see docker/cli v28.2.2 cli/command/network/connect.go */
export const NETWORK_CONNECT: Command = {
  name: 'connect',
  use: '[OPTIONS] NETWORK CONTAINER',
  short: 'Connect a container to a network',
  args: exactly(2),
  flags: [
    flag('alias', '', 'list', 'Further name in the network'),
    flag('ip', '', 'string', 'IPv4 address'),
    flag('link', '', 'list', 'Link to another container'),
  ],
  run: async ({ flags, args, api }) => {
    const [network = '', container = ''] = args;
    const endpoint: EndpointSettings = {
      ...(flags.has('alias') ? { Aliases: [...flags.list('alias')] } : {}),
      ...(flags.has('ip') ? { IPAMConfig: { IPv4Address: flags.string('ip') ?? '' } } : {}),
      ...(flags.has('link') ? { Links: [...flags.list('link')] } : {}),
    };
    await (await api()).NetworkConnect(network, { Container: container, EndpointConfig: endpoint });
    return 0;
  },
};
