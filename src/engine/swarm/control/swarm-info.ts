import type { SystemInfo } from '../../../api/system-types.ts';
import type { Swarm } from '../../../api/swarm-types.ts';
import type { EngineState } from '../../state.ts';
import { toSwarm } from './to-wire.ts';

/** What `docker info` says of the swarm. @see moby v28 daemon/cluster/swarm.go Info */
export function swarmInfo({ swarm }: EngineState): SystemInfo['Swarm'] {
  const nowhere = { NodeID: '', NodeAddr: '', LocalNodeState: 'inactive', ControlAvailable: false } as const;
  if (!swarm) return { ...nowhere, Error: '', RemoteManagers: null };
  const { nodeId, address, remoteManagers, cluster } = swarm;
  const nodes = cluster ? [...cluster.nodes].map(([, node]) => node) : [];
  return {
    NodeID: nodeId,
    NodeAddr: address,
    LocalNodeState: 'active',
    ControlAvailable: cluster !== undefined,
    Error: '',
    RemoteManagers: remoteManagers.map((manager) => ({ NodeID: manager.nodeId, Addr: manager.address })),
    ...(cluster
      ? {
          Nodes: nodes.length,
          Managers: nodes.filter(({ manager }) => manager).length,
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
