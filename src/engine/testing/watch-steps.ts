import type { ContainerStatus } from '../../api/container-types.ts';
import type { Engine } from '../create-engine.ts';
import { compareStates } from '../swarm/task-states.ts';

/** Where a container may go from where it is (R6). */
const NEXT: Readonly<Partial<Record<ContainerStatus, readonly ContainerStatus[]>>> = {
  created: ['running'],
  running: ['paused', 'exited', 'restarting'],
  paused: ['running', 'exited', 'restarting'],
  restarting: ['running', 'exited'],
  exited: ['running'],
};

/** Listens to a daemon; the list grows with each step that R6 or R31 do not know. */
export function watchSteps({ store }: Engine): readonly string[] {
  const broken: string[] = [];
  store.subscribe(({ state, before }) => {
    for (const change of state.containers.changesSince(before.containers)) {
      const [from, to] = [change.before?.status, change.after?.status];
      if (from && to && from !== to && !NEXT[from]?.includes(to)) broken.push(`R6: from ${from} to ${to}`);
    }
    const [now, past] = [state.swarm?.cluster, before.swarm?.cluster];
    if (!now || !past) return;
    for (const { before: old, after } of now.tasks.changesSince(past.tasks)) {
      if (!old || !after) continue;
      const [from, to] = [old.status.state, after.status.state];
      if (compareStates(from, to) > 0) broken.push(`R31: from ${from} to ${to}`);
      if (compareStates(old.desiredState, after.desiredState) > 0)
        broken.push(`R31: wanted ${old.desiredState}, then ${after.desiredState}`);
      if (old.nodeId && old.nodeId !== after.nodeId) broken.push(`R31: ${after.id} changed its node`);
    }
  });
  return broken;
}
