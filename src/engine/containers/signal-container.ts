import { ApiError } from '../../api/api-error.ts';
import { parseSignal, signalNumber, type Signal } from '../../kernel/signals.ts';
import type { EngineContext } from '../engine-context.ts';
import type { ContainerRecord } from '../state.ts';
import { cellOf, updateContainer } from './find.ts';

/** How long the daemon waits for a killed process. */
export const KILL_WAIT_MS = 10_000;

/** @throws ApiError invalidParameter */
export function signalNamed(name: string): Signal {
  const signal = parseSignal(name);
  if (!signal) throw new ApiError('invalidParameter', `invalid signal: ${name}`);
  return signal;
}

/** To the main process, with its event. Nothing happens where it ended. */
export function sendSignal(context: EngineContext, container: ContainerRecord, signal: Signal): void {
  const { runtime } = cellOf(context, container.id);
  if (!runtime || runtime.process.done) return;
  const attributes = { signal: String(signalNumber(signal)) };
  updateContainer(context, container.id, {}, [{ action: 'kill', attributes }]);
  runtime.process.kill(signal);
}

/** Lets a paused container go on, with its event. */
export function resumeContainer(context: EngineContext, id: string): void {
  cellOf(context, id).runtime?.process.resume();
  updateContainer(context, id, { status: 'running' }, [{ action: 'unpause' }]);
}

/** False where it still runs after `timeoutMs`. */
export async function untilStopped(context: EngineContext, id: string, timeoutMs: number): Promise<boolean> {
  const cell = context.containers.get(id);
  const { clock } = context.kernel;
  const deadline = clock.now() + timeoutMs;
  for (;;) {
    const status = context.store.state.containers.get(id)?.status;
    if (!cell || (status !== 'running' && status !== 'paused')) return true;
    if (clock.now() >= deadline) return false;
    await cell.changed.wait(timeoutMs === Infinity ? undefined : deadline - clock.now());
  }
}
