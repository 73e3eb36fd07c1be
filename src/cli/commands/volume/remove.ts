import { atLeast, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { forEachArgument } from '../for-each-argument.ts';

/** Removes volumes that no container uses. @see docker/cli v28.2.2 cli/command/volume/remove.go */
export const VOLUME_REMOVE: Command = {
  name: 'rm',
  aliases: ['remove'],
  use: '[OPTIONS] VOLUME [VOLUME...]',
  short: 'Remove one or more volumes',
  args: atLeast(1),
  flags: [flag('force', 'f', 'bool', 'A missing volume is no error')],
  run: async (context) => {
    const api = await context.api();
    const force = context.flags.bool('force');
    return forEachArgument(context, (name) => api.VolumeDelete(name, { force }));
  },
};
