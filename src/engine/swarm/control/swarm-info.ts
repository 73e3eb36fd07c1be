import type { SystemInfo } from '../../../api/system-types.ts';
import type { Swarm } from '../../../api/swarm-types.ts';
import type { EngineState } from '../../state.ts';
import { NO_LEADER } from '../cluster-of.ts';
import { toSwarm } from './to-wire.ts';

/** What `docker info` says of the swarm. @see moby v28 daemon/cluster/swarm.go Info */
export function swarmInfo({ swarm }: EngineState): SystemInfo['Swarm'] {
  const nowhere = { NodeID: '', NodeAddr: '', LocalNodeState: 'inactive', ControlAvailable: false } as const;
  if (!swarm) return { ...nowhere, Error: '', RemoteManagers: null };
  const { nodeId, address, remoteManagers, cluster, leaderId } = swarm;
  const nodes = cluster ? [...cluster.nodes].map(([, node]) => node) : [];
  const managers = nodes.flatMap(({ id, manager }) =>
    manager ? [{ NodeID: id, Addr: manager.address }] : [],
  );
  const isLed = cluster !== undefined && leaderId !== '';
  return {
    NodeID: nodeId,
    NodeAddr: address,
    LocalNodeState: 'active',
    ControlAvailable: cluster !== undefined,
    Error: cluster && !isLed ? NO_LEADER : '',
    RemoteManagers: cluster
      ? managers
      : remoteManagers.map((manager) => ({ NodeID: manager.nodeId, Addr: manager.address })),
    ...(isLed
      ? {
          Nodes: nodes.length,
          Managers: managers.length,
          Cluster: clusterInfo(toSwarm(cluster.cluster)),
        }
      : {}),
  };
}

/** Join tokens are told only where they are asked for. */
function clusterInfo(swarm: Swarm): SystemInfo['Swarm']['Cluster'] {
  const cluster: Partial<Swarm> = { ...swarm };
  delete cluster.JoinTokens;
  return cluster as Omit<Swarm, 'JoinTokens'>;
}
