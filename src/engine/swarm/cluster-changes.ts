import { PersistentMap } from '../../lib/persistent-map.ts';
import type {
  ClusterObject,
  ClusterState,
  ConfigRecord,
  NodeRecord,
  SecretRecord,
  ServiceRecord,
  TaskRecord,
  TaskStatusRecord,
} from './cluster-state.ts';

/** What a change is told of the world: the time, and a source of new IDs. */
export interface ChangeContext {
  readonly nowMs: number;
  readonly newId: () => string;
}

/** An object that changes now: the index it gets and the time. */
export function stamped<T extends ClusterObject>(cluster: ClusterState, object: T, nowMs: number): T {
  return { ...object, version: cluster.index, updatedMs: nowMs };
}

/** What a new object begins with. */
export function newObject(cluster: ClusterState, { nowMs, newId }: ChangeContext): ClusterObject {
  return { id: newId(), version: cluster.index, createdMs: nowMs, updatedMs: nowMs };
}

export function withNode(cluster: ClusterState, node: NodeRecord, nowMs: number): ClusterState {
  return { ...cluster, nodes: cluster.nodes.set(node.id, stamped(cluster, node, nowMs)) };
}

export function withService(cluster: ClusterState, service: ServiceRecord, nowMs: number): ClusterState {
  return { ...cluster, services: cluster.services.set(service.id, stamped(cluster, service, nowMs)) };
}

/** How far an update is: no change of the service itself, its version stays. */
export function withProgress(cluster: ClusterState, service: ServiceRecord): ClusterState {
  return { ...cluster, services: cluster.services.set(service.id, service) };
}

export function withSecret(cluster: ClusterState, secret: SecretRecord, nowMs: number): ClusterState {
  return { ...cluster, secrets: cluster.secrets.set(secret.id, stamped(cluster, secret, nowMs)) };
}

export function withConfig(cluster: ClusterState, config: ConfigRecord, nowMs: number): ClusterState {
  return { ...cluster, configs: cluster.configs.set(config.id, stamped(cluster, config, nowMs)) };
}

/** Adds or replaces a task, in the indexes too. */
export function withTask(cluster: ClusterState, task: TaskRecord, nowMs: number): ClusterState {
  const before = cluster.tasks.get(task.id);
  const tasks = cluster.tasks.set(task.id, stamped(cluster, task, nowMs));
  const tasksByService = before
    ? cluster.tasksByService
    : indexed(cluster.tasksByService, task.serviceId, task.id);
  if (before?.nodeId === task.nodeId) return { ...cluster, tasks, tasksByService };
  const left = before?.nodeId ? unindexed(cluster.tasksByNode, before.nodeId, task.id) : cluster.tasksByNode;
  const tasksByNode = task.nodeId ? indexed(left, task.nodeId, task.id) : left;
  return { ...cluster, tasks, tasksByService, tasksByNode };
}

export function withoutTask(cluster: ClusterState, id: string): ClusterState {
  const task = cluster.tasks.get(id);
  if (!task) return cluster;
  return {
    ...cluster,
    tasks: cluster.tasks.delete(id),
    tasksByService: unindexed(cluster.tasksByService, task.serviceId, id),
    tasksByNode: task.nodeId ? unindexed(cluster.tasksByNode, task.nodeId, id) : cluster.tasksByNode,
  };
}

type TaskIndex = ClusterState['tasksByNode'];

function indexed(index: TaskIndex, key: string, taskId: string): TaskIndex {
  const ids = index.get(key) ?? PersistentMap.empty<string, true>();
  return index.set(key, ids.set(taskId, true));
}

function unindexed(index: TaskIndex, key: string, taskId: string): TaskIndex {
  const left = index.get(key)?.delete(taskId);
  return left?.size ? index.set(key, left) : index.delete(key);
}

/** The tasks of a service, the oldest first. */
export function tasksOfService(cluster: ClusterState, serviceId: string): TaskRecord[] {
  return tasksOf(cluster, cluster.tasksByService.get(serviceId));
}

/** The tasks on a node, the oldest first. */
export function tasksOnNode(cluster: ClusterState, nodeId: string): TaskRecord[] {
  return tasksOf(cluster, cluster.tasksByNode.get(nodeId));
}

function tasksOf(cluster: ClusterState, ids: PersistentMap<string, true> | undefined): TaskRecord[] {
  if (!ids) return [];
  const known = sortedIds.get(ids);
  if (known) return known.map((id) => cluster.tasks.get(id) as TaskRecord);
  const tasks = [...ids].flatMap(([id]) => cluster.tasks.get(id) ?? []).sort(oldestFirst);
  sortedIds.set(
    ids,
    tasks.map(({ id }) => id),
  );
  return tasks;
}

/** The order of an index, found once: what it goes by never changes in a task. */
const sortedIds = new WeakMap<PersistentMap<string, true>, readonly string[]>();

/** By creation, then by slot, then by ID, so that the order never depends on a hash. */
function oldestFirst(a: TaskRecord, b: TaskRecord): number {
  return a.createdMs - b.createdMs || a.slot - b.slot || (a.id < b.id ? -1 : 1);
}

/** The task with a new status, which says when. */
export function withStatus(task: TaskRecord, status: Partial<TaskStatusRecord>, nowMs: number): TaskRecord {
  return { ...task, status: { ...task.status, timestampMs: nowMs, ...status } };
}
