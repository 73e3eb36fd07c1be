import type { EngineState, NetworkRecord } from '../../state.ts';
import type { ClusterState } from '../cluster-state.ts';
import { createAddressPool, withoutPrefix, type AddressPool, type SwarmNetwork } from './address-pool.ts';
import { addressesInUse, type NetworkTable } from './allocate.ts';

/** The networks that services of this cluster may be in, with what is free in them at this moment. */
export function networkTable(state: EngineState, cluster: ClusterState): NetworkTable {
  const pools = new Map<string, AddressPool>();
  const ingress = [...state.networks].find(([, network]) => network.ingress)?.[1];
  return {
    find: (id) => {
      const network = state.networks.get(id);
      return network && toSwarmNetwork(network);
    },
    ingress: ingress && toSwarmNetwork(ingress),
    pool: (network) => {
      const pool =
        pools.get(network.id) ??
        createAddressPool(network.subnet, takenAddresses(state, cluster, network.id));
      pools.set(network.id, pool);
      return pool;
    },
  };
}

function toSwarmNetwork({ id, name, scope, ipam }: NetworkRecord): SwarmNetwork {
  return { id, name, isOverlay: scope === 'swarm', subnet: ipam.config[0]?.Subnet ?? '' };
}

/** Addresses of a swarm's network that may not be given: virtual IPs, tasks, containers of this machine, the gateway. */
export function takenAddresses(state: EngineState, cluster: ClusterState, networkId: string): Set<string> {
  const taken = new Set<string>();
  const { Gateway } = state.networks.get(networkId)?.ipam.config[0] ?? {};
  if (Gateway) taken.add(Gateway);
  for (const [, { endpoint }] of cluster.services)
    for (const vip of endpoint.virtualIps)
      if (vip.networkId === networkId) taken.add(withoutPrefix(vip.address));
  for (const entry of addressesInUse([...cluster.tasks].map(([, task]) => task)))
    if (entry.networkId === networkId) taken.add(withoutPrefix(entry.address));
  for (const [, { endpoints }] of state.containers)
    for (const { networkId: id, address } of endpoints.values())
      if (id === networkId && address) taken.add(address);
  return taken;
}
