import { ApiError } from '../../api/api-error.ts';
import type { CommandContext } from '../command.ts';

/** Does something for each argument and prints its name; what the daemon refuses goes to stderr and the rest goes on. Resolves the exit status. */
export async function forEachArgument(
  context: CommandContext,
  run: (name: string) => Promise<void>,
): Promise<number> {
  let status = 0;
  for (const name of context.args) {
    try {
      await run(name);
      await context.proc.out(`${name}\n`);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      await context.proc.err(`Error response from daemon: ${error.message}\n`);
      status = 1;
    }
  }
  return status;
}
