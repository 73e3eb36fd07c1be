import { tasksOnNode, withStatus, withTask, type ChangeContext } from '../cluster-changes.ts';
import type { ClusterState, TaskRecord } from '../cluster-state.ts';
import { meetsConstraints } from '../scheduler/constraints.ts';
import { compareStates, isRunnable } from '../task-states.ts';

/**
 * Rejects the tasks of a node that it is no longer right for, as its labels or its role changed. Simplified: a node's resources never change here; where they
 * shrink, SwarmKit rejects what they no longer hold.
 * @see moby/swarmkit v2 manager/orchestrator/constraintenforcer/constraint_enforcer.go rejectNoncompliantTasks
 */
export function enforceConstraints(
  cluster: ClusterState,
  nodeId: string,
  { nowMs }: ChangeContext,
): ClusterState {
  const node = cluster.nodes.get(nodeId);
  if (!node || node.spec.Availability === 'drain' || node.status.State === 'down') return cluster;
  return tasksOnNode(cluster, nodeId)
    .filter(isPlaced)
    .filter(({ spec }) => !meetsConstraints(spec.Placement?.Constraints ?? [], node))
    .reduce((state, task) => withTask(state, rejected(task, nowMs), nowMs), cluster);
}

function isPlaced({ desiredState, status }: TaskRecord): boolean {
  return (
    isRunnable(desiredState) &&
    compareStates(status.state, 'assigned') >= 0 &&
    compareStates(status.state, 'running') <= 0
  );
}

function rejected(task: TaskRecord, nowMs: number): TaskRecord {
  return withStatus(
    task,
    {
      state: 'rejected',
      message: 'task rejected by constraint enforcer',
      error: 'assigned node no longer meets constraints',
    },
    nowMs,
  );
}
