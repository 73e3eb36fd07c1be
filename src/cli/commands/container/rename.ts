import { exactly, type Command } from '../../command.ts';

/** Gives a container another name. @see docker/cli v28.2.2 cli/command/container/rename.go */
export const CONTAINER_RENAME: Command = {
  name: 'rename',
  use: 'CONTAINER NEW_NAME',
  short: 'Rename a container',
  args: exactly(2),
  flags: [],
  run: async ({ args, api }) => {
    await (await api()).ContainerRename(args[0] ?? '', args[1] ?? '');
    return 0;
  },
};
