import type { Mirror } from '../../state/mirror-store.ts';
import { hostOf } from '../world/machine-text.ts';
import { publishedPorts } from '../world/state-text.ts';

/** An address that something answers at, and what that is. */
export interface OpenAddress {
  /** `localhost:4000` */
  readonly address: string;
  readonly name: string;
}

/** What is published on every machine, by containers and by the swarm; each address once. */
export function openAddresses(mirror: Pick<Mirror, 'container' | 'machine' | 'service'>): OpenAddress[] {
  const { container, machine, service } = mirror;
  const found = new Map<string, OpenAddress>();
  const add = (host: string, port: number, name: string): void => {
    const address = `${host}:${port}`;
    if (!found.has(address)) found.set(address, { address, name });
  };
  for (const { state, ports, machine: on, service: of, name } of container.values())
    if (state === 'running')
      for (const { hostPort, protocol } of publishedPorts(ports))
        if (protocol === 'tcp') add(hostOf(machine.get(on)), hostPort, of ?? name);
  // Every machine of the swarm passes on what its services publish.
  for (const { name, ports } of service.values())
    for (const { published, protocol } of ports)
      for (const node of machine.values())
        if (protocol === 'tcp' && node.isOn && node.nodeId !== '') add(hostOf(node), published, name);
  return [...found.values()];
}
