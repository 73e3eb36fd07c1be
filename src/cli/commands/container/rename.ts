import { ApiError } from '../../../api/api-error.ts';
import { CliError } from '../../cli-error.ts';
import { exactly, type Command } from '../../command.ts';

/** Gives a container another name. @see docker/cli v28.2.2 cli/command/container/rename.go */
export const CONTAINER_RENAME: Command = {
  name: 'rename',
  use: 'CONTAINER NEW_NAME',
  short: 'Rename a container',
  args: exactly(2),
  flags: [],
  run: async ({ proc, args, api }) => {
    const [name = '', next = ''] = args;
    if (name.trim() === '' || next.trim() === '')
      throw new CliError('Error: Neither old nor new names may be empty');
    const engine = await api();
    try {
      await engine.ContainerRename(name, next);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      await proc.err(`Error response from daemon: ${error.message}\n`);
      throw new CliError(`Error: failed to rename container named ${name}`);
    }
    return 0;
  },
};
