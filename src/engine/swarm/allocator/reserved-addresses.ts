import type { ClusterState } from '../cluster-state.ts';
import { isTerminal } from '../task-states.ts';
import { withoutPrefix } from './address-pool.ts';

/** Addresses in a network that belong to services and to tasks that have not ended, without prefix. */
export function reservedAddresses(cluster: ClusterState, networkId: string): string[] {
  const virtual = [...cluster.services].flatMap(([, { endpoint }]) => endpoint.virtualIps);
  const tasks = [...cluster.tasks]
    .filter(([, { status }]) => !isTerminal(status.state))
    .flatMap(([, { networks }]) =>
      networks.flatMap((network) =>
        network.addresses.map((address) => ({ networkId: network.networkId, address })),
      ),
    );
  return [...virtual, ...tasks]
    .filter((entry) => entry.networkId === networkId)
    .map(({ address }) => withoutPrefix(address));
}
