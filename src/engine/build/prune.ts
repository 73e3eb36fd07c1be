import type { PruneReport } from '../../api/container-types.ts';
import type { Filters } from '../../api/engine-api.ts';
import { parseUntilFilter } from '../filters.ts';
import { withoutUnusedLayers } from '../content/layers.ts';
import type { EngineContext } from '../engine-context.ts';
import { pruneEvent } from '../prune-event.ts';

/** Forgets cached steps; without `all` only those no image holds. Filter: `until`. @throws ApiError invalidParameter */
export function buildPrune(
  context: EngineContext,
  options: { all?: boolean; filters?: Filters } = {},
): PruneReport {
  const { state } = context.store;
  const until = parseUntilFilter(options.filters ?? {}, context.kernel.clock.now());
  const inImages = new Set<string>();
  for (const [, image] of state.images)
    for (let id = image.topChainId; id; id = state.layers.get(id)?.parent ?? '') inImages.add(id);
  const gone = [...state.buildCache]
    .map(([, entry]) => entry)
    .filter((entry) => (options.all || !inImages.has(entry.chainId)) && entry.lastUsedMs <= until);
  let removed: ReturnType<typeof withoutUnusedLayers>['removed'] = [];
  context.store.commit((current) => {
    const cleaned = withoutUnusedLayers({
      ...current,
      buildCache: gone.reduce((cache, entry) => cache.delete(entry.key), current.buildCache),
    });
    removed = cleaned.removed;
    return cleaned.state;
  });
  for (const layer of removed) context.layerTrees.delete(layer.chainId);
  const SpaceReclaimed = removed.reduce((sum, layer) => sum + layer.sizeBytes, 0);
  context.store.commit((current) => current, [pruneEvent('builder', SpaceReclaimed)]);
  return { Deleted: gone.map((entry) => entry.key.slice(0, 25)), SpaceReclaimed };
}
