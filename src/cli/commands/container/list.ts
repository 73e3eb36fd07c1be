import type { ContainerSummary } from '../../../api/container-types.ts';
import { NO_ARGUMENTS, toFilters, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { checkTemplate, formatList, type ListFormat, type RowFields } from '../../format/list-format.ts';
import { CONTAINER_HEADERS, containerFields } from './container-fields.ts';

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
    await proc.out(formatList(format, layout, rowsOf(containers, proc.now(), full)));
    return 0;
  },
};

/** One at a time: those of thousands of containers at once would have to be kept, and collected later. */
function* rowsOf(
  containers: readonly ContainerSummary[],
  nowMs: number,
  full: boolean,
): Generator<RowFields> {
  for (const container of containers) yield containerFields(container, nowMs, full);
}

function layoutOf(size: boolean): ListFormat {
  return {
    columns: size ? [...COLUMNS, 'Size'] : COLUMNS,
    headers: CONTAINER_HEADERS,
    json: [...Object.keys(CONTAINER_HEADERS), 'Platform'],
    named: { raw: size ? `${RAW}size: {{.Size}}\n` : RAW },
    typeName: '*formatter.ContainerContext',
  };
}
