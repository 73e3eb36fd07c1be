import type { EngineContext } from '../engine-context.ts';
import type { ContainerRecord } from '../state.ts';
import { startContainer } from './start.ts';

/** Arms the timer of every container that is due to be restarted. A function of the state: also after a restore. */
export function armRestarts(context: EngineContext): () => void {
  const armed = new Map<string, { at: number; cancel: () => void }>();
  const disarm = (id: string): void => {
    armed.get(id)?.cancel();
    armed.delete(id);
  };
  const arm = (container: ContainerRecord): void => {
    const known = armed.get(container.id);
    const due = container.status === 'restarting' ? container.restartAtMs : 0;
    if ((known?.at ?? 0) === due) return;
    disarm(container.id);
    if (!due) return;
    const cancel = context.kernel.clock.at(
      due,
      () => void context.kernel.task('restart', () => restart(context, container.id)),
    );
    armed.set(container.id, { at: due, cancel });
  };
  for (const [, container] of context.store.state.containers) arm(container);
  return context.store.subscribe(({ containerChanges }) => {
    for (const { key, after } of containerChanges()) {
      if (after) arm(after);
      else disarm(key);
    }
  });
}

async function restart(context: EngineContext, id: string): Promise<void> {
  const container = context.store.state.containers.get(id);
  if (container?.status !== 'restarting') return;
  await startContainer(context, container, true).catch(() => undefined);
}
