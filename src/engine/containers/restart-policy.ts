import type { EngineContext } from '../engine-context.ts';
import type { ContainerRecord } from '../state.ts';
import { startContainer } from './start.ts';

const FIRST_DELAY_MS = 100;
const MAX_DELAY_MS = 60_000;
/** A run this long begins the back-off anew. */
const STABLE_MS = 10_000;

/** When and how often to restart a container that ended, or undefined to let it be. @see moby v28 restartmanager */
export function planRestart(container: ContainerRecord, exitCode: number, nowMs: number): { restartAtMs: number; restartCount: number } | undefined {
  if (container.manuallyStopped) return undefined;
  const { Name, MaximumRetryCount } = container.hostConfig.RestartPolicy ?? { Name: 'no', MaximumRetryCount: 0 };
  const wanted =
    Name === 'always' ||
    Name === 'unless-stopped' ||
    (Name === 'on-failure' && exitCode !== 0 && (MaximumRetryCount === 0 || container.restartCount < MaximumRetryCount));
  if (!wanted) return undefined;
  const stable = nowMs - container.startedMs >= STABLE_MS;
  const delay = stable ? FIRST_DELAY_MS : Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(container.restartCount, 20));
  return { restartAtMs: nowMs + delay, restartCount: container.restartCount + 1 };
}

/** Arms the timer of every container that is due to be restarted. A function of the state: also after a restore. */
export function armRestarts(context: EngineContext): () => void {
  const armed = new Map<string, { at: number; cancel: () => void }>();
  const arm = (container: ContainerRecord): void => {
    const known = armed.get(container.id);
    const due = container.status === 'restarting' ? container.restartAtMs : 0;
    if ((known?.at ?? 0) === due) return;
    known?.cancel();
    armed.delete(container.id);
    if (!due) return;
    const cancel = context.kernel.clock.at(due, () => void context.kernel.task('restart', () => restart(context, container.id)));
    armed.set(container.id, { at: due, cancel });
  };
  for (const [, container] of context.store.state.containers) arm(container);
  return context.store.subscribe(({ state, before }) => {
    for (const { after } of state.containers.changesSince(before.containers)) if (after) arm(after);
  });
}

async function restart(context: EngineContext, id: string): Promise<void> {
  const container = context.store.state.containers.get(id);
  if (container?.status !== 'restarting') return;
  await startContainer(context, container, true).catch(() => undefined);
}
