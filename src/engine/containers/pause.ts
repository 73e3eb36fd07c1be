import { ApiError } from '../../api/api-error.ts';
import type { EngineContext } from '../engine-context.ts';
import { cellOf, findContainer, requireRunning, updateContainer } from './find.ts';
import { resumeContainer } from './signal-container.ts';

/** Nothing of it runs until it is unpaused. @throws ApiError conflict @see moby v28 daemon/pause.go */
export function containerPause(context: EngineContext, reference: string): void {
  const container = findContainer(context.store.state, reference);
  const { id } = container;
  if (container.status === 'paused') throw new ApiError('conflict', `Container ${id} is already paused`);
  requireRunning(container);
  cellOf(context, id).runtime?.process.freeze();
  updateContainer(context, id, { status: 'paused' }, [{ action: 'pause' }]);
}

/** @throws ApiError conflict @see moby v28 daemon/unpause.go */
export function containerUnpause(context: EngineContext, reference: string): void {
  const { id, status } = findContainer(context.store.state, reference);
  if (status !== 'paused') throw new ApiError('conflict', `Container ${id} is not paused`);
  resumeContainer(context, id);
}
