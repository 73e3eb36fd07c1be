import type { Command, CommandContext } from '../command.ts';

type Run = (context: CommandContext) => Promise<number>;

/** What a command does, loaded when it first runs. Its flags are in the tables that help and completion read; the world stands still meanwhile. */
export function lazyRun(load: () => Promise<Run>): NonNullable<Command['run']> {
  return async (context) => (await context.proc.load(load()))(context);
}
