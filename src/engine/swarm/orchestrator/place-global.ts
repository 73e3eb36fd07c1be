import { tasksOfService, withTask, type ChangeContext } from '../cluster-changes.ts';
import type { ClusterState, NodeRecord, ServiceRecord, TaskRecord } from '../cluster-state.ts';
import { meetsConstraints } from '../scheduler/constraints.ts';
import { isRunnable } from '../task-states.ts';
import { newTask } from './new-task.ts';
import { isInvalidNode } from './restart-tasks.ts';
import { splitSlots } from './slots.ts';

/** One task on every node that may run it, none elsewhere. A paused node keeps what it has. @see moby/swarmkit v2 manager/orchestrator/global/global.go */
export function placeGlobal(
  cluster: ClusterState,
  service: ServiceRecord,
  change: ChangeContext,
): ClusterState {
  const tasks = tasksOfService(cluster, service.id);
  const occupied = new Set(splitSlots(service, tasks).live.map(({ key }) => key));
  const ended = tasks
    .filter((task) => isRunnable(task.desiredState) && !mayRun(cluster.nodes.get(task.nodeId), service))
    .reduce((state, task) => withTask(state, shutDown(task), change.nowMs), cluster);
  return [...cluster.nodes]
    .map(([, node]) => node)
    .filter((node) => mayRun(node, service) && node.spec.Availability === 'active' && !occupied.has(node.id))
    .sort((a, b) => a.createdMs - b.createdMs || (a.id < b.id ? -1 : 1))
    .reduce(
      (state, node) =>
        withTask(state, newTask(state, service, { slot: 0, nodeId: node.id }, change), change.nowMs),
      ended,
    );
}

function mayRun(node: NodeRecord | undefined, service: ServiceRecord): boolean {
  const constraints = service.spec.TaskTemplate.Placement?.Constraints ?? [];
  return node !== undefined && !isInvalidNode(node) && meetsConstraints(constraints, node);
}

function shutDown(task: TaskRecord): TaskRecord {
  return { ...task, desiredState: 'shutdown', start: undefined };
}
