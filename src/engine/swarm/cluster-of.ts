import { ApiError } from '../../api/api-error.ts';
import type { EngineState } from '../state.ts';
import type { ClusterState } from './cluster-state.ts';

const NOT_IN_SWARM =
  'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.';
const WORKER =
  "This node is not a swarm manager. Worker nodes can't be used to view or modify cluster state. Please run this command on a manager node or promote the current node to a manager.";

/** @see moby v28 daemon/cluster/errors.go */
export const NO_LEADER =
  "rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.";

/** The cluster, where this machine manages one that has a leader. @throws ApiError @see moby v28 daemon/cluster/cluster.go errNoManager, daemon/cluster/errors.go */
export function clusterOf({ swarm }: EngineState): ClusterState {
  if (!swarm) throw new ApiError('unavailable', NOT_IN_SWARM);
  if (!swarm.cluster) throw new ApiError('unavailable', WORKER);
  if (swarm.leaderId === '') throw new ApiError('unavailable', NO_LEADER);
  return swarm.cluster;
}
