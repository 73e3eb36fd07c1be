import type { EngineContext } from '../engine-context.ts';
import type { ContainerRecord } from '../state.ts';
import { cellOf, findContainer, updateContainer } from './find.ts';
import { KILL_WAIT_MS, resumeContainer, sendSignal, signalNamed, untilStopped } from './signal-container.ts';

const DEFAULT_GRACE_SECONDS = 10;

export interface StopOptions {
  readonly signal?: string;
  /** Grace time in seconds; negative waits for ever. */
  readonly t?: number;
}

/** Its stop signal, a grace time, SIGKILL. Nothing happens to one that does not run. @throws ApiError @see moby v28 daemon/stop.go */
export async function containerStop(
  context: EngineContext,
  reference: string,
  options: StopOptions = {},
): Promise<void> {
  const { id, status } = findContainer(context.store.state, reference);
  if (status === 'restarting') {
    const change = { status: 'exited', restartAtMs: 0, manuallyStopped: true } as const;
    updateContainer(context, id, change, [{ action: 'stop' }]);
  } else await stopRunning(context, id, options);
}

/** Stops it if it runs and tells so. */
export async function stopRunning(context: EngineContext, id: string, options: StopOptions): Promise<void> {
  const container = findContainer(context.store.state, id);
  if (container.status !== 'running' && container.status !== 'paused') return;
  const cell = cellOf(context, id);
  const signal = signalNamed(options.signal || container.config.StopSignal || 'SIGTERM');
  cell.stopping = true;
  updateContainer(context, id, { manuallyStopped: true });
  if (container.status === 'paused') resumeContainer(context, id);
  sendSignal(context, container, signal);
  if (!(await untilStopped(context, id, graceMs(container, options)))) {
    sendSignal(context, container, 'SIGKILL');
    await untilStopped(context, id, KILL_WAIT_MS);
  }
  cell.stopping = false;
  updateContainer(context, id, {}, [{ action: 'stop' }]);
}

function graceMs({ config }: ContainerRecord, { t }: StopOptions): number {
  const seconds = t ?? config.StopTimeout ?? DEFAULT_GRACE_SECONDS;
  return seconds < 0 ? Infinity : seconds * 1000;
}
