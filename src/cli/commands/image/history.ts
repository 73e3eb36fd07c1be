import type { ImageHistoryItem } from '../../../api/image-types.ts';
import { formatHumanDuration } from '../../../lib/human-duration.ts';
import { formatHumanSize } from '../../../lib/human-size.ts';
import { truncateText } from '../../../lib/text-width.ts';
import { exactly, type Command } from '../../command.ts';
import { flag, unmodelled } from '../../flags/flag.ts';
import { formatList, type RowFields } from '../../format/list-format.ts';
import { shortId } from './short-id.ts';

const HEADERS = {
  Comment: 'COMMENT',
  CreatedAt: 'CREATED AT',
  CreatedBy: 'CREATED BY',
  CreatedSince: 'CREATED',
  ID: 'IMAGE',
  Size: 'SIZE',
} as const;

const COLUMNS = ['ID', 'CreatedSince', 'CreatedBy', 'Size', 'Comment'];

/** Prints the steps an image was made in, newest first. @see docker/cli v28.2.2 cli/command/image/history.go */
export const IMAGE_HISTORY: Command = {
  name: 'history',
  use: '[OPTIONS] IMAGE',
  short: 'Show the history of an image',
  args: exactly(1),
  flags: [
    flag('format', '', 'string', 'Format with a Go template, or json'),
    flag('human', 'H', 'bool', 'Readable dates and sizes', { default: 'true' }),
    flag('no-trunc', '', 'bool', "Don't shorten the output"),
    unmodelled('platform', '', 'string', 'Platform of the image'),
    flag('quiet', 'q', 'bool', 'Print only IDs'),
  ],
  run: async ({ proc, flags, args, api }) => {
    const items = await (await api()).ImageHistory(args[0] ?? '');
    const full = flags.bool('no-trunc');
    const human = !flags.has('human') || flags.bool('human');
    if (flags.bool('quiet')) {
      await proc.out(items.map(({ Id }) => `${shortId(Id, full)}\n`).join(''));
      return 0;
    }
    const layout = { columns: COLUMNS, headers: HEADERS };
    const rows = items.map((item) => historyFields(item, { nowMs: proc.now(), full, human }));
    await proc.out(formatList(flags.string('format'), layout, rows));
    return 0;
  },
};

interface HistoryStyle {
  readonly nowMs: number;
  /** Not shortened. */
  readonly full: boolean;
  /** Ages and sizes as people say them. */
  readonly human: boolean;
}

/** @see docker/cli v28.2.2 cli/command/image/formatter_history.go */
function historyFields(item: ImageHistoryItem, { nowMs, full, human }: HistoryStyle): RowFields {
  const createdBy = item.CreatedBy.replaceAll('\t', ' ');
  return {
    ID: () => (item.Id === '<missing>' ? item.Id : shortId(item.Id, full)),
    CreatedSince: () =>
      human ? `${formatHumanDuration(nowMs - item.Created * 1000)} ago` : isoTime(item.Created),
    CreatedAt: () => isoTime(item.Created),
    CreatedBy: () => (full ? createdBy : truncateText(createdBy, 45)),
    Size: () => (human ? formatHumanSize(item.Size, 3) : String(item.Size)),
    Comment: () => item.Comment,
  };
}

function isoTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000', '');
}
