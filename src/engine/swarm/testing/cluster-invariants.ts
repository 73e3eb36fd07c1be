import type { ClusterState, ServiceRecord, TaskRecord } from '../cluster-state.ts';
import { slotKey } from '../orchestrator/slots.ts';
import { isRunnable, isTerminal } from '../task-states.ts';

/** Of each slot a few are remembered, and these services are small. */
const MOST_TASKS = 60;

/** What of the rules of swarms does not hold right now. */
export function brokenClusterRules(cluster: ClusterState | undefined): string[] {
  if (!cluster) return [];
  const tasks = [...cluster.tasks].map(([, task]) => task);
  return [
    ...brokenVersions(cluster),
    ...brokenIndex('tasksByService', cluster.tasksByService, tasks, ({ serviceId }) => serviceId),
    ...brokenIndex('tasksByNode', cluster.tasksByNode, tasks, ({ nodeId }) => nodeId),
    ...brokenSlots(cluster, tasks),
    ...brokenEndpoints(cluster, tasks),
  ];
}

/**
 * What must be so once nothing was asked for a while: every replicated service has as many slots that are to run as it asks for, every task of a global one its node,
 * and nothing is left of services that are gone. A job's slots end.
 */
export function unsettledServices(cluster: ClusterState | undefined): string[] {
  const tasks = [...(cluster?.tasks ?? [])].map(([, task]) => task);
  return [...(cluster?.tasksByService ?? [])]
    .filter(([id]) => !cluster?.services.has(id))
    .map(([id]) => `R33: tasks of ${id}, which is gone`)
    .concat([...(cluster?.services ?? [])].flatMap(([id, service]) => unsettled(id, service, tasks)));
}

function unsettled(id: string, { spec }: ServiceRecord, tasks: readonly TaskRecord[]): string[] {
  const own = tasks.filter(({ serviceId }) => serviceId === id);
  const wanted = new Set(own.filter(({ desiredState }) => isRunnable(desiredState)).map(slotKey));
  const { Replicas } = spec.Mode.Replicated ?? {};
  return [
    ...(Replicas !== undefined && wanted.size !== Replicas
      ? [`R32: ${spec.Name} has ${wanted.size} slots of ${Replicas}`]
      : []),
    ...(own.length > MOST_TASKS ? [`R33: ${own.length} tasks of ${spec.Name} are remembered`] : []),
  ];
}

/** Ports that are published for all nodes, virtual IPs and addresses of tasks belong to one each. */
function brokenEndpoints({ services }: ClusterState, tasks: readonly TaskRecord[]): string[] {
  const endpoints = [...services].map(([, { endpoint }]) => endpoint);
  const ports = endpoints.flatMap(({ ports }) =>
    ports
      .filter(({ PublishMode }) => PublishMode !== 'host')
      .map(({ Protocol, PublishedPort }) => `port ${PublishedPort ?? 'unset'}/${Protocol}`),
  );
  const virtual = endpoints.flatMap(({ virtualIps }) =>
    virtualIps.map(({ networkId, address }) => `${networkId} ${address}`),
  );
  const ofTasks = tasks
    .filter(({ status }) => !isTerminal(status.state))
    .flatMap(({ networks }) =>
      networks.flatMap(({ networkId, addresses }) => addresses.map((one) => `${networkId} ${one}`)),
    );
  return [...twice('R14', ports), ...twice('R13', [...virtual, ...ofTasks])];
}

function twice(rule: string, values: readonly string[]): string[] {
  return values
    .filter((value, index) => values.indexOf(value) !== index)
    .map((value) => `${rule}: ${value} twice`);
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
