import { formatHumanSize } from '../../../lib/human-size.ts';
import { NO_ARGUMENTS, toFilters, type Command } from '../../command.ts';
import { flag, unmodelled } from '../../flags/flag.ts';
import { confirmPrune } from '../confirm-prune.ts';

/** Removes build cache that nothing uses, with --all also what images use, after asking. @see docker/cli v28.2.2 cli/command/builder/prune.go */
export const BUILDER_PRUNE: Command = {
  name: 'prune',
  use: '',
  short: 'Remove build cache',
  args: NO_ARGUMENTS,
  flags: [
    flag('all', 'a', 'bool', 'Remove all unused build cache, not just dangling ones'),
    flag('filter', '', 'filter', 'Prune only what matches'),
    flag('force', 'f', 'bool', 'Do not ask'),
    unmodelled('keep-storage', '', 'bytes', 'Disk space to keep for the cache'),
  ],
  run: async (context) => {
    const { proc, flags, api } = context;
    const all = flags.bool('all');
    const what = all ? 'all build cache' : 'all dangling build cache';
    await confirmPrune(context, `This will remove ${what}. `);
    const filters = toFilters(flags.list('filter'));
    const { Deleted, SpaceReclaimed } = await (await api()).BuildPrune({ all, filters });
    if (Deleted.length)
      await proc.out(`Deleted build cache objects:\n${Deleted.map((id) => `${id}\n`).join('')}\n`);
    await proc.out(`Total reclaimed space: ${formatHumanSize(SpaceReclaimed)}\n`);
    return 0;
  },
};
