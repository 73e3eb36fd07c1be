import type { NodeRole } from '../../../api/swarm-types.ts';
import type { CommandContext } from '../../command.ts';
import { updateNode } from './update-nodes.ts';

/** @see docker/cli v28.2.2 cli/command/node/promote.go */
export const runPromote = (context: CommandContext): Promise<number> =>
  changeRole(context, 'manager', (name) => `Node ${name} promoted to a manager in the swarm.`);

/** @see docker/cli v28.2.2 cli/command/node/demote.go */
export const runDemote = (context: CommandContext): Promise<number> =>
  changeRole(context, 'worker', (name) => `Manager ${name} demoted in the swarm.`);

/** Gives nodes a role; the first that can't take it ends that. */
async function changeRole(
  { proc, args, api }: CommandContext,
  role: NodeRole,
  done: (name: string) => string,
): Promise<number> {
  const engine = await api();
  for (const name of args) {
    const changed = await updateNode(engine, name, (spec) =>
      spec.Role === role ? undefined : { ...spec, Role: role },
    );
    await proc.out(`${changed ? done(name) : `Node ${name} is already a ${role}.`}\n`);
  }
  return 0;
}
