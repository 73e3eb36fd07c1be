import type { FileView } from '../../kernel/files/file-view.ts';
import { sourceOf, writeSource } from '../../kernel/files/tree.ts';
import { cellOf } from '../containers/find.ts';
import type { EngineContext } from '../engine-context.ts';
import type { ContainerRecord } from '../state.ts';
import { volumePath } from './create.ts';

/**
 * A new container's empty volumes get what its image has at their place, with that directory's owner and mode (`nocopy` prevents it).
 * @see moby v28 daemon/create_unix.go populateVolumes, container/container_unix.go CopyImagePathContent
 */
export function populateVolumes(context: EngineContext, container: ContainerRecord): void {
  const { kernel } = context;
  const { fs } = cellOf(context, container.id);
  const image = kernel.viewAsRoot(kernel.createMountTable({ fs, ino: fs.root }));
  const host = kernel.viewAsRoot(kernel.hostMounts);
  for (const mount of container.mounts) {
    if (mount.type === 'volume' && !mount.noCopy)
      copyUp(image, host, mount.destination, volumePath(mount.name));
  }
}

function copyUp(image: FileView, host: FileView, place: string, volume: string): void {
  const stat = image.statIfAny(place);
  if (stat?.type !== 'directory' || host.readDir(volume).length > 0) return;
  writeSource(host, volume, sourceOf(image, place));
  host.chown(volume, stat.uid, stat.gid);
  host.chmod(volume, stat.mode);
}
