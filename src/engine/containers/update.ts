import type { ContainerUpdateRequest, PruneReport } from '../../api/container-types.ts';
import type { Filters } from '../../api/engine-api.ts';
import { ApiError } from '../../api/api-error.ts';
import { matchesLabels } from '../filters.ts';
import type { EngineContext } from '../engine-context.ts';
import { cellOf, findContainer, updateContainer } from './find.ts';
import { removeContainer } from './delete.ts';

export function containerUpdate(context: EngineContext, reference: string, request: ContainerUpdateRequest): { Warnings: string[] | null } {
  const container = findContainer(context.store.state, reference);
  if (container.hostConfig.AutoRemove && request.RestartPolicy && request.RestartPolicy.Name !== 'no' && request.RestartPolicy.Name !== '') {
    throw new ApiError('invalidParameter', 'Restart policy cannot be updated because AutoRemove is enabled for the container');
  }
  const changes = Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined && value !== 0));
  updateContainer(context, container.id, { hostConfig: { ...container.hostConfig, ...changes } }, [{ action: 'update' }]);
  return { Warnings: null };
}

export function containerPrune(context: EngineContext, filters: Filters = {}): PruneReport {
  const stopped = [...context.store.state.containers]
    .map(([, container]) => container)
    .filter(({ status }) => status === 'created' || status === 'exited' || status === 'dead')
    .filter((container) => matchesLabels(container.config.Labels ?? {}, filters['label'] ?? []))
    .sort((a, b) => b.createdMs - a.createdMs);
  const SpaceReclaimed = stopped.reduce((sum, { id }) => sum + cellOf(context, id).fs.usedBytes, 0);
  for (const { id } of stopped) removeContainer(context, id, { volumes: false });
  return { Deleted: stopped.map(({ id }) => id), SpaceReclaimed };
}
