import { NO_ARGUMENTS, toFilters, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { confirmPrune } from '../confirm-prune.ts';

/** Removes all networks of ours that no container uses, after asking. @see docker/cli v28.2.2 cli/command/network/prune.go */
export const NETWORK_PRUNE: Command = {
  name: 'prune',
  use: '[OPTIONS]',
  short: 'Remove all unused networks',
  args: NO_ARGUMENTS,
  flags: [flag('filter', '', 'filter', 'Prune only what matches'), flag('force', 'f', 'bool', 'Do not ask')],
  run: async (context) => {
    const { proc, flags, api } = context;
    await confirmPrune(context, 'This will remove all custom networks not used by at least one container.\n');
    const { Deleted } = await (await api()).NetworkPrune(toFilters(flags.list('filter')));
    if (Deleted.length) await proc.out(`Deleted Networks:\n${Deleted.map((name) => `${name}\n`).join('')}\n`);
    return 0;
  },
};
