import { atLeast, type Command } from '../../command.ts';
import { formatTable } from '../../format/table.ts';

/** Prints a container's processes with the columns that `ps` would give for these options. @see docker/cli v28.2.2 cli/command/container/top.go */
export const CONTAINER_TOP: Command = {
  name: 'top',
  use: 'CONTAINER [ps OPTIONS]',
  short: 'Display the running processes of a container',
  args: atLeast(1),
  interspersed: false,
  flags: [],
  run: async ({ proc, args, api }) => {
    const { Titles, Processes } = await (await api()).ContainerTop(args[0] ?? '', args.slice(1).join(' '));
    await proc.out(formatTable([Titles, ...Processes]));
    return 0;
  },
};
