import type { ContainerSummary } from '../../../api/container-types.ts';
import { formatHumanDuration } from '../../../lib/human-duration.ts';
import { formatHumanSize } from '../../../lib/human-size.ts';
import { truncateText } from '../../../lib/text-width.ts';
import { NO_ARGUMENTS, toFilters, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { formatLabels } from '../../format/labels.ts';
import { formatList, type RowFields } from '../../format/list-format.ts';
import { displayPorts } from './display-ports.ts';

const HEADERS = {
  Command: 'COMMAND',
  CreatedAt: 'CREATED AT',
  ID: 'CONTAINER ID',
  Image: 'IMAGE',
  Labels: 'LABELS',
  LocalVolumes: 'LOCAL VOLUMES',
  Mounts: 'MOUNTS',
  Names: 'NAMES',
  Networks: 'NETWORKS',
  Ports: 'PORTS',
  RunningFor: 'CREATED',
  Size: 'SIZE',
  State: 'STATE',
  Status: 'STATUS',
} as const;

const COLUMNS = ['ID', 'Image', 'Command', 'RunningFor', 'Status', 'Ports', 'Names'];

/** Prints the containers that run, or all, newest first: as a table, IDs, JSON or through a template. @see docker/cli v28.2.2 cli/command/container/list.go */
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
    const columns = flags.bool('size') ? [...COLUMNS, 'Size'] : COLUMNS;
    const rows = containers.map((container) => containerFields(container, proc.now(), full));
    await proc.out(formatList(flags.string('format'), { columns, headers: HEADERS }, rows));
    return 0;
  },
};

/** @see docker/cli v28.2.2 cli/command/formatter/container.go */
function containerFields(container: ContainerSummary, nowMs: number, full: boolean): RowFields {
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
    Labels: () => formatLabels(container.Labels),
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
