import type { ContainerPort, ContainerSummary } from '../../api/container-types.ts';
import { formatHumanDuration } from '../../lib/human-duration.ts';
import { formatHumanSize } from '../../lib/human-size.ts';
import { truncateText } from '../../lib/text-width.ts';
import { NO_ARGUMENTS, toFilters, type Command } from '../command.ts';
import { flag } from '../flags/flag.ts';
import { formatList, type RowFields } from '../format/list-format.ts';

const HEADERS = {
  Command: 'COMMAND', CreatedAt: 'CREATED AT', ID: 'CONTAINER ID', Image: 'IMAGE', Labels: 'LABELS', LocalVolumes: 'LOCAL VOLUMES', Mounts: 'MOUNTS', Names: 'NAMES',
  Networks: 'NETWORKS', Ports: 'PORTS', RunningFor: 'CREATED', Size: 'SIZE', State: 'STATE', Status: 'STATUS',
} as const; // prettier-ignore

export const CONTAINER_LIST: Command = {
  name: 'ls',
  aliases: ['list', 'ps'],
  use: '[OPTIONS]',
  short: 'List containers',
  args: NO_ARGUMENTS,
  flags: [
    flag('all', 'a', 'bool', 'Show all containers, not only running ones'),
    flag('filter', 'f', 'filter', 'Show only what matches'),
    flag('format', '', 'string', 'Format with a Go template, or json'),
    flag('last', 'n', 'int', 'Show the n containers created last', { default: '-1' }),
    flag('latest', 'l', 'bool', 'Show the container created last'),
    flag('no-trunc', '', 'bool', "Don't shorten the output"),
    flag('quiet', 'q', 'bool', 'Print only IDs'),
    flag('size', 's', 'bool', 'Show sizes'),
  ],
  run: async ({ proc, flags, api }) => {
    const engine = await api();
    const last = flags.bool('latest') ? 1 : flags.number('last');
    const size = flags.bool('size') || (flags.string('format')?.includes('.Size') ?? false);
    const containers = await engine.ContainerList({
      all: flags.bool('all'),
      ...(last !== undefined && last > 0 ? { limit: last } : {}),
      size,
      filters: toFilters(flags.list('filter')),
    });
    const full = flags.bool('no-trunc');
    if (flags.bool('quiet') && !flags.has('format')) {
      await proc.out(containers.map(({ Id }) => `${full ? Id : Id.slice(0, 12)}\n`).join(''));
      return 0;
    }
    const columns = [
      'ID',
      'Image',
      'Command',
      'RunningFor',
      'Status',
      'Ports',
      'Names',
      ...(flags.bool('size') ? ['Size'] : []),
    ];
    const rows = containers.map((container) => containerFields(container, proc.now(), full));
    await proc.out(formatList(flags.string('format'), { columns, headers: HEADERS }, rows));
    return 0;
  },
};

/** @see docker/cli v28 cli/command/formatter/container.go */
function containerFields(container: ContainerSummary, nowMs: number, full: boolean): RowFields {
  const labels = container.Labels;
  return {
    ID: () => (full ? container.Id : container.Id.slice(0, 12)),
    Names: () =>
      container.Names.map((name) => name.replace(/^\//, ''))
        .filter((name) => full || !name.includes('/'))
        .join(','),
    Image: () => imageName(container.Image, full),
    Command: () => JSON.stringify(full ? container.Command : truncateText(container.Command, 20)),
    CreatedAt: () =>
      `${new Date(container.Created * 1000).toISOString().replace('T', ' ').slice(0, 19)} +0000 UTC`,
    RunningFor: () => `${formatHumanDuration(nowMs - container.Created * 1000)} ago`,
    Ports: () => displayPorts(container.Ports),
    State: () => container.State,
    Status: () => container.Status,
    Size: () => {
      const virtual = container.SizeRootFs ? ` (virtual ${formatHumanSize(container.SizeRootFs, 3)})` : '';
      return formatHumanSize(container.SizeRw ?? 0, 3) + virtual;
    },
    Labels: () =>
      Object.entries(labels)
        .map(([key, value]) => `${key}=${value}`)
        .join(','),
    Label: () => undefined,
    Mounts: () =>
      container.Mounts.map((mount) => mount.Name ?? mount.Source)
        .map((name) => (full ? name : truncateText(name, 15)))
        .join(','),
    LocalVolumes: () => String(container.Mounts.filter((mount) => mount.Driver === 'local').length),
    Networks: () => Object.keys(container.NetworkSettings.Networks).join(','),
    Platform: () => '',
  };
}

function imageName(image: string, full: boolean): string {
  if (image === '') return '<no image>';
  return !full && /^sha256:[0-9a-f]{64}$/.test(image) ? image.slice(7, 19) : image;
}

/** `0.0.0.0:8080->80/tcp, [::]:8080->80/tcp, 443/tcp`; neighbouring ports of one kind as a range. @see docker/cli v28 DisplayablePorts */
export function displayPorts(ports: readonly ContainerPort[]): string {
  const sorted = [...ports].sort(
    (a, b) =>
      a.PrivatePort - b.PrivatePort ||
      compareText(a.IP ?? '', b.IP ?? '') ||
      (a.PublicPort ?? 0) - (b.PublicPort ?? 0) ||
      compareText(a.Type, b.Type),
  );
  const groups = new Map<string, { first: number; last: number }>();
  const published: string[] = [];
  const exposed: string[] = [];
  for (const port of sorted) {
    if (port.PublicPort !== undefined && port.PublicPort !== port.PrivatePort) {
      published.push(`${host(port.IP)}:${port.PublicPort}->${port.PrivatePort}/${port.Type}`);
      continue;
    }
    const key = `${port.IP ?? ''}/${port.Type}`;
    const group = groups.get(key);
    if (group?.last === port.PrivatePort - 1) group.last = port.PrivatePort;
    else {
      if (group) exposed.push(range(key, group));
      groups.set(key, { first: port.PrivatePort, last: port.PrivatePort });
    }
  }
  for (const [key, group] of groups) exposed.push(range(key, group));
  return [...exposed, ...published].join(', ');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function host(ip: string | undefined): string {
  return ip?.includes(':') ? `[${ip}]` : (ip ?? '');
}

function range(key: string, { first, last }: { first: number; last: number }): string {
  const slash = key.lastIndexOf('/');
  const [ip, type] = [key.slice(0, slash), key.slice(slash + 1)];
  const ports = first === last ? String(first) : `${first}-${last}`;
  return ip ? `${host(ip)}:${ports}->${ports}/${type}` : `${ports}/${type}`;
}
