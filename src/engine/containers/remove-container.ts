import type { EngineContext } from '../engine-context.ts';
import { removeVolume } from '../volumes/delete.ts';
import { containerEvent } from './find.ts';

/** Forgets a stopped container, with its event. With `volumes`, the anonymous volumes that only it used go too. */
export function removeContainer(context: EngineContext, id: string, options: { volumes: boolean }): void {
  const container = context.store.state.containers.get(id);
  if (!container) return;
  const cell = context.containers.get(id);
  context.containers.delete(id);
  context.store.commit(
    (state) => ({ ...state, containers: state.containers.delete(id) }),
    [containerEvent(container, 'destroy')],
  );
  cell?.changed.wakeAll();
  cell?.log.changed.wakeAll();
  cell?.hub.end();
  cell?.fs.dispose();
  if (!options.volumes) return;
  const others = [...context.store.state.containers].flatMap(([, other]) => other.mounts);
  for (const { anonymous, name } of container.mounts) {
    if (anonymous && name && !others.some((mount) => mount.name === name)) removeVolume(context, name);
  }
}
