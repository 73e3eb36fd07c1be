import { withStatus, withTask, type ChangeContext } from '../cluster-changes.ts';
import type { ClusterState, TaskRecord } from '../cluster-state.ts';
import { isRunnable } from '../task-states.ts';
import { explain, obstacle } from './filters.ts';
import { addTask, nodeInfo, type NodeInfo } from './node-info.ts';
import { branchOf } from './placement.ts';

/**
 * Assigns the pending tasks to nodes: of those that may run one, the node with the fewest tasks of its service, then with the fewest tasks, spread
 * over the branches of its placement preferences. What fits nowhere stays pending and says why, or is shut down where it is not wanted any more; what fits
 * gets its node even then, which shuts it down: whoever waits for its end hears of it.
 * Simplified: SwarmKit also avoids a node on which tasks of the service failed five times within five minutes.
 * @see moby/swarmkit v2 manager/scheduler/scheduler.go
 */
export function schedule(
  cluster: ClusterState,
  pending: readonly TaskRecord[],
  { nowMs }: ChangeContext,
): ClusterState {
  if (pending.length === 0) return cluster;
  const infos = [...cluster.nodes]
    .map(([, node]) => nodeInfo(withoutPending(cluster, pending), node))
    .sort((a, b) => (a.node.id < b.node.id ? -1 : 1));
  let state = cluster;
  for (const task of pending) {
    const candidates = task.nodeId ? infos.filter(({ node }) => node.id === task.nodeId) : infos;
    const chosen = choose(
      task,
      candidates.filter((info) => !obstacle(task, info)),
    );
    if (chosen) addTask(chosen, task);
    const next = chosen ? assigned(task, chosen, nowMs) : unsuitable(task, candidates, nowMs);
    if (next !== task) state = withTask(state, next, nowMs);
  }
  return state;
}

/** Global tasks have their node before they are scheduled: they don't take its resources from themselves. */
function withoutPending(cluster: ClusterState, pending: readonly TaskRecord[]): ClusterState {
  const placed = pending.filter(({ nodeId }) => nodeId !== '');
  if (placed.length === 0) return cluster;
  const tasksByNode = placed.reduce((index, { id, nodeId }) => {
    const ids = index.get(nodeId);
    return ids ? index.set(nodeId, ids.delete(id)) : index;
  }, cluster.tasksByNode);
  return { ...cluster, tasksByNode };
}

function choose(task: TaskRecord, candidates: readonly NodeInfo[]): NodeInfo | undefined {
  const branch = branchOf(task, candidates);
  return branch.reduce<NodeInfo | undefined>(
    (best, info) => (!best || isBetter(task.serviceId, info, best) ? info : best),
    undefined,
  );
}

function isBetter(serviceId: string, a: NodeInfo, b: NodeInfo): boolean {
  const [own, other] = [a, b].map(({ tasksByService }) => tasksByService.get(serviceId) ?? 0);
  return own === other ? a.tasks < b.tasks : (own ?? 0) < (other ?? 0);
}

function assigned(task: TaskRecord, { node }: NodeInfo, nowMs: number): TaskRecord {
  const status = { state: 'assigned', message: 'scheduler assigned task to node', error: '' } as const;
  return withStatus({ ...task, nodeId: node.id }, status, nowMs);
}

function unsuitable(task: TaskRecord, candidates: readonly NodeInfo[], nowMs: number): TaskRecord {
  if (!isRunnable(task.desiredState)) return withStatus(task, { state: 'shutdown', error: '' }, nowMs);
  const error = explain(task, candidates);
  return task.status.error === error ? task : withStatus(task, { error }, nowMs);
}
