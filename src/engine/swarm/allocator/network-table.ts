import { findIngressNetwork } from '../../networks/find.ts';
import type { OverlayPlane } from '../../networks/overlay-plane.ts';
import { addressesIn } from '../../networks/ipam.ts';
import type { EngineState, NetworkRecord } from '../../state.ts';
import type { ClusterState } from '../cluster-state.ts';
import { createAddressPool, type AddressPool, type SwarmNetwork } from './address-pool.ts';
import type { NetworkTable } from './allocate.ts';
import { reservedAddresses } from './reserved-addresses.ts';

/** The networks that services of this cluster may be in, with what is free in them at this moment. */
export function networkTable(
  state: EngineState,
  cluster: ClusterState,
  wires: OverlayPlane['wires'],
): NetworkTable {
  const pools = new Map<string, AddressPool>();
  const ingress = findIngressNetwork(state.networks);
  return {
    find: (id) => {
      const network = state.networks.get(id);
      return network && toSwarmNetwork(network);
    },
    ingress: ingress && toSwarmNetwork(ingress),
    pool: (network) => {
      const pool =
        pools.get(network.id) ??
        createAddressPool(network.subnet, takenAddresses(state, cluster, wires, network.id));
      pools.set(network.id, pool);
      return pool;
    },
  };
}

function toSwarmNetwork({ id, name, scope, ipam }: NetworkRecord): SwarmNetwork {
  return { id, name, isOverlay: scope === 'swarm', subnet: ipam.config[0]?.Subnet ?? '' };
}

/** What a network of the swarm has no more: what the cluster gave, and what the machines use themselves. */
function takenAddresses(
  state: EngineState,
  cluster: ClusterState,
  wires: OverlayPlane['wires'],
  networkId: string,
): Set<string> {
  const network = state.networks.get(networkId);
  const taken = network ? addressesIn(state, network) : new Set<string>();
  for (const address of wires.get(networkId)?.addresses() ?? []) taken.add(address);
  for (const address of reservedAddresses(cluster, networkId)) taken.add(address);
  return taken;
}
