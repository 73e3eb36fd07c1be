import type { ClusterState, TaskRecord } from '../cluster-state.ts';
import { slotKey } from '../orchestrator/slots.ts';
import { isRunnable, isTerminal } from '../task-states.ts';

/** What of the rules of swarms does not hold right now. */
export function brokenClusterRules(cluster: ClusterState | undefined): string[] {
  if (!cluster) return [];
  const tasks = [...cluster.tasks].map(([, task]) => task);
  return [
    ...brokenVersions(cluster),
    ...brokenIndex('tasksByService', cluster.tasksByService, tasks, ({ serviceId }) => serviceId),
    ...brokenIndex('tasksByNode', cluster.tasksByNode, tasks, ({ nodeId }) => nodeId),
    ...brokenSlots(cluster, tasks),
  ];
}

function brokenVersions(cluster: ClusterState): string[] {
  const objects = [cluster.nodes, cluster.services, cluster.tasks, cluster.secrets, cluster.configs].flatMap(
    (map) => [...map].map(([, object]) => object),
  );
  return objects
    .filter(({ version }) => version > cluster.index)
    .map(({ id, version }) => `R30: ${id} has version ${version} of ${cluster.index}`);
}

function brokenIndex(
  name: string,
  index: ClusterState['tasksByNode'],
  tasks: readonly TaskRecord[],
  key: (task: TaskRecord) => string,
): string[] {
  const indexed = [...index].flatMap(([at, ids]) => [...ids].map(([id]) => `${at} ${id}`)).sort();
  const wanted = tasks.filter((task) => key(task) !== '').map((task) => `${key(task)} ${task.id}`);
  return indexed.join() === wanted.sort().join() ? [] : [`R30: ${name} is not what the tasks say`];
}

function brokenSlots({ services }: ClusterState, tasks: readonly TaskRecord[]): string[] {
  const counts = new Map<string, number>();
  for (const task of tasks) {
    const service = services.get(task.serviceId);
    if (!service || !isRunnable(task.desiredState) || isTerminal(task.status.state)) continue;
    const key = `${service.spec.Name}.${slotKey(task)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count > 2).map(([key, count]) => `R32: ${count} tasks in ${key}`);
}
