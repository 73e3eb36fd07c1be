import { ApiError } from '../../api/api-error.ts';
import type { EngineContext } from '../engine-context.ts';
import type { EngineState } from '../state.ts';
import type { ChangeContext } from './cluster-changes.ts';
import { clusterOf, NO_LEADER } from './cluster-of.ts';
import { clusterEvents } from './cluster-events.ts';
import type { ClusterState, SwarmState } from './cluster-state.ts';
import { newIdentity } from './identity.ts';

/**
 * Replaces the cluster in one commit of the leader, which hands it to the managers in reach, with the events of what changed in it; a change that changes nothing
 * commits nothing.
 * @param change pure; may throw, then nothing happens
 * @throws ApiError unavailable on a machine that is no manager
 */
export function commitCluster(
  context: EngineContext,
  change: (cluster: ClusterState, change: ChangeContext) => ClusterState,
): ClusterState {
  clusterOf(context.store.state);
  const leader = context.fabric.leader(context);
  if (!leader) throw new ApiError('unavailable', NO_LEADER);
  const { store, kernel } = leader;
  const before = clusterOf(store.state);
  const draft = { ...before, index: before.index + 1 };
  const after = change(draft, { nowMs: kernel.clock.now(), newId: () => newIdentity(kernel.random) });
  if (after === draft) return before;
  const events = clusterEvents(before, after);
  for (const manager of context.fabric.reachable(leader))
    if (manager.store.state.swarm?.cluster)
      manager.store.commit((state) => withCluster(state, after), events);
  return after;
}

function withCluster(state: EngineState, cluster: ClusterState): EngineState {
  const swarm: SwarmState | undefined = state.swarm && { ...state.swarm, cluster };
  return swarm ? { ...state, swarm } : state;
}
