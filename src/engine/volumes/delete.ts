import type { EngineContext } from '../engine-context.ts';
import { volumeEvent, volumePath } from './create.ts';

/** Forgets a volume and its files. */
export function removeVolume(context: EngineContext, name: string): void {
  const { kernel, store } = context;
  kernel.viewAsRoot(kernel.hostMounts).removeAll(volumePath(name).replace(/\/_data$/, ''));
  store.commit(
    (state) => ({ ...state, volumes: state.volumes.delete(name) }),
    [volumeEvent(name, 'destroy')],
  );
}
