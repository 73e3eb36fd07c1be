import { NO_ARGUMENTS, toFilters, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { compareNatural } from '../../format/natural-order.ts';
import { formatList } from '../../format/list-format.ts';
import { VOLUME_HEADERS, volumeFields } from './volume-fields.ts';

/** Prints the volumes as a table, names, JSON or through a template. @see docker/cli v28.2.2 cli/command/volume/list.go */
export const VOLUME_LIST: Command = {
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
    const listed = await (await api()).VolumeList(toFilters(flags.list('filter')));
    const Volumes = [...listed.Volumes].sort((a, b) => compareNatural(a.Name, b.Name));
    if (flags.bool('quiet')) {
      await proc.out(Volumes.map(({ Name }) => `${Name}\n`).join(''));
      return 0;
    }
    const layout = {
      columns: ['Driver', 'Name'],
      headers: VOLUME_HEADERS,
      named: { raw: 'name: {{.Name}}\ndriver: {{.Driver}}\n' },
      typeName: '*formatter.volumeContext',
    };
    await proc.out(formatList(flags.string('format'), layout, Volumes.map(volumeFields)));
    return 0;
  },
};
