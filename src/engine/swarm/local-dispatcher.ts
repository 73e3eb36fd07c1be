import type { EngineContext } from '../engine-context.ts';
import type { EngineState } from '../state.ts';
import { tasksOnNode, withNode, withTask, type ChangeContext } from './cluster-changes.ts';
import type { ClusterState, TaskRecord } from './cluster-state.ts';
import { commitCluster } from './commit-cluster.ts';
import { isLeading } from './fabric.ts';
import type { Assignment, Dispatcher, DispatcherSession, TaskStatusUpdate } from './dispatcher.ts';
import { isEqual } from '../../lib/is-equal.ts';
import { compareStates } from './task-states.ts';

/** Changes of this time travel together, both ways. @see moby/swarmkit v2 manager/dispatcher/dispatcher.go batchingWaitTime, maxBatchInterval */
const BATCH_MS = 100;

/** The dispatcher of the manager on this machine, for agents that can call it. */
export function createLocalDispatcher(context: EngineContext): Dispatcher {
  return {
    open: (nodeId, description, onAssignments): DispatcherSession => {
      registerNode(context, nodeId, description);
      const statuses = createBatch<TaskStatusUpdate>(context, (updates) => {
        if (isLeading(context.store.state.swarm))
          commitCluster(context, (cluster, change) => withStatuses(cluster, nodeId, updates, change));
      });
      const changes = createBatch<string>(context, (ids) => {
        const cluster = context.store.state.swarm?.cluster;
        if (cluster) onAssignments(changedAssignments(context.store.state, cluster, nodeId, new Set(ids)));
      });
      const stop = context.store.subscribe(({ state, before }) => {
        const [now, then] = [state.swarm?.cluster, before.swarm?.cluster];
        if (!now || !then || now.tasks === then.tasks) return;
        for (const { key, before: old, after } of now.tasks.changesSince(then.tasks))
          if (concerns(nodeId, old, after)) changes.add(key);
      });
      const cluster = context.store.state.swarm?.cluster;
      if (cluster)
        onAssignments({
          type: 'complete',
          set: assignmentsOf(context.store.state, cluster, nodeId),
          removed: [],
        });
      return {
        updateTaskStatus: (updates) => {
          for (const update of updates) statuses.add(update);
        },
        close: () => {
          stop();
          statuses.cancel();
          changes.cancel();
        },
      };
    },
  };
}

interface Batch<T> {
  add(item: T): void;
  cancel(): void;
}

/** Collects items and hands them on together a little later. */
function createBatch<T>({ kernel }: EngineContext, flush: (items: readonly T[]) => void): Batch<T> {
  let items: T[] = [];
  let cancel: (() => void) | undefined;
  return {
    add: (item) => {
      items.push(item);
      cancel ??= kernel.clock.at(kernel.clock.now() + BATCH_MS, () => {
        cancel = undefined;
        const batch = items;
        items = [];
        flush(batch);
      });
    },
    cancel: () => {
      cancel?.();
      cancel = undefined;
      items = [];
    },
  };
}

function registerNode(context: EngineContext, nodeId: string, description: TaskNodeDescription): void {
  commitCluster(context, (cluster, { nowMs }) => {
    const node = cluster.nodes.get(nodeId);
    if (!node) return cluster;
    const isSame = node.status.State === 'ready' && isEqual(node.description, description);
    if (isSame) return cluster;
    const status = { State: 'ready', Addr: node.status.Addr } as const;
    return withNode(cluster, { ...node, description, status }, nowMs);
  });
}

type TaskNodeDescription = Parameters<Dispatcher['open']>[1];

/** Statuses only move forward; what another node says of a task, or of one that is gone, does not count. */
function withStatuses(
  cluster: ClusterState,
  nodeId: string,
  updates: readonly TaskStatusUpdate[],
  { nowMs }: ChangeContext,
): ClusterState {
  return updates.reduce((state, { taskId, status }) => {
    const task = state.tasks.get(taskId);
    if (task?.nodeId !== nodeId || compareStates(status.state, task.status.state) < 0) return state;
    return withTask(state, { ...task, status }, nowMs);
  }, cluster);
}

/** A node hears of its tasks, and not of what it said itself. */
function concerns(nodeId: string, before: TaskRecord | undefined, after: TaskRecord | undefined): boolean {
  if (before?.nodeId !== nodeId && after?.nodeId !== nodeId) return false;
  if (!before || !after || before.nodeId !== after.nodeId) return true;
  return before.desiredState !== after.desiredState || !isAssigned(before) || !isAssigned(after);
}

function isAssigned({ status }: TaskRecord): boolean {
  return compareStates(status.state, 'assigned') >= 0;
}

function changedAssignments(
  state: EngineState,
  cluster: ClusterState,
  nodeId: string,
  ids: ReadonlySet<string>,
): { type: 'incremental'; set: Assignment[]; removed: string[] } {
  const set: Assignment[] = [];
  const removed: string[] = [];
  for (const id of ids) {
    const task = cluster.tasks.get(id);
    if (!task || task.nodeId !== nodeId) removed.push(id);
    else if (isAssigned(task)) set.push(toAssignment(state, cluster, task));
  }
  return { type: 'incremental', set, removed };
}

function assignmentsOf(state: EngineState, cluster: ClusterState, nodeId: string): Assignment[] {
  return tasksOnNode(cluster, nodeId)
    .filter(isAssigned)
    .map((task) => toAssignment(state, cluster, task));
}

function toAssignment(state: EngineState, cluster: ClusterState, task: TaskRecord): Assignment {
  const { id, serviceId, serviceName, slot, nodeId, spec, desiredState, status, endpoint, networks } = task;
  const { Secrets = [], Configs = [] } = spec.ContainerSpec ?? {};
  const secrets = Secrets.map(
    ({ SecretID }) => [SecretID, cluster.secrets.get(SecretID)?.spec.Data ?? ''] as const,
  );
  const configs = Configs.map(
    ({ ConfigID }) => [ConfigID, cluster.configs.get(ConfigID)?.spec.Data ?? ''] as const,
  );
  return {
    id,
    serviceId,
    serviceName,
    slot,
    nodeId,
    spec,
    desiredState,
    status,
    endpoint,
    mode: task.endpointSpec?.Mode || 'vip',
    networks,
    overlays: networks.flatMap(({ networkId }) => {
      const network = state.networks.get(networkId);
      return network?.scope === 'swarm' ? [network] : [];
    }),
    ...(task.auth ? { auth: task.auth } : {}),
    contents: Object.fromEntries([...secrets, ...configs]),
  };
}
