import { ApiError } from '../../../api/api-error.ts';
import type { EngineApi } from '../../../api/engine-api.ts';
import type { TaskState } from '../../../api/service-types.ts';
import type { Process } from '../../../kernel/process.ts';
import { CliError } from '../../cli-error.ts';
import type { CommandContext } from '../../command.ts';
import { messageOf } from '../collect-errors.ts';
import { inStack } from './namespace.ts';

/** Something of a stack that can be removed. */
interface Part {
  readonly kind: 'service' | 'secret' | 'config' | 'network';
  readonly name: string;
  readonly id: string;
  remove(): Promise<void>;
}

/** Removes all that belongs to stacks; of one that is not there it only says so. @see docker/cli v28.2.2 cli/command/stack/swarm/remove.go */
export async function runStackRemove({ proc, flags, args, api }: CommandContext): Promise<number> {
  for (const name of args) inStack(name);
  const engine = await api();
  const failed: string[] = [];
  for (const name of args) {
    const parts = await partsOf(engine, name);
    if (parts.length === 0) await proc.err(`Nothing found in stack: ${name}\n`);
    else if (!(await removeParts(proc, parts)))
      failed.push(`failed to remove some resources from stack: ${name}`);
    else if (!flags.bool('detach')) await waitForTasks(proc, engine, name);
  }
  if (failed.length > 0) throw new CliError(failed.join('\n'));
  return 0;
}

/** Services by their names, then what they use. */
async function partsOf(engine: EngineApi, stack: string): Promise<Part[]> {
  const filters = inStack(stack);
  const services = await engine.ServiceList({ filters });
  const networks = await engine.NetworkList(filters);
  const secrets = await engine.SecretList(filters);
  const configs = await engine.ConfigList(filters);
  const byName = [...services].sort((a, b) => (a.Spec.Name < b.Spec.Name ? -1 : 1));
  const part = (
    kind: Part['kind'],
    id: string,
    name: string,
    remove: (id: string) => Promise<void>,
  ): Part => ({
    kind,
    id,
    name,
    remove: () => remove(id),
  });
  return [
    ...byName.map(({ ID, Spec }) => part('service', ID, Spec.Name, (id) => engine.ServiceDelete(id))),
    ...secrets.map(({ ID, Spec }) => part('secret', ID, Spec.Name, (id) => engine.SecretDelete(id))),
    ...configs.map(({ ID, Spec }) => part('config', ID, Spec.Name, (id) => engine.ConfigDelete(id))),
    ...networks.map(({ Id, Name }) => part('network', Id, Name, (id) => engine.NetworkDelete(id))),
  ];
}

/** Goes on where one can't be removed; resolves whether all could. */
async function removeParts(proc: Process, parts: readonly Part[]): Promise<boolean> {
  let isDone = true;
  for (const { kind, id, name, remove } of parts) {
    await proc.out(`Removing ${kind} ${name}\n`);
    try {
      await remove();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      isDone = false;
      await proc.err(`Failed to remove ${kind} ${id}: ${messageOf(error)}`);
    }
  }
  return isDone;
}

const POLL_MS = 200;
const ENDED: readonly TaskState[] = ['complete', 'shutdown', 'failed', 'rejected', 'remove', 'orphaned'];

/** Until none of the stack's tasks has anything to do. */
async function waitForTasks(proc: Process, engine: EngineApi, stack: string): Promise<void> {
  for (;;) {
    const tasks = await engine.TaskList(inStack(stack));
    if (tasks.every(({ Status }) => ENDED.includes(Status.State))) return;
    await proc.sleep(POLL_MS);
  }
}
