import { SysError } from '../../kernel/errno.ts';
import type { FileView } from '../../kernel/files/file-view.ts';
import type { MountTable } from '../../kernel/files/mount-table.ts';
import type { EngineContext } from '../engine-context.ts';
import type { ContainerRecord, MountRecord } from '../state.ts';
import { cellOf } from './find.ts';

/** A container's files with its volumes and binds, as `docker cp` sees them: those of its processes while it runs, else mounted for the occasion. */
export function openContainerView(context: EngineContext, container: ContainerRecord): FileView {
  const cell = cellOf(context, container.id);
  const { kernel } = context;
  if (cell.runtime) return kernel.viewAsRoot(cell.runtime.mounts);
  const mounts = kernel.createMountTable({ fs: cell.fs, ino: cell.fs.root }, { source: 'overlay' });
  const view = kernel.viewAsRoot(mounts);
  const host = kernel.viewAsRoot(kernel.hostMounts);
  for (const mount of container.mounts) mountIfThere(mount, view, host, mounts);
  return view;
}

/** A container that never started may lack the place or the source: then there is nothing to see. */
function mountIfThere(mount: MountRecord, view: FileView, host: FileView, mounts: MountTable): void {
  if (mount.type === 'tmpfs') return;
  const source = mount.type === 'volume' ? `/var/lib/docker/volumes/${mount.name}/_data` : mount.source;
  const place = host.statIfAny(source) ? host.resolve(source) : undefined;
  if (!place) return;
  try {
    makePlace(view, mount.destination, host.stat(source).type === 'directory');
    mounts.mount(mount.destination, place, { readOnly: mount.readOnly });
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
  }
}

/** A file is mounted on a file, a folder on a folder. */
function makePlace(view: FileView, path: string, isDirectory: boolean): void {
  if (view.exists(path)) return;
  if (isDirectory) return view.mkdirAll(path);
  view.mkdirAll(path.slice(0, path.lastIndexOf('/')) || '/');
  view.writeFile(path, '');
}
