import type { EngineContext, SwarmNode } from '../engine-context.ts';
import { reservedAddresses } from './allocator/reserved-addresses.ts';
import type { ClusterState, SwarmState } from './cluster-state.ts';
import { isRunnable, isTerminal } from './task-states.ts';

/** This machine as the networks see it, with what the cluster of this moment has given out. */
export function swarmNodeOf(context: EngineContext, swarm: SwarmState): SwarmNode {
  // A worker is told by its manager.
  const cluster = (): ClusterState | undefined =>
    context.store.state.swarm?.cluster ?? context.fabric.leader(context)?.store.state.swarm?.cluster;
  const { defaultAddrPool = [], subnetSize = 24 } = swarm.cluster?.cluster ?? {};
  return {
    nodeId: swarm.nodeId,
    address: swarm.address,
    role: swarm.cluster ? 'manager' : 'worker',
    addressPools: defaultAddrPool.map((base) => ({ base, size: subnetSize })),
    reservedAddresses: (networkId) => {
      const present = cluster();
      return present ? reservedAddresses(present, networkId) : [];
    },
    networkUser: (networkId) => networkUser(cluster(), networkId),
    ingressUser: () => ingressUser(cluster()),
  };
}

/** @see moby/swarmkit v2 manager/controlapi/network.go RemoveNetwork */
function networkUser(cluster: ClusterState | undefined, networkId: string): string | undefined {
  if (!cluster) return undefined;
  for (const [id, { spec }] of cluster.services)
    if (spec.TaskTemplate.Networks?.some(({ Target }) => Target === networkId)) return `service ${id}`;
  for (const [id, { networks, status, desiredState }] of cluster.tasks)
    if (
      isRunnable(desiredState) &&
      !isTerminal(status.state) &&
      networks.some((network) => network.networkId === networkId)
    )
      return `task ${id}`;
  return undefined;
}

function ingressUser(cluster: ClusterState | undefined): string | undefined {
  const services = [...(cluster?.services ?? [])].map(([, service]) => service);
  return services.find(({ endpoint }) => endpoint.ports.some(({ PublishMode }) => PublishMode !== 'host'))
    ?.id;
}
