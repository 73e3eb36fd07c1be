import type { CommandContext } from '../command.ts';
import { messageOf } from './collect-errors.ts';

/** Does something for each argument and prints its name; what the daemon refuses goes to stderr and the rest goes on. Resolves the names that were refused. */
export async function refusedArguments(
  context: CommandContext,
  run: (name: string) => Promise<void>,
): Promise<string[]> {
  const refused: string[] = [];
  for (const name of context.args) {
    try {
      await run(name);
      await context.proc.out(`${name}\n`);
    } catch (error) {
      await context.proc.err(`${messageOf(error)}\n`);
      refused.push(name);
    }
  }
  return refused;
}

/** The same; resolves the exit status. */
export async function forEachArgument(
  context: CommandContext,
  run: (name: string) => Promise<void>,
): Promise<number> {
  return (await refusedArguments(context, run)).length > 0 ? 1 : 0;
}
