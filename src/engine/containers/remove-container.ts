import type { EngineContext } from '../engine-context.ts';
import { withoutUnusedLayers } from '../content/layers.ts';
import { removeVolume } from '../volumes/delete.ts';
import { containerEvent } from './find.ts';

/** Forgets a stopped container, with its event, and the layers of an image that went before it. With `volumes`, the anonymous volumes that only it used go too. */
export function removeContainer(context: EngineContext, id: string, options: { volumes: boolean }): void {
  const container = context.store.state.containers.get(id);
  if (!container) return;
  const cell = context.containers.get(id);
  context.containers.delete(id);
  let removed: ReturnType<typeof withoutUnusedLayers>['removed'] = [];
  context.store.commit(
    (state) => {
      const without = { ...state, containers: state.containers.delete(id) };
      if (state.images.has(container.imageId)) return without;
      const cleaned = withoutUnusedLayers(without);
      removed = cleaned.removed;
      return cleaned.state;
    },
    [containerEvent(container, 'destroy')],
  );
  for (const { chainId } of removed) context.layerTrees.delete(chainId);
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
