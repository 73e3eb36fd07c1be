import type { MountPoint } from '../../api/container-types.ts';
import type { ContainerRecord, MountRecord } from '../state.ts';

/** The mounts as inspect and list show them. tmpfs of `--tmpfs` is not among them, that of `--mount` is. */
export function toMountPoints(container: ContainerRecord): MountPoint[] {
  const plain = new Set(Object.keys(container.hostConfig.Tmpfs ?? {}));
  return container.mounts
    .filter((mount) => mount.type !== 'tmpfs' || !plain.has(mount.destination))
    .map(toMountPoint);
}

function toMountPoint(mount: MountRecord): MountPoint {
  const isVolume = mount.type === 'volume';
  return {
    Type: mount.type,
    ...(isVolume ? { Name: mount.name } : {}),
    Source: isVolume ? `/var/lib/docker/volumes/${mount.name}/_data` : mount.source,
    Destination: mount.destination,
    ...(isVolume ? { Driver: 'local' } : {}),
    Mode: mount.mode,
    RW: !mount.readOnly,
    Propagation: mount.type === 'bind' ? 'rprivate' : '',
  };
}
