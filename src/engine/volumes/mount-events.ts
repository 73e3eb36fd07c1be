import type { NewEvent } from '../engine-context.ts';
import type { ContainerRecord } from '../state.ts';
import { volumeEvent } from './create.ts';

/** The events of a container's volumes when it starts. @see moby v28 daemon/volumes_unix.go setupMounts */
export function mountEvents(container: ContainerRecord): NewEvent[] {
  return container.mounts
    .filter((mount) => mount.type === 'volume')
    .map((mount) =>
      volumeEvent(mount.name, 'mount', {
        container: container.id,
        destination: mount.destination,
        propagation: '',
        'read/write': String(!mount.readOnly),
      }),
    );
}

/** … and when it ended. */
export function unmountEvents(container: ContainerRecord): NewEvent[] {
  return container.mounts
    .filter((mount) => mount.type === 'volume')
    .map((mount) => volumeEvent(mount.name, 'unmount', { container: container.id }));
}
