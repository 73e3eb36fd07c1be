import type { EngineApi, Filters } from '../../../api/engine-api.ts';
import { CliError } from '../../cli-error.ts';
import { toFilters, type CommandContext } from '../../command.ts';
import { nodeReference } from '../node/node-reference.ts';
import { printTasks } from '../task/print-tasks.ts';

/** Prints the tasks of services, and then which services there are not. @see docker/cli v28.2.2 cli/command/service/ps.go */
export async function runServicePs(context: CommandContext): Promise<number> {
  const { flags, args, api } = context;
  const engine = await api();
  const { found, missing } = await findServices(engine, args);
  const problems = missing.map((name) => `no such service: ${name}`).join('\n');
  if (found.length === 0) throw new CliError(problems);
  const filters = await withNodeIds(engine, toFilters(flags.list('filter')));
  const tasks = await engine.TaskList({ ...filters, service: [...(filters['service'] ?? []), ...found] });
  await printTasks(context, tasks, !flags.bool('no-trunc') && !flags.bool('quiet'));
  if (missing.length > 0) throw new CliError(problems);
  return 0;
}

/** IDs of the services that are named by ID, by name, or by the beginning of an ID. @throws CliError where a beginning fits several */
async function findServices(
  engine: EngineApi,
  names: readonly string[],
): Promise<{ found: string[]; missing: string[] }> {
  const byId = await engine.ServiceList({ filters: { id: [...names] } });
  const byName = await engine.ServiceList({ filters: { name: [...names] } });
  const found: string[] = [];
  const missing: string[] = [];
  for (const name of names) {
    const exact = byId.find(({ ID }) => ID === name) ?? byName.find(({ Spec }) => Spec.Name === name);
    const matches = exact ? [exact] : byId.filter(({ ID }) => ID.startsWith(name));
    if (matches.length > 1) throw new CliError(`multiple services found with provided prefix: ${name}`);
    if (matches[0]) found.push(matches[0].ID);
    else missing.push(name);
  }
  return { found, missing };
}

/** `-f node=self` as the daemon is asked for it. */
async function withNodeIds(engine: EngineApi, filters: Filters): Promise<Filters> {
  if (!filters['node']) return filters;
  const node: string[] = [];
  for (const name of filters['node']) node.push(await nodeReference(engine, name));
  return { ...filters, node };
}
