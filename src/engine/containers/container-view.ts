import { SysError } from '../../kernel/errno.ts';
import type { FileView } from '../../kernel/files/file-view.ts';
import type { MountTable } from '../../kernel/files/mount-table.ts';
import { joinPath } from '../../kernel/files/path.ts';
import type { EngineContext } from '../engine-context.ts';
import type { ContainerRecord, MountRecord } from '../state.ts';
import { volumePath } from '../volumes/create.ts';
import { cellOf } from './find.ts';

const PROVIDED = ['/etc/hosts', '/etc/hostname', '/etc/resolv.conf'];

/**
 * A container's files with its volumes, binds and what the daemon provides, as `docker cp` sees them: mounted for the occasion, whether it runs or not.
 * /proc, /dev, /sys and tmpfs are its processes' own.
 * @see moby v28 daemon/containerfs_linux.go
 */
export function openContainerView(context: EngineContext, container: ContainerRecord): FileView {
  const cell = cellOf(context, container.id);
  const { kernel } = context;
  const mounts = kernel.createMountTable({ fs: cell.fs, ino: cell.fs.root }, { source: 'overlay' });
  const view = kernel.viewAsRoot(mounts);
  const host = kernel.viewAsRoot(kernel.hostMounts);
  for (const mount of container.mounts) mountIfThere(mount, view, host, mounts);
  const running = cell.runtime && kernel.viewAsRoot(cell.runtime.mounts);
  for (const path of PROVIDED) if (running?.exists(path)) mounts.mount(path, running.resolve(path));
  return view;
}

/** A container that never started may lack the place or the source: then there is nothing to see. */
function mountIfThere(mount: MountRecord, view: FileView, host: FileView, mounts: MountTable): void {
  if (mount.type === 'tmpfs') return;
  const source =
    mount.type === 'volume' ? joinPath(volumePath(mount.name), mount.subpath ?? '') : mount.source;
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
