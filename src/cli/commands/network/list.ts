import type { NetworkInspect } from '../../../api/network-types.ts';
import { NO_ARGUMENTS, toFilters, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { formatLabels } from '../../format/labels.ts';
import { compareNatural } from '../../format/natural-order.ts';
import { formatList, type RowFields } from '../../format/list-format.ts';

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

const RAW = 'network_id: {{.ID}}\nname: {{.Name}}\ndriver: {{.Driver}}\nscope: {{.Scope}}\n';

/** Prints the networks as a table, IDs, JSON or through a template. @see docker/cli v28.2.2 cli/command/network/list.go */
export const NETWORK_LIST: Command = {
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
    const networks = [...(await (await api()).NetworkList(toFilters(flags.list('filter'))))].sort((a, b) =>
      compareNatural(a.Name, b.Name),
    );
    const id = (full: string): string => (flags.bool('no-trunc') ? full : full.slice(0, 12));
    if (flags.bool('quiet')) {
      await proc.out(networks.map(({ Id }) => `${id(Id)}\n`).join(''));
      return 0;
    }
    const layout = {
      columns: ['ID', 'Name', 'Driver', 'Scope'],
      headers: HEADERS,
      named: { raw: RAW },
      typeName: '*network.networkContext',
    };
    const rows = networks.map((network) => networkFields(network, id(network.Id)));
    await proc.out(formatList(flags.string('format'), layout, rows));
    return 0;
  },
};

/** @see docker/cli v28.2.2 cli/command/network/formatter.go */
function networkFields(network: NetworkInspect, id: string): RowFields {
  return {
    ID: () => id,
    Name: () => network.Name,
    Driver: () => network.Driver,
    Scope: () => network.Scope,
    IPv4: () => String(network.EnableIPv4),
    IPv6: () => String(network.EnableIPv6),
    Internal: () => String(network.Internal),
    CreatedAt: () => network.Created.replace('T', ' ').replace('Z', ' +0000 UTC'),
    Labels: () => formatLabels(network.Labels),
    Label: (name: string) => network.Labels?.[name] ?? '',
  };
}
