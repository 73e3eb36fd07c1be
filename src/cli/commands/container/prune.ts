import { formatHumanSize } from '../../../lib/human-size.ts';
import { NO_ARGUMENTS, toFilters, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { confirmPrune } from '../confirm-prune.ts';

/** Removes all containers that do not run, after asking. @see docker/cli v28.2.2 cli/command/container/prune.go */
export const CONTAINER_PRUNE: Command = {
  name: 'prune',
  use: '[OPTIONS]',
  short: 'Remove all stopped containers',
  args: NO_ARGUMENTS,
  flags: [flag('filter', '', 'filter', 'Prune only what matches'), flag('force', 'f', 'bool', 'Do not ask')],
  run: async (context) => {
    await confirmPrune(context, 'This will remove all stopped containers.\n');
    const { proc, flags, api } = context;
    const { Deleted, SpaceReclaimed } = await (await api()).ContainerPrune(toFilters(flags.list('filter')));
    if (Deleted.length) await proc.out(`Deleted Containers:\n${Deleted.map((id) => `${id}\n`).join('')}\n`);
    await proc.out(`Total reclaimed space: ${formatHumanSize(SpaceReclaimed)}\n`);
    return 0;
  },
};
