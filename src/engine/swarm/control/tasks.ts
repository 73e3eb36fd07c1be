import { ApiError } from '../../../api/api-error.ts';
import type { Filters } from '../../../api/engine-api.ts';
import type { Task } from '../../../api/service-types.ts';
import type { EngineContext } from '../../engine-context.ts';
import { checkFilters, matchesExactly, matchesLabels, matchesPrefix } from '../../filters.ts';
import { tasksOfService } from '../cluster-changes.ts';
import type { ClusterState, TaskRecord } from '../cluster-state.ts';
import { clusterOf } from '../cluster-of.ts';
import { isDirty } from '../orchestrator/is-dirty.ts';
import { isTaskState } from '../task-states.ts';
import { findObject } from './find-object.ts';
import { findNode } from './nodes.ts';
import { findService } from './services.ts';
import { toTask } from './to-wire.ts';

const KNOWN = ['_up-to-date', 'desired-state', 'id', 'label', 'name', 'node', 'runtime', 'service'];

/** @throws ApiError @see moby v28 daemon/cluster/tasks.go GetTasks */
export function taskList({ store }: EngineContext, filters: Filters = {}): Task[] {
  const cluster = clusterOf(store.state);
  checkFilters(filters, KNOWN);
  for (const state of filters['desired-state'] ?? [])
    if (state !== '' && !isTaskState(state.toLowerCase()))
      throw new ApiError('system', `Invalid desired-state filter: '${state}'`);
  const services = filters['service']?.map((name) => findService(cluster, name).id);
  const nodes = filters['node']?.map((name) => findNode(cluster, name).id);
  const candidates = services?.length
    ? [...new Set(services)].flatMap((id) => tasksOfService(cluster, id))
    : [...cluster.tasks].map(([, task]) => task).sort((a, b) => (a.id < b.id ? -1 : 1));
  return candidates
    .filter((task) => (!nodes?.length || nodes.includes(task.nodeId)) && isSelected(cluster, task, filters))
    .map(toTask);
}

function isSelected(cluster: ClusterState, task: TaskRecord, filters: Filters): boolean {
  const desired = { 'desired-state': (filters['desired-state'] ?? []).map((state) => state.toLowerCase()) };
  return (
    matchesPrefix(filters, 'id', task.id) &&
    matchesPrefix(filters, 'name', taskName(task)) &&
    matchesLabels(task.serviceLabels, filters['label'] ?? []) &&
    matchesExactly(desired, 'desired-state', task.desiredState) &&
    (!filters['_up-to-date']?.length || isUpToDate(cluster, task))
  );
}

/** `web.1.kv0…` @see moby/swarmkit v2 api/naming/naming.go Task */
export function taskName({ serviceName, slot, nodeId, id }: TaskRecord): string {
  return `${serviceName}.${slot || nodeId}.${id}`;
}

function isUpToDate({ services }: ClusterState, task: TaskRecord): boolean {
  const service = services.get(task.serviceId);
  return service !== undefined && !isDirty(service, task);
}

/** @throws ApiError */
export function taskInspect({ store }: EngineContext, reference: string): Task {
  return toTask(findTask(clusterOf(store.state), reference));
}

/** By ID, name or the beginning of an ID. @throws ApiError */
export function findTask({ tasks }: ClusterState, reference: string): TaskRecord {
  return findObject('task', tasks, reference, taskName);
}
