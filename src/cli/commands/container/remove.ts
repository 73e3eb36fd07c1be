import { atLeast, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { forEachArgument } from '../for-each-argument.ts';

/** Removes containers; running ones only with --force. @see docker/cli v28.2.2 cli/command/container/rm.go */
export const CONTAINER_REMOVE: Command = {
  name: 'rm',
  aliases: ['remove'],
  use: '[OPTIONS] CONTAINER [CONTAINER...]',
  short: 'Remove one or more containers',
  args: atLeast(1),
  flags: [
    flag('force', 'f', 'bool', 'Remove a running container too (it is killed)'),
    flag('link', 'l', 'bool', 'Remove the link', { unmodelled: true }),
    flag('volumes', 'v', 'bool', 'Remove its anonymous volumes'),
  ],
  run: async (context) => {
    const api = await context.api();
    const { flags } = context;
    const options = {
      force: flags.bool('force'),
      v: flags.bool('volumes'),
      link: flags.bool('link'),
    };
    return forEachArgument(context, (id) => api.ContainerDelete(id.replace(/^\//, ''), options));
  },
};
