import { ApiError } from '../../api/api-error.ts';
import { parseSignal, signalNumber, type Signal } from '../../kernel/signals.ts';
import type { EngineContext } from '../engine-context.ts';
import type { ContainerRecord } from '../state.ts';
import { startContainer } from './start.ts';
import { cellOf, findContainer, requireRunning, updateContainer } from './find.ts';

const DEFAULT_GRACE_SECONDS = 10;
/** How long the daemon waits for a killed process. */
const KILL_WAIT_MS = 10_000;

/** @throws ApiError invalidParameter */
export function signalNamed(name: string): Signal {
  const signal = parseSignal(name);
  if (!signal) throw new ApiError('invalidParameter', `invalid signal: ${name}`);
  return signal;
}

/** SIGTERM (or the image's signal), a grace time, SIGKILL. @see moby v28 daemon/stop.go */
export async function containerStop(context: EngineContext, reference: string, options: { signal?: string; t?: number } = {}): Promise<void> {
  const container = findContainer(context.store.state, reference);
  if (container.status === 'restarting') {
    updateContainer(context, container.id, { status: 'exited', restartAtMs: 0, manuallyStopped: true }, [{ action: 'stop' }]);
    return;
  }
  if (container.status !== 'running' && container.status !== 'paused') return;
  await stopRunning(context, container, options);
  updateContainer(context, container.id, { manuallyStopped: true }, [{ action: 'stop' }]);
}

async function stopRunning(context: EngineContext, container: ContainerRecord, options: { signal?: string; t?: number }): Promise<void> {
  const cell = cellOf(context, container.id);
  const signal = signalNamed(options.signal || container.config.StopSignal || 'SIGTERM');
  const graceSeconds = options.t ?? container.config.StopTimeout ?? DEFAULT_GRACE_SECONDS;
  cell.stopping = true;
  updateContainer(context, container.id, { manuallyStopped: true });
  if (container.status === 'paused') resume(context, container.id);
  sendSignal(context, container, signal);
  if (!(await untilStopped(context, container.id, graceSeconds < 0 ? Infinity : graceSeconds * 1000))) {
    sendSignal(context, container, 'SIGKILL');
    await untilStopped(context, container.id, KILL_WAIT_MS);
  }
  cell.stopping = false;
}

function sendSignal(context: EngineContext, container: ContainerRecord, signal: Signal): void {
  const { runtime } = cellOf(context, container.id);
  if (!runtime || runtime.process.done) return;
  updateContainer(context, container.id, {}, [{ action: 'kill', attributes: { signal: String(signalNumber(signal)) } }]);
  runtime.process.kill(signal);
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

export async function containerRestart(context: EngineContext, reference: string, options: { signal?: string; t?: number } = {}): Promise<void> {
  const container = findContainer(context.store.state, reference);
  const cell = cellOf(context, container.id);
  cell.restarting = true;
  try {
    if (container.status === 'running' || container.status === 'paused') await stopRunning(context, container, options);
    await startContainer(context, findContainer(context.store.state, container.id), true);
  } finally {
    cell.restarting = false;
  }
  updateContainer(context, container.id, {}, [{ action: 'restart' }]);
}

/** SIGKILL waits for the end. @see moby v28 daemon/kill.go. @throws ApiError conflict where it does not run */
export async function containerKill(context: EngineContext, reference: string, signalName = 'SIGKILL'): Promise<void> {
  const container = findContainer(context.store.state, reference);
  const signal = signalNamed(signalName || 'SIGKILL');
  if (container.status !== 'running' && container.status !== 'paused') {
    throw new ApiError('conflict', `cannot kill container: ${reference}: container ${container.id} is not running`);
  }
  updateContainer(context, container.id, { manuallyStopped: true });
  if (container.status === 'paused' && signal === 'SIGKILL') resume(context, container.id);
  sendSignal(context, container, signal);
  if (signal === 'SIGKILL') await untilStopped(context, container.id, KILL_WAIT_MS);
}

export function containerPause(context: EngineContext, reference: string): void {
  const container = findContainer(context.store.state, reference);
  if (container.status === 'paused') throw new ApiError('conflict', `Container ${container.id} is already paused`);
  requireRunning(container);
  cellOf(context, container.id).runtime?.process.freeze();
  updateContainer(context, container.id, { status: 'paused' }, [{ action: 'pause' }]);
}

export function containerUnpause(context: EngineContext, reference: string): void {
  const container = findContainer(context.store.state, reference);
  if (container.status !== 'paused') throw new ApiError('conflict', `Container ${container.id} is not paused`);
  resume(context, container.id);
}

function resume(context: EngineContext, id: string): void {
  cellOf(context, id).runtime?.process.resume();
  updateContainer(context, id, { status: 'running' }, [{ action: 'unpause' }]);
}
