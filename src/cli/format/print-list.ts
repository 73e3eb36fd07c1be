import type { CommandContext } from '../command.ts';
import { formatList, type ListFormat, type RowFields } from './list-format.ts';

/** Prints rows as --format and --quiet say: quiet makes the table the IDs alone, and has no say where there is a template. @see docker/cli v28.2.2 cli/command/formatter/formatter.go */
export async function printList(
  { proc, flags }: Pick<CommandContext, 'proc' | 'flags'>,
  layout: ListFormat,
  rows: readonly RowFields[],
): Promise<void> {
  const format = flags.string('format');
  const isTable = format === undefined || format === '' || format === 'table';
  const shown = flags.bool('quiet') && isTable ? '{{.ID}}' : format;
  await proc.out(formatList(shown, layout, rows));
}
