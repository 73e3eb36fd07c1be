import { formatHumanSize } from '../../../lib/human-size.ts';
import { NO_ARGUMENTS, toFilters, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { confirmPrune } from '../confirm-prune.ts';

/** Removes anonymous volumes that no container uses, named ones too with --all, after asking. @see docker/cli v28.2.2 cli/command/volume/prune.go */
export const VOLUME_PRUNE: Command = {
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
    const { proc, flags, api } = context;
    const all = flags.bool('all');
    const which = all ? 'all' : 'anonymous';
    await confirmPrune(
      context,
      `This will remove ${which} local volumes not used by at least one container.\n`,
    );
    const filters = { ...toFilters(flags.list('filter')), ...(all ? { all: ['true'] } : {}) };
    const { Deleted, SpaceReclaimed } = await (await api()).VolumePrune(filters);
    if (Deleted.length) await proc.out(`Deleted Volumes:\n${Deleted.map((name) => `${name}\n`).join('')}\n`);
    await proc.out(`Total reclaimed space: ${formatHumanSize(SpaceReclaimed)}\n`);
    return 0;
  },
};
