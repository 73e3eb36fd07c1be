import type { EngineContext } from '../engine-context.ts';
import type { NetworkRecord } from '../state.ts';
import { networkEvent } from './network-event.ts';
import { removeNetwork } from './remove-network.ts';
import { hasContainers } from './users.ts';

/** A network that the swarm has no more, while tasks that are to stop are still in it. @see moby/swarmkit v2 manager/controlapi/network.go RemoveNetwork */
export function forgetNetwork({ store }: EngineContext, network: NetworkRecord): void {
  store.commit(
    (state) => ({ ...state, networks: state.networks.set(network.id, { ...network, forgotten: true }) }),
    [networkEvent(network, 'remove')],
  );
}

/** Takes away what the swarm has no more, once nobody is in it. @see moby v28 daemon/cluster/executor/container/adapter.go removeNetworks */
export function removeForgotten(context: EngineContext, ids: readonly string[]): void {
  for (const id of ids) {
    const network = context.store.state.networks.get(id);
    if (network?.forgotten && !hasContainers(context.store.state, network)) removeNetwork(context, id);
  }
}
