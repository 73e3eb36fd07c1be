import type { Task } from '../../../api/service-types.ts';
import { CliError } from '../../cli-error.ts';
import { toFilters, type CommandContext } from '../../command.ts';
import { messageOf } from '../collect-errors.ts';
import { printTasks } from '../task/print-tasks.ts';
import { nodeReference } from './node-reference.ts';

/** Prints the tasks of nodes, of this one unless told. @see docker/cli v28.2.2 cli/command/node/ps.go */
export async function runNodePs(context: CommandContext): Promise<number> {
  const { flags, args, api } = context;
  const engine = await api();
  const tasks: Task[] = [];
  const errors: string[] = [];
  for (const name of args.length > 0 ? args : ['self']) {
    try {
      const { ID } = await engine.NodeInspect(await nodeReference(engine, name));
      tasks.push(...(await engine.TaskList({ ...toFilters(flags.list('filter')), node: [ID] })));
    } catch (error) {
      errors.push(messageOf(error));
    }
  }
  if (errors.length === 0 || tasks.length > 0) await printTasks(context, tasks);
  if (errors.length > 0) throw new CliError(errors.join('\n'));
  return 0;
}
