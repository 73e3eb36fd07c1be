import type { TaskRecord } from '../cluster-state.ts';
import { labelOf } from './constraints.ts';
import type { NodeInfo } from './node-info.ts';

/**
 * The nodes that a task's placement preferences leave: at each level those with the label's value that has the fewest tasks of the service.
 * @see moby/swarmkit v2 manager/scheduler/nodeset.go tree
 */
export function branchOf(task: TaskRecord, candidates: readonly NodeInfo[]): readonly NodeInfo[] {
  const preferences = task.spec.Placement?.Preferences ?? [];
  return preferences.reduce(
    (nodes, { Spread }) => emptiest(nodes, Spread.SpreadDescriptor, task.serviceId),
    candidates,
  );
}

function emptiest(nodes: readonly NodeInfo[], descriptor: string, serviceId: string): readonly NodeInfo[] {
  const branches = new Map<string, NodeInfo[]>();
  for (const info of nodes) {
    const value = labelOf(info.node, descriptor) ?? '';
    branches.set(value, [...(branches.get(value) ?? []), info]);
  }
  const count = (branch: readonly NodeInfo[]): number =>
    branch.reduce((sum, { tasksByService }) => sum + (tasksByService.get(serviceId) ?? 0), 0);
  const sorted = [...branches].sort(
    ([a, left], [b, right]) => count(left) - count(right) || (a < b ? -1 : 1),
  );
  return sorted[0]?.[1] ?? [];
}
