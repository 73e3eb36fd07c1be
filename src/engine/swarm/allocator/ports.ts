import type { PortConfig } from '../../../api/service-types.ts';
import type { ClusterState, ServiceRecord } from '../cluster-state.ts';

const FIRST_DYNAMIC_PORT = 30000;
const LAST_DYNAMIC_PORT = 32767;

/** The ports of a service with a number for those that leave the choice to the swarm: what it had, else the lowest free one. @see moby/swarmkit v2 manager/allocator/portallocator.go */
export function allocatePorts(cluster: ClusterState, service: ServiceRecord): PortConfig[] {
  const wanted = service.spec.EndpointSpec?.Ports ?? [];
  if (wanted.every((port) => !isDynamic(port))) return [...wanted];
  const taken = takenPorts(cluster, service);
  for (const port of wanted) if (!isDynamic(port)) taken.add(nameOf(port));
  const known = [...service.endpoint.ports];
  return wanted.map((port) => {
    if (!isDynamic(port)) return port;
    const before = known.findIndex((other) => isSamePort(other, port));
    const [old] = before < 0 ? [] : known.splice(before, 1);
    const allocated = { ...port, PublishedPort: old?.PublishedPort ?? lowestFree(port, taken) };
    taken.add(nameOf(allocated));
    return allocated;
  });
}

/** A host-mode port without a number is the node's choice. */
function isDynamic({ PublishMode, PublishedPort }: PortConfig): boolean {
  return PublishMode !== 'host' && !PublishedPort;
}

function isSamePort(a: PortConfig, b: PortConfig): boolean {
  return a.TargetPort === b.TargetPort && a.Protocol === b.Protocol && a.PublishMode === b.PublishMode;
}

function takenPorts({ services }: ClusterState, self: ServiceRecord): Set<string> {
  return new Set(
    [...services].flatMap(([id, { endpoint }]) => (id === self.id ? [] : endpoint.ports.map(nameOf))),
  );
}

function nameOf({ PublishedPort = 0, Protocol }: PortConfig): string {
  return `${PublishedPort}/${Protocol}`;
}

function lowestFree(port: PortConfig, taken: ReadonlySet<string>): number {
  for (let number = FIRST_DYNAMIC_PORT; number <= LAST_DYNAMIC_PORT; number++)
    if (!taken.has(nameOf({ ...port, PublishedPort: number }))) return number;
  return 0;
}
