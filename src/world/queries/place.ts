import { openContainerView } from '../../engine/containers/container-view.ts';
import { SysError } from '../../kernel/errno.ts';
import type { FileView } from '../../kernel/files/file-view.ts';
import type { Machine } from '../machine.ts';
import { hostView } from '../machine-image.ts';
import { QueryRefused, type QueryContext } from './query.ts';
import type { PlaceName } from './queries.ts';

/** The files of a place, with root's rights. @throws QueryRefused for a container that is gone, and a machine that is off */
export function viewOf(query: QueryContext, place: PlaceName): FileView {
  if (place === 'machine') return hostView(query.machine.kernel);
  const machine = place.machine === undefined ? query.machine : query.machineOf(place.machine);
  if (!machine) throw new QueryRefused(`${place.machine ?? ''} is switched off.`);
  return 'container' in place ? containerView(machine, place.container) : hostView(machine.kernel);
}

/** With what it mounts. One that never started may lack the places for that: then without, as looking makes nothing. */
function containerView({ kernel, engine }: Machine, id: string): FileView {
  const { context, store } = engine;
  const cell = context.containers.get(id);
  const container = store.state.containers.get(id);
  if (!cell || !container) throw new QueryRefused('That container is gone.');
  const own = kernel.viewAsRoot(kernel.createMountTable({ fs: cell.fs, ino: cell.fs.root }));
  const hasPlaces = container.mounts.every(({ destination }) => own.exists(destination));
  return hasPlaces ? openContainerView(context, container) : own;
}

/** Runs a file operation; what the system refuses becomes words for the learner. */
export function plainly<T>(path: string, operation: () => T): T {
  try {
    return operation();
  } catch (error) {
    if (error instanceof SysError) throw new QueryRefused(`${path}: ${error.message}`);
    throw error;
  }
}
