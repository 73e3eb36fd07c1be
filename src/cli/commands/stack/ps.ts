import { CliError } from '../../cli-error.ts';
import { toFilters, type CommandContext } from '../../command.ts';
import { printTasks } from '../task/print-tasks.ts';
import { inStack } from './namespace.ts';

/** @see docker/cli v28.2.2 cli/command/stack/swarm/ps.go */
export async function runStackPs(context: CommandContext): Promise<number> {
  const { flags, args, api } = context;
  const [name = ''] = args;
  const filters = inStack(name, toFilters(flags.list('filter')));
  const tasks = await (await api()).TaskList(filters);
  if (tasks.length === 0) throw new CliError(`nothing found in stack: ${name}`);
  await printTasks(context, tasks);
  return 0;
}
