import { formatHumanSize } from '../../lib/human-size.ts';
import { CliError } from '../cli-error.ts';
import { atLeast, atMost, NO_ARGUMENTS, toFilters, type Command } from '../command.ts';
import { flag } from '../flags/flag.ts';
import { formatList, type RowFields } from '../format/list-format.ts';
import { confirm, forEachArgument } from './each.ts';
import { inspectCommand } from './inspect.ts';

const HEADERS = {
  Availability: 'AVAILABILITY',
  Driver: 'DRIVER',
  Group: 'GROUP',
  Labels: 'LABELS',
  Links: 'LINKS',
  Mountpoint: 'MOUNTPOINT',
  Name: 'VOLUME NAME',
  Scope: 'SCOPE',
  Size: 'SIZE',
  Status: 'STATUS',
} as const;

const LIST: Command = {
  name: 'ls',
  aliases: ['list'],
  use: '[OPTIONS]',
  short: 'List volumes',
  args: NO_ARGUMENTS,
  flags: [
    flag('cluster', '', 'bool', 'Only cluster volumes', { unmodelled: true }),
    flag('filter', 'f', 'filter', 'Show only what matches'),
    flag('format', '', 'string', 'Format with a Go template, or json'),
    flag('quiet', 'q', 'bool', 'Print only names'),
  ],
  run: async ({ proc, flags, api }) => {
    const { Volumes } = await (await api()).VolumeList(toFilters(flags.list('filter')));
    if (flags.bool('quiet')) {
      await proc.out(Volumes.map(({ Name }) => `${Name}\n`).join(''));
      return 0;
    }
    const rows = Volumes.map((volume): RowFields => ({
      Name: () => volume.Name,
      Driver: () => volume.Driver,
      Scope: () => volume.Scope,
      Mountpoint: () => volume.Mountpoint,
      Labels: () =>
        Object.entries(volume.Labels ?? {})
          .map(([key, value]) => `${key}=${value}`)
          .join(','),
      Links: () => 'N/A',
      Size: () => 'N/A',
      Availability: () => 'N/A',
      Group: () => 'N/A',
      Status: () => 'N/A',
    }));
    await proc.out(
      formatList(flags.string('format'), { columns: ['Driver', 'Name'], headers: HEADERS }, rows),
    );
    return 0;
  },
};

const CREATE: Command = {
  name: 'create',
  use: '[OPTIONS] [VOLUME]',
  short: 'Create a volume',
  args: atMost(1),
  flags: [
    flag('driver', 'd', 'string', 'Driver of the volume', { default: '"local"' }),
    flag('label', '', 'list', 'Set labels'),
    flag('opt', 'o', 'map', 'Options of the driver'),
    flag('name', '', 'string', 'Older form of the argument'),
  ],
  run: async ({ proc, flags, args, api }) => {
    const pairs = (name: string): Record<string, string> =>
      Object.fromEntries(
        flags.list(name).map((text) => [text.split('=')[0] ?? '', text.slice(text.indexOf('=') + 1)]),
      );
    const name = args[0] ?? flags.string('name');
    const { Name } = await (
      await api()
    ).VolumeCreate({
      ...(name ? { Name: name } : {}),
      Driver: flags.string('driver') ?? 'local',
      Labels: pairs('label'),
      DriverOpts: pairs('opt'),
    });
    await proc.out(`${Name}\n`);
    return 0;
  },
};

const REMOVE: Command = {
  name: 'rm',
  aliases: ['remove'],
  use: '[OPTIONS] VOLUME [VOLUME...]',
  short: 'Remove one or more volumes',
  args: atLeast(1),
  flags: [flag('force', 'f', 'bool', 'A missing volume is no error')],
  run: async (context) => {
    const api = await context.api();
    return forEachArgument(context, (name) => api.VolumeDelete(name, { force: context.flags.bool('force') }));
  },
};

const PRUNE: Command = {
  name: 'prune',
  use: '[OPTIONS]',
  short: 'Remove unused local volumes',
  args: NO_ARGUMENTS,
  flags: [
    flag('all', 'a', 'bool', 'Named volumes too'),
    flag('filter', '', 'filter', 'Prune only what matches'),
    flag('force', 'f', 'bool', 'Do not ask'),
  ],
  run: async (context) => {
    const all = context.flags.bool('all');
    const question = `WARNING! This will remove ${all ? 'all' : 'anonymous'} local volumes not used by at least one container.\nAre you sure you want to continue?`;
    if (!context.flags.bool('force') && !(await confirm(context, question)))
      throw new CliError('volume prune has been cancelled');
    const filters = { ...toFilters(context.flags.list('filter')), ...(all ? { all: ['true'] } : {}) };
    const { Deleted, SpaceReclaimed } = await (await context.api()).VolumePrune(filters);
    await context.proc.out(
      `${Deleted.length ? `Deleted Volumes:\n${Deleted.map((name) => `${name}\n`).join('')}\n` : ''}Total reclaimed space: ${formatHumanSize(SpaceReclaimed)}\n`,
    );
    return 0;
  },
};

export const VOLUME_COMMANDS: readonly Command[] = [CREATE, inspectCommand('volume'), LIST, PRUNE, REMOVE];
