import { isSignalStatus } from '../../kernel/wait-status.ts';
import { signalNumber } from '../../kernel/signals.ts';
import type { WaitStatus } from '../../kernel/process.ts';
import type { EngineContext } from '../engine-context.ts';
import { detachNetworks, type AttachedNetworks } from '../networks/attach.ts';
import type { ContainerCell, ContainerRuntime } from './container-cell.ts';
import { removeContainer } from './remove-container.ts';
import { updateContainer } from './find.ts';
import { unmountEvents } from '../volumes/mount-events.ts';
import { planRestart } from './plan-restart.ts';
import type { OutputPump } from './pump-output.ts';

/** A wait status as a container's exit code. */
export function exitCodeOf(status: WaitStatus): number {
  return isSignalStatus(status) ? 128 + signalNumber(status.signal) : status.code;
}

/** Waits for the main process's end and does what follows: record, events, network, restart policy, `--rm`. @see moby v28 daemon/monitor.go */
export function watchExit(context: EngineContext, id: string, run: ContainerRun): void {
  run.runtime.process.onEnd((status) =>
    context.kernel.task(`exit of ${id.slice(0, 12)}`, () => afterExit(context, id, run, status)),
  );
}

/** A run of a container: what there is between its start and its end. */
interface ContainerRun {
  readonly cell: ContainerCell;
  readonly runtime: ContainerRuntime;
  readonly output: OutputPump;
  readonly networks: AttachedNetworks;
}

async function afterExit(
  context: EngineContext,
  id: string,
  { cell, runtime, output, networks }: ContainerRun,
  status: WaitStatus,
): Promise<void> {
  // In a namespace that is not its own it was no init, whose end is the end of all.
  runtime.process.kill('SIGKILL', { all: true });
  giveMemoryBack(context, runtime);
  runtime.stdin?.release();
  await output.drained();
  const container = context.store.state.containers.get(id);
  if (!container || cell.runtime !== runtime) return;
  cell.runtime = undefined;
  const exitCode = exitCodeOf(status);
  const finishedMs = context.kernel.clock.now();
  const seconds = Math.max(0, Math.floor((finishedMs - container.startedMs) / 1000));
  const restart = cell.stopping ? undefined : planRestart(container, exitCode, finishedMs);
  updateContainer(
    context,
    id,
    {
      status: restart ? 'restarting' : 'exited',
      pid: 0,
      exitCode,
      finishedMs,
      execIds: [],
      health: container.health ? { ...container.health, status: 'unhealthy' } : undefined,
      healthAtMs: 0,
      ...(restart ?? {}),
    },
    [{ action: 'die', attributes: { execDuration: String(seconds), exitCode: String(exitCode) } }],
  );
  detachNetworks(context, container, networks);
  context.store.commit((state) => state, unmountEvents(container));
  if (container.hostConfig.AutoRemove && !restart && !cell.restarting)
    removeContainer(context, id, { volumes: true });
}

/** What it kept in memory alone is gone with its processes; what is the machine's stays. */
function giveMemoryBack({ kernel }: EngineContext, { mounts }: ContainerRuntime): void {
  const ofHost = new Set(kernel.hostMounts.mounts.map(({ place }) => place.fs));
  for (const { place } of mounts.mounts)
    if (place.fs.type === 'tmpfs' && !ofHost.has(place.fs)) place.fs.dispose?.();
}
