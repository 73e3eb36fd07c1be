import type { ContainerSummary } from '../../../api/container-types.ts';
import { formatHumanDuration } from '../../../lib/human-duration.ts';
import { formatHumanSize } from '../../../lib/human-size.ts';
import { formatFamiliar, parseImageReference } from '../../../lib/image-reference.ts';
import { truncateText } from '../../../lib/text-width.ts';
import { NO_ARGUMENTS, toFilters, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { formatLabels } from '../../format/labels.ts';
import { checkTemplate, formatList, type ListFormat, type RowFields } from '../../format/list-format.ts';
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

const RAW = `container_id: {{.ID}}
image: {{.Image}}
command: {{.Command}}
created_at: {{.CreatedAt}}
state: {{- pad .State 1 0}}
status: {{- pad .Status 1 0}}
names: {{.Names}}
labels: {{- pad .Labels 1 0}}
ports: {{- pad .Ports 1 0}}
`;

/** What a template is tried on before the daemon is asked. */
const NOBODY: ContainerSummary = {
  Id: '',
  Names: [],
  Image: '',
  ImageID: '',
  Command: '',
  Created: 0,
  Ports: [],
  Labels: {},
  State: 'created',
  Status: '',
  HostConfig: { NetworkMode: '' },
  NetworkSettings: { Networks: {} },
  Mounts: [],
};

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
    const format = flags.string('format');
    const layout = layoutOf(flags.bool('size'));
    checkTemplate(format, layout, containerFields(NOBODY, 0, false));
    const last = flags.bool('latest') ? 1 : flags.number('last');
    const containers = await (
      await api()
    ).ContainerList({
      all: flags.bool('all'),
      ...(last !== undefined && last > 0 ? { limit: last } : {}),
      size: flags.bool('size') || (format?.includes('.Size') ?? false),
      filters: toFilters(flags.list('filter')),
    });
    const full = flags.bool('no-trunc');
    if (flags.bool('quiet') && !format) {
      await proc.out(containers.map(({ Id }) => `${full ? Id : Id.slice(0, 12)}\n`).join(''));
      return 0;
    }
    const rows = containers.map((container) => containerFields(container, proc.now(), full));
    await proc.out(formatList(format, layout, rows));
    return 0;
  },
};

function layoutOf(size: boolean): ListFormat {
  return {
    columns: size ? [...COLUMNS, 'Size'] : COLUMNS,
    headers: HEADERS,
    json: [...Object.keys(HEADERS), 'Platform'],
    named: { raw: size ? `${RAW}size: {{.Size}}\n` : RAW },
    typeName: '*formatter.ContainerContext',
  };
}

/** @see docker/cli v28.2.2 cli/command/formatter/container.go */
function containerFields(container: ContainerSummary, nowMs: number, full: boolean): RowFields {
  return {
    ID: () => (full ? container.Id : container.Id.slice(0, 12)),
    Names: () =>
      container.Names.map((name) => name.replace(/^\//, ''))
        .filter((name) => full || !name.includes('/'))
        .join(','),
    Image: () => imageName(container, full),
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
    Label: (name: string) => container.Labels[name] ?? '',
    Mounts: () =>
      container.Mounts.map((mount) => mount.Name ?? mount.Source)
        .map((name) => (full ? name : truncateText(name, 15)))
        .join(','),
    LocalVolumes: () => String(container.Mounts.filter((mount) => mount.Driver === 'local').length),
    Networks: () => Object.keys(container.NetworkSettings.Networks).join(','),
    Platform: () => null,
  };
}

/** Without its digest; as a short ID where it is the image's own. */
function imageName({ Image, ImageID }: ContainerSummary, full: boolean): string {
  if (Image === '') return '<no image>';
  if (full) return Image;
  const short = (id: string): string => id.replace(/^sha256:/, '').slice(0, 12);
  if (short(ImageID) === short(Image)) return short(ImageID);
  try {
    const { digest, ...named } = parseImageReference(Image);
    return digest === undefined ? Image : formatFamiliar(named);
  } catch {
    return Image;
  }
}
