import type { NetworkServiceInfo } from '../../api/network-types.ts';
import type { EngineContext } from '../engine-context.ts';
import { sortKeys } from '../../lib/sort-keys.ts';
import type { NetworkRecord } from '../state.ts';
import { usersOf, type NetworkUser } from './users.ts';
import type { VirtualService } from './virtual-services.ts';

/**
 * The services of a network with their tasks, and what is there without a service. Undefined for a network that is none of the swarm's.
 * @see moby v28 libnetwork/agent.go Services
 */
export function serviceInfos(
  context: EngineContext,
  network: NetworkRecord,
): Record<string, NetworkServiceInfo> | undefined {
  const node = context.swarmNode.current;
  const users = usersOf(context.store.state, network);
  if (!node || network.scope !== 'swarm' || users.length === 0) return undefined;
  const toTask = ({ name, endpoint }: NetworkUser): NetworkServiceInfo['Tasks'][number] => ({
    Name: name,
    EndpointID: endpoint.endpointId,
    EndpointIP: endpoint.address,
    Info: { 'Host IP': node.address },
  });
  const services = context.virtualServices.servicesIn(network.id);
  const serving = new Set(services.flatMap(({ backends }) => backends.map(({ containerId }) => containerId)));
  const others = users.filter((user) => isListed(user, network) && !serving.has(user.id));
  const infoOf = (service: VirtualService): NetworkServiceInfo => ({
    VIP: service.address || '<nil>',
    Ports: (service.ports ?? []).map((port) => `Target: ${port.targetPort}, Publish: ${port.publishedPort}`),
    LocalLBIndex: context.virtualServices.indexOf(service),
    Tasks: service.backends.flatMap(({ containerId }) =>
      users.filter(({ id }) => id === containerId).map(toTask),
    ),
  });
  return sortKeys({
    ...(others.length ? { '': { VIP: '<nil>', Ports: [], LocalLBIndex: 0, Tasks: others.map(toTask) } } : {}),
    ...Object.fromEntries(services.map((service) => [service.serviceName, infoOf(service)])),
  });
}

/** A balancer is nameless, and so is not told of, except in the ingress network. A task that does not serve is no longer told of either. */
function isListed({ container }: NetworkUser, network: NetworkRecord): boolean {
  return container ? !container.managed : network.ingress;
}
