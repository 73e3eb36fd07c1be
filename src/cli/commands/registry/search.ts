import type { ImageSearchItem } from '../../../api/image-types.ts';
import { truncateText } from '../../../lib/text-width.ts';
import { exactly, toFilters, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { formatList, type RowFields } from '../../format/list-format.ts';

const HEADERS = {
  Description: 'DESCRIPTION',
  IsAutomated: 'AUTOMATED',
  IsOfficial: 'OFFICIAL',
  Name: 'NAME',
  StarCount: 'STARS',
} as const;

/** Prints what the registry finds for a word. @see docker/cli v28.2.2 cli/command/registry/search.go */
export const SEARCH: Command = {
  name: 'search',
  use: '[OPTIONS] TERM',
  short: 'Search Docker Hub for images',
  args: exactly(1),
  flags: [
    flag('filter', 'f', 'filter', 'Show only what matches'),
    flag('format', '', 'string', 'Format with a Go template'),
    flag('limit', '', 'int', 'Most results to show'),
    flag('no-trunc', '', 'bool', "Don't shorten the output"),
  ],
  run: async ({ proc, flags, args, api }) => {
    const filters = toFilters(flags.list('filter'));
    const limit = flags.number('limit');
    const items = await (
      await api()
    ).ImageSearch(args[0] ?? '', {
      ...(limit ? { limit } : {}),
      ...(Object.keys(filters).length ? { filters } : {}),
    });
    const rows = items.map((item) => searchFields(item, flags.bool('no-trunc')));
    const layout = { columns: ['Name', 'Description', 'StarCount', 'IsOfficial'], headers: HEADERS };
    await proc.out(formatList(flags.string('format'), layout, rows));
    return 0;
  },
};

/** @see docker/cli v28.2.2 cli/command/registry/formatter_search.go */
function searchFields(item: ImageSearchItem, full: boolean): RowFields {
  const description = item.description.replaceAll('\n', ' ').replaceAll('\r', ' ');
  return {
    Name: () => item.name,
    Description: () => (full ? description : truncateText(description, 45)),
    StarCount: () => String(item.star_count),
    IsOfficial: () => (item.is_official ? '[OK]' : ''),
    IsAutomated: () => '',
  };
}
