import { ApiError } from '../../../api/api-error.ts';
import { atLeast, type Command } from '../../command.ts';

/** Waits for containers, one after the other, and prints each exit code. @see docker/cli v28.2.2 cli/command/container/wait.go */
export const CONTAINER_WAIT: Command = {
  name: 'wait',
  use: 'CONTAINER [CONTAINER...]',
  short: 'Block until one or more containers stop, then print their exit codes',
  args: atLeast(1),
  flags: [],
  run: async ({ proc, args, api }) => {
    const engine = await api();
    let status = 0;
    for (const id of args) {
      try {
        const { StatusCode } = await (await engine.ContainerWait(id)).done();
        await proc.out(`${StatusCode}\n`);
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        await proc.err(`Error response from daemon: ${error.message}\n`);
        status = 1;
      }
    }
    return status;
  },
};
