import { exactly, type Command } from '../../command.ts';

/** Prints what a container's file system has beside its image: `A`dded, `C`hanged, `D`eleted. @see docker/cli v28.2.2 cli/command/container/diff.go */
export const CONTAINER_DIFF: Command = {
  name: 'diff',
  use: 'CONTAINER',
  short: "Inspect changes to files or directories on a container's filesystem",
  args: exactly(1),
  flags: [],
  run: async ({ proc, args, api }) => {
    const changes = await (await api()).ContainerChanges(args[0] ?? '');
    await proc.out(changes.map(({ Kind, Path }) => `${'CAD'[Kind] ?? ''} ${Path}\n`).join(''));
    return 0;
  },
};
