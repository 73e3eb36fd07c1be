import { ApiError } from '../../api/api-error.ts';
import type { EngineContext } from '../engine-context.ts';
import { findContainer, updateContainer } from './find.ts';
import { KILL_WAIT_MS, resumeContainer, sendSignal, signalNamed, untilStopped } from './signal-container.ts';

/**
 * Any signal by hand keeps restart policies away from its next end; SIGKILL waits for it.
 * @throws ApiError conflict where it does not run @see moby v28 daemon/kill.go
 */
export async function containerKill(
  context: EngineContext,
  reference: string,
  signalName = 'SIGKILL',
): Promise<void> {
  const container = findContainer(context.store.state, reference);
  const { id, status } = container;
  const signal = signalNamed(signalName || 'SIGKILL');
  if (status !== 'running' && status !== 'paused') {
    throw new ApiError('conflict', `cannot kill container: ${reference}: container ${id} is not running`);
  }
  updateContainer(context, id, { manuallyStopped: true });
  if (status === 'paused' && signal === 'SIGKILL') resumeContainer(context, id);
  sendSignal(context, container, signal);
  if (signal === 'SIGKILL') await untilStopped(context, id, KILL_WAIT_MS);
}
