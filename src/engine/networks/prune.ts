import type { PruneReport } from '../../api/container-types.ts';
import type { Filters } from '../../api/engine-api.ts';
import type { EngineContext } from '../engine-context.ts';
import { checkFilters, matchesLabelFilters, parseUntilFilter } from '../filters.ts';
import type { NetworkRecord } from '../state.ts';
import { pruneEvent } from '../prune-event.ts';
import { isPredefined } from './defaults.ts';
import { networkDelete } from './delete.ts';
import { usersOf } from './users.ts';

/**
 * Removes networks in which no container runs, those of the swarm first: what only stopped ones name goes too.
 * @throws ApiError invalidParameter @see moby v28 daemon/prune.go localNetworksPrune, clusterNetworksPrune
 */
export function networkPrune(context: EngineContext, filters: Filters = {}): PruneReport {
  checkFilters(filters, ['label', 'label!', 'until']);
  const until = parseUntilFilter(filters, context.kernel.clock.now());
  const deleted = [...context.store.state.networks]
    .map(([, network]) => network)
    .filter(
      (network) =>
        !isPredefined(network.name) &&
        network.createdMs <= until &&
        matchesLabelFilters(filters, network.labels) &&
        isUnused(context, network),
    )
    .sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
  for (const network of deleted) networkDelete(context, network.id);
  context.store.commit((state) => state, [pruneEvent('network', 0)]);
  return { Deleted: deleted.map((network) => network.name), SpaceReclaimed: 0 };
}

const rank = ({ scope }: NetworkRecord): number => (scope === 'swarm' ? 0 : 1);

/** The ingress network always stays. */
function isUnused({ store, swarmNode }: EngineContext, network: NetworkRecord): boolean {
  if (network.ingress || usersOf(store.state, network).length) return false;
  if (network.scope !== 'swarm') return true;
  return swarmNode.current?.role === 'manager' && !swarmNode.current.networkUser(network.id);
}
