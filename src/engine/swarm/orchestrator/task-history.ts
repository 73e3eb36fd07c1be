import { tasksOfService, withoutTask } from '../cluster-changes.ts';
import type { ClusterState, TaskRecord } from '../cluster-state.ts';
import { compareStates, isRunnable, isTerminal } from '../task-states.ts';
import { groupBySlot } from './slots.ts';

const DEFAULT_LIMIT = 5;

/**
 * Forgets the tasks that were removed and have stopped, and of each slot the oldest that ended beyond the limit.
 * @see moby/swarmkit v2 manager/orchestrator/taskreaper/task_reaper.go
 */
export function reapTasks(cluster: ClusterState, serviceId: string): ClusterState {
  const tasks = tasksOfService(cluster, serviceId);
  const isKnown = cluster.services.has(serviceId);
  const limit = cluster.cluster.spec.Orchestration.TaskHistoryRetentionLimit ?? DEFAULT_LIMIT;
  const removed = tasks.filter(isRemoved);
  const old =
    isKnown && limit >= 0 ? [...groupBySlot(tasks).values()].flatMap((slot) => beyond(slot, limit)) : [];
  return [...removed, ...old].reduce((state, { id }) => withoutTask(state, id), cluster);
}

function isRemoved({ desiredState, status }: TaskRecord): boolean {
  return (
    desiredState === 'remove' && (compareStates(status.state, 'assigned') < 0 || isTerminal(status.state))
  );
}

function beyond(slot: readonly TaskRecord[], limit: number): TaskRecord[] {
  if (slot.length <= limit) return [];
  return slot
    .filter(({ desiredState, status }) => !isRunnable(desiredState) && isTerminal(status.state))
    .sort((a, b) => a.status.timestampMs - b.status.timestampMs)
    .slice(0, slot.length - limit);
}
