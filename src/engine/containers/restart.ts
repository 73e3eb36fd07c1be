import type { EngineContext } from '../engine-context.ts';
import { cellOf, findContainer, updateContainer } from './find.ts';
import { startContainer } from './start.ts';
import { stopRunning, type StopOptions } from './stop.ts';

/** Stops it where it runs, and starts it. `--rm` does not remove it meanwhile. @throws ApiError @see moby v28 daemon/restart.go */
export async function containerRestart(
  context: EngineContext,
  reference: string,
  options: StopOptions = {},
): Promise<void> {
  const { id } = findContainer(context.store.state, reference);
  const cell = cellOf(context, id);
  cell.restarting = true;
  try {
    await stopRunning(context, id, options);
    await startContainer(context, findContainer(context.store.state, id), true);
  } finally {
    cell.restarting = false;
  }
  updateContainer(context, id, {}, [{ action: 'restart' }]);
}
