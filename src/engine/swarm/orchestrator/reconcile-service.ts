import type { ChangeContext } from '../cluster-changes.ts';
import { tasksOfService } from '../cluster-changes.ts';
import type { ClusterState, UpdateProgress } from '../cluster-state.ts';
import { placeGlobal } from './place-global.ts';
import { restartTasks, startDueTasks } from './restart-tasks.ts';
import { scaleReplicated } from './scale-replicated.ts';
import { isGlobal } from './slots.ts';
import { reapTasks } from './task-history.ts';
import { updateService } from './update-service.ts';

/**
 * What is to be done now for a service to become what it should be: the cluster after it. Nothing to do gives the same cluster.
 * @param isChanged the service itself changed, not only its tasks
 */
export function reconcileService(
  cluster: ClusterState,
  serviceId: string,
  isChanged: boolean,
  change: ChangeContext,
): ClusterState {
  const due = startDueTasks(cluster, serviceId, change);
  const service = due.services.get(serviceId);
  if (!service) return reapTasks(due, serviceId);
  const restarted = restartTasks(due, service, change);
  const updated = updateService(restarted, serviceId, change);
  const current = updated.services.get(serviceId) ?? service;
  const placed = isGlobal(current)
    ? placeGlobal(updated, current, change)
    : scaleReplicated(updated, current, isChanged, change);
  return reapTasks(placed, serviceId);
}

/** When a service wants to be looked at again though nothing happened; Infinity for never. */
export function nextDeadline(cluster: ClusterState, serviceId: string, nowMs: number): number {
  const starts = tasksOfService(cluster, serviceId).flatMap(({ start }) =>
    start ? [start.atMs, start.giveUpMs] : [],
  );
  const { progress } = cluster.services.get(serviceId)?.update ?? {};
  return [...starts, ...(progress ? updateDeadlines(progress) : [])]
    .filter((at) => at > nowMs)
    .reduce((a, b) => Math.min(a, b), Infinity);
}

function updateDeadlines({ workers, monitorUntilMs }: UpdateProgress): number[] {
  return [...workers.map(({ restUntilMs }) => restUntilMs), monitorUntilMs];
}
