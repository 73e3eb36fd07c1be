import type { PruneReport } from '../../api/container-types.ts';
import type { Filters } from '../../api/engine-api.ts';
import type { EngineContext } from '../engine-context.ts';
import { checkFilters, matchesLabelFilters, parseUntilFilter } from '../filters.ts';
import { pruneEvent } from '../prune-event.ts';
import { removeContainer } from './remove-container.ts';
import { sortedByAge } from './list-filters.ts';
import { writtenBytes } from './sizes.ts';

/** Removes every container that does not run. @throws ApiError invalidParameter @see moby v28 daemon/prune.go ContainersPrune */
export function containerPrune(context: EngineContext, filters: Filters = {}): PruneReport {
  checkFilters(filters, ['label', 'label!', 'until']);
  const until = parseUntilFilter(filters, context.kernel.clock.now());
  const report: PruneReport = { Deleted: [], SpaceReclaimed: 0 };
  for (const container of sortedByAge(context.store.state)) {
    const isIdle = ['created', 'exited', 'dead'].includes(container.status);
    if (!isIdle || container.createdMs > until || !matchesLabelFilters(filters, container.config.Labels))
      continue;
    report.SpaceReclaimed += writtenBytes(context, container);
    removeContainer(context, container.id, { volumes: false });
    report.Deleted.push(container.id);
  }
  context.store.commit((state) => state, [pruneEvent('container', report.SpaceReclaimed)]);
  return report;
}
