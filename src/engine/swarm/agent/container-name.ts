import type { Assignment } from '../dispatcher.ts';

/** `web.1.kv0…`, or with the node's ID where there are no slots. @see moby v28 daemon/cluster/executor/container/container.go name */
export function taskContainerName({ serviceName, slot, nodeId, id }: Assignment): string {
  return `${serviceName}.${slot || nodeId}.${id}`;
}

/** With tag, and with digest where there is one: as the container's image is named. */
export function taskImage({ spec }: Assignment): string {
  return spec.ContainerSpec?.Image ?? '';
}
