import type { EndpointSettings } from '../../api/container-types.ts';
import { CliError } from '../cli-error.ts';
import { atLeast, exactly, NO_ARGUMENTS, toFilters, type Command } from '../command.ts';
import { flag } from '../flags/flag.ts';
import { formatList, type RowFields } from '../format/list-format.ts';
import { confirm, forEachArgument } from './each.ts';
import { inspectCommand } from './inspect.ts';

const HEADERS = {
  CreatedAt: 'CREATED AT',
  Driver: 'DRIVER',
  ID: 'NETWORK ID',
  IPv4: 'IPV4',
  IPv6: 'IPV6',
  Internal: 'INTERNAL',
  Labels: 'LABELS',
  Name: 'NAME',
  Scope: 'SCOPE',
} as const;

const LIST: Command = {
  name: 'ls',
  aliases: ['list'],
  use: '[OPTIONS]',
  short: 'List networks',
  args: NO_ARGUMENTS,
  flags: [
    flag('filter', 'f', 'filter', 'Show only what matches'),
    flag('format', '', 'string', 'Format with a Go template, or json'),
    flag('no-trunc', '', 'bool', "Don't shorten IDs"),
    flag('quiet', 'q', 'bool', 'Print only IDs'),
  ],
  run: async ({ proc, flags, api }) => {
    const networks = await (await api()).NetworkList(toFilters(flags.list('filter')));
    const id = (full: string): string => (flags.bool('no-trunc') ? full : full.slice(0, 12));
    if (flags.bool('quiet')) {
      await proc.out(networks.map(({ Id }) => `${id(Id)}\n`).join(''));
      return 0;
    }
    const rows = networks.map((network): RowFields => ({
      ID: () => id(network.Id),
      Name: () => network.Name,
      Driver: () => network.Driver,
      Scope: () => network.Scope,
      IPv4: () => String(network.EnableIPv4),
      IPv6: () => String(network.EnableIPv6),
      Internal: () => String(network.Internal),
      CreatedAt: () => network.Created.replace('T', ' ').replace('Z', ' +0000 UTC'),
      Labels: () =>
        Object.entries(network.Labels)
          .map(([key, value]) => `${key}=${value}`)
          .join(','),
    }));
    await proc.out(
      formatList(
        flags.string('format'),
        { columns: ['ID', 'Name', 'Driver', 'Scope'], headers: HEADERS },
        rows,
      ),
    );
    return 0;
  },
};

const CREATE: Command = {
  name: 'create',
  use: '[OPTIONS] NETWORK',
  short: 'Create a network',
  args: exactly(1),
  flags: [
    flag('attachable', '', 'bool', 'Containers may attach by hand'),
    flag('driver', 'd', 'string', 'Driver of the network', { default: '"bridge"' }),
    flag('gateway', '', 'list', 'Gateway of the subnet'),
    flag('internal', '', 'bool', 'No way out of it'),
    flag('ip-range', '', 'list', 'Give addresses from this part'),
    flag('ipv6', '', 'bool', 'IPv6 too', { unmodelled: true }),
    flag('label', '', 'list', 'Set labels'),
    flag('opt', 'o', 'map', 'Options of the driver'),
    flag('subnet', '', 'list', 'Subnet in CIDR form'),
  ],
  run: async ({ proc, flags, args, api }) => {
    const pairs = (name: string): Record<string, string> =>
      Object.fromEntries(
        flags.list(name).map((text) => [text.split('=')[0] ?? '', text.slice(text.indexOf('=') + 1)]),
      );
    const [subnet] = flags.list('subnet');
    const { Id } = await (
      await api()
    ).NetworkCreate({
      Name: args[0] ?? '',
      Driver: flags.string('driver') ?? 'bridge',
      Internal: flags.bool('internal'),
      Attachable: flags.bool('attachable'),
      Options: pairs('opt'),
      Labels: pairs('label'),
      IPAM: {
        Config: subnet
          ? [
              {
                Subnet: subnet,
                ...(flags.has('gateway') ? { Gateway: flags.string('gateway') ?? '' } : {}),
                ...(flags.has('ip-range') ? { IPRange: flags.string('ip-range') ?? '' } : {}),
              },
            ]
          : [],
      },
    });
    await proc.out(`${Id}\n`);
    return 0;
  },
};

const CONNECT: Command = {
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
    const endpoint: EndpointSettings = {
      ...(flags.has('alias') ? { Aliases: [...flags.list('alias')] } : {}),
      ...(flags.has('ip') ? { IPAMConfig: { IPv4Address: flags.string('ip') ?? '' } } : {}),
      ...(flags.has('link') ? { Links: [...flags.list('link')] } : {}),
    };
    await (await api()).NetworkConnect(args[0] ?? '', { Container: args[1] ?? '', EndpointConfig: endpoint });
    return 0;
  },
};

const DISCONNECT: Command = {
  name: 'disconnect',
  use: '[OPTIONS] NETWORK CONTAINER',
  short: 'Disconnect a container from a network',
  args: exactly(2),
  flags: [flag('force', 'f', 'bool', 'Also where the container is gone')],
  run: async ({ flags, args, api }) => {
    await (
      await api()
    ).NetworkDisconnect(args[0] ?? '', { Container: args[1] ?? '', Force: flags.bool('force') });
    return 0;
  },
};

const REMOVE: Command = {
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

const PRUNE: Command = {
  name: 'prune',
  use: '[OPTIONS]',
  short: 'Remove all unused networks',
  args: NO_ARGUMENTS,
  flags: [flag('filter', '', 'filter', 'Prune only what matches'), flag('force', 'f', 'bool', 'Do not ask')],
  run: async (context) => {
    const question =
      'WARNING! This will remove all custom networks not used by at least one container.\nAre you sure you want to continue?';
    if (!context.flags.bool('force') && !(await confirm(context, question)))
      throw new CliError('network prune has been cancelled');
    const { Deleted } = await (await context.api()).NetworkPrune(toFilters(context.flags.list('filter')));
    if (Deleted.length)
      await context.proc.out(`Deleted Networks:\n${Deleted.map((name) => `${name}\n`).join('')}\n`);
    return 0;
  },
};

export const NETWORK_COMMANDS: readonly Command[] = [
  CONNECT,
  CREATE,
  DISCONNECT,
  inspectCommand('network'),
  LIST,
  PRUNE,
  REMOVE,
];
