import { ApiError } from '../../../api/api-error.ts';
import type { ServiceSpec } from '../../../api/service-types.ts';
import type { ClusterState } from '../cluster-state.ts';

/** Each task is a container that the page really holds, and a machine of the simulation has 1,500 processes at most. */
const MOST_ON_NODE = 1000;

/**
 * Simplified: the services of a cluster have so many replicas together at most, for each node; a swarm makes as many tasks as it is asked for.
 * @throws ApiError notSimulated
 */
export function checkReplicas({ services, nodes }: ClusterState, spec: ServiceSpec, selfId: string): void {
  const wanted = replicasOf(spec);
  if (wanted === 0) return;
  let sum = wanted;
  for (const [id, service] of services) if (id !== selfId) sum += replicasOf(service.spec);
  const most = MOST_ON_NODE * nodes.size;
  if (sum > most)
    throw new ApiError(
      'notSimulated',
      `more than ${most} replicas in a swarm${ofNodes(nodes.size)} (these would be ${sum})`,
    );
}

function ofNodes(count: number): string {
  return count === 1 ? '' : ` of ${count} nodes`;
}

function replicasOf({ Mode }: ServiceSpec): number {
  return Mode.Global ? 0 : (Mode.Replicated?.Replicas ?? 1);
}
