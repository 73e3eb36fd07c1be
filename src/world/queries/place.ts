import { SysError } from '../../kernel/errno.ts';
import type { FileView } from '../../kernel/files/file-view.ts';
import { hostView } from '../machine-image.ts';
import { QueryRefused, type QueryContext } from './query.ts';
import type { PlaceName } from './queries.ts';

/** The files of a place, with root's rights. @throws QueryRefused for a container that is gone */
export function viewOf({ machine }: QueryContext, place: PlaceName): FileView {
  if (place === 'machine') return hostView(machine.kernel);
  const cell = machine.engine.context.containers.get(place.container);
  if (!cell) throw new QueryRefused('That container is gone.');
  const { kernel } = machine;
  return kernel.viewAsRoot(kernel.createMountTable({ fs: cell.fs, ino: cell.fs.root }));
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
