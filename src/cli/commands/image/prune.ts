import type { ImageDeleteItem } from '../../../api/image-types.ts';
import { formatHumanSize } from '../../../lib/human-size.ts';
import { NO_ARGUMENTS, toFilters, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { confirmPrune } from '../confirm-prune.ts';

/** Removes images without a name, with --all every image without a container, after asking. @see docker/cli v28.2.2 cli/command/image/prune.go */
export const IMAGE_PRUNE: Command = {
  name: 'prune',
  use: '[OPTIONS]',
  short: 'Remove unused images',
  args: NO_ARGUMENTS,
  flags: [
    flag('all', 'a', 'bool', 'Remove all unused images, not only dangling ones'),
    flag('filter', '', 'filter', 'Prune only what matches'),
    flag('force', 'f', 'bool', 'Do not ask'),
  ],
  run: async (context) => {
    const { proc, flags, api } = context;
    const all = flags.bool('all');
    await confirmPrune(context, `This will remove ${prunedImages(all)}.\n`);
    const filters = { ...toFilters(flags.list('filter')), dangling: [String(!all)] };
    const { ImagesDeleted, SpaceReclaimed } = await (await api()).ImagePrune(filters);
    const lines = (ImagesDeleted ?? []).map(prunedLine);
    if (lines.length) await proc.out(`Deleted Images:\n${lines.join('\n')}\n\n`);
    await proc.out(`Total reclaimed space: ${formatHumanSize(SpaceReclaimed)}\n`);
    return 0;
  },
};

/** Which images a prune removes, as its question says. */
export function prunedImages(all: boolean): string {
  return all ? 'all images without at least one container associated to them' : 'all dangling images';
}

/** What a prune did to an image, as a line of its report. */
export function prunedLine({ Untagged, Deleted = '' }: ImageDeleteItem): string {
  return Untagged === undefined ? `deleted: ${Deleted}` : `untagged: ${Untagged}`;
}
