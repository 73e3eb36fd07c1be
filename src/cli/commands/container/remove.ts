import { ApiError } from '../../../api/api-error.ts';
import type { EngineApi } from '../../../api/engine-api.ts';
import { CliError } from '../../cli-error.ts';
import { atLeast, type Command } from '../../command.ts';
import { flag } from '../../flags/flag.ts';
import { messageOf } from '../collect-errors.ts';

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
    const errors: string[] = [];
    for (const name of context.args) {
      try {
        await removeOne(api, name, options);
        await context.proc.out(`${name}\n`);
      } catch (error) {
        const message = messageOf(error);
        // What is not there is as good as removed by force.
        if (options.force && error instanceof ApiError && error.kind === 'notFound')
          await context.proc.err(`${message}\n`);
        else errors.push(message);
      }
    }
    if (errors.length > 0) throw new CliError(errors.join('\n'));
    return 0;
  },
};

/** @throws CliError for no name, ApiError */
async function removeOne(
  api: EngineApi,
  name: string,
  options: Parameters<EngineApi['ContainerDelete']>[1],
): Promise<void> {
  const id = name.replace(/^\/+|\/+$/g, '');
  if (id === '') throw new CliError('container name cannot be empty');
  await api.ContainerDelete(id, options);
}
