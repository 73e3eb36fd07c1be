import type { EngineContext } from '../engine-context.ts';
import type { NetworkRecord } from '../state.ts';
import { forgetNetwork } from './forget-network.ts';
import { removeNetwork } from './remove-network.ts';
import { raiseSegment } from './segments.ts';
import { hasContainers } from './users.ts';

/** A network of the swarm comes to this machine, unless it is there: without what another machine has in it. */
export function adoptOverlay(context: EngineContext, network: NetworkRecord): void {
  const { store } = context;
  if (store.state.networks.has(network.id)) return;
  const own: NetworkRecord = { ...network, systemEndpoints: [] };
  raiseSegment(context, own);
  store.commit((state) => ({ ...state, networks: state.networks.set(own.id, own) }));
}

/** It goes from this machine; with its last container, where one is in it. */
export function dropOverlay(context: EngineContext, id: string): void {
  const network = context.store.state.networks.get(id);
  if (!network || network.forgotten) return;
  if (hasContainers(context.store.state, network)) forgetNetwork(context, network);
  else removeNetwork(context, id);
}

/** Gives a machine the networks that a manager knows, or those of them it has already where it is a worker, and takes away what is no more. */
export function shareOverlays(from: EngineContext, to: EngineContext, isManager: boolean): void {
  const known = swarmNetworks(from);
  for (const network of known.values()) if (isManager || network.ingress) adoptOverlay(to, network);
  for (const id of swarmNetworks(to).keys()) if (!known.has(id)) dropOverlay(to, id);
}

function swarmNetworks({ store }: EngineContext): Map<string, NetworkRecord> {
  return new Map(
    [...store.state.networks].filter(([, { scope, forgotten }]) => scope === 'swarm' && !forgotten),
  );
}
