import { ActivityLog } from '../explain/activity-log.ts';
import { stillHost } from '../../kernel/testing/boot.ts';
import { hostView, writeFiles } from '../machine-image.ts';
import { openCommandSession } from '../run-commands.ts';
import { createWorld } from '../world.ts';
import { QUERY_HANDLERS } from '../queries/handlers.ts';
import type { QueryContext } from '../queries/query.ts';
import type { Queries, QueryName } from '../queries/queries.ts';

/** A machine in whose /root/app these files are, and on which these commands have run. */
export async function machineAfter(
  commands: readonly string[],
  files: Readonly<Record<string, string>> = {},
) {
  const world = createWorld({ host: stillHost, seed: 1, mode: 'virtual' });
  const [machine] = world.machines;
  writeFiles(hostView(machine.kernel), '/root/app', files);
  const session = openCommandSession(world, machine, { cwd: '/root/app', env: {} });
  for (const command of commands) {
    const result = await session.run({ command });
    if (result.exitCode !== 0) throw new Error(`${command}: ${result.stderr}`);
  }
  const nowhere = (): never => {
    throw new Error('no query here asks for that');
  };
  const context: QueryContext = {
    host: stillHost,
    machine,
    machines: world.machines,
    loadLesson: nowhere,
    seat: { room: undefined, enter: nowhere, leave: nowhere },
    journal: [],
    running: new Map(),
    snapshot: nowhere,
    save: nowhere,
    whenCancelled: nowhere,
    timeline: nowhere,
    activity: new ActivityLog(),
    machineOf: (name) => world.machines.find((each) => each.name === name),
  };
  const ask = async <Q extends QueryName>(
    name: Q,
    parameters: Queries[Q]['parameters'],
  ): Promise<Queries[Q]['answer']> => {
    const handler: (typeof QUERY_HANDLERS)[Q] = QUERY_HANDLERS[name];
    return handler(context, parameters);
  };
  return { ask, state: machine.engine.store.state };
}
