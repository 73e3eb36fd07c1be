import type { EndpointSettings } from '../../../api/container-types.ts';
import { CliError } from '../../cli-error.ts';
import { exactly, type Command } from '../../command.ts';
import { flag, unmodelled, type FlagValues } from '../../flags/flag.ts';
import { parseKeyValue } from '../../opts/key-value.ts';
import { readLink } from '../../opts/readers.ts';

/** Connects a container, running or not, to one more network. @see docker/cli v28.2.2 cli/command/network/connect.go */
export const NETWORK_CONNECT: Command = {
  name: 'connect',
  use: '[OPTIONS] NETWORK CONTAINER',
  short: 'Connect a container to a network',
  args: exactly(2),
  flags: [
    flag('alias', '', 'strings', 'Further names in the network'),
    unmodelled('driver-opt', '', 'strings', 'Options of the driver'),
    unmodelled('gw-priority', '', 'int', 'Which gateway is used: the one with the highest'),
    flag('ip', '', 'string', 'IPv4 address (such as 172.30.100.104)'),
    unmodelled('ip6', '', 'string', 'IPv6 address (such as 2001:db8::33)'),
    flag('link', '', 'list', 'Link to another container', { read: readLink }),
    unmodelled('link-local-ip', '', 'strings', 'Link-local addresses'),
  ],
  run: async ({ flags, args, api }) => {
    const [network = '', container = ''] = args;
    const endpoint = endpointSettings(flags);
    await (await api()).NetworkConnect(network, { Container: container, EndpointConfig: endpoint });
    return 0;
  },
};

/** @throws CliError for a driver option without value */
function endpointSettings(flags: FlagValues): EndpointSettings {
  const [ipv4, ipv6, local] = [flags.string('ip'), flags.string('ip6'), flags.list('link-local-ip')];
  const priority = flags.number('gw-priority');
  return {
    IPAMConfig: {
      ...(ipv4 ? { IPv4Address: ipv4 } : {}),
      ...(ipv6 ? { IPv6Address: ipv6 } : {}),
      ...(local.length ? { LinkLocalIPs: [...local] } : {}),
    },
    Aliases: [...flags.list('alias')],
    DriverOpts: Object.fromEntries(flags.list('driver-opt').map(driverOption)),
    ...(flags.has('link') ? { Links: [...flags.list('link')] } : {}),
    ...(priority ? { GwPriority: priority } : {}),
  };
}

function driverOption(text: string): [key: string, value: string] {
  if (!text.includes('=')) throw new CliError('invalid key/value pair format in driver options');
  const [key, value] = parseKeyValue(text);
  return [key.trim().toLowerCase(), value.trim()];
}
