import type { ContainerRecord, EndpointRecord, EngineState, NetworkRecord } from '../state.ts';
import { gatewayEndpointName } from './gateway-network.ts';

/** Who has an active endpoint in a network. */
export interface NetworkUser {
  /** Container ID, or the name of a namespace that the daemon keeps. */
  readonly id: string;
  /** As the endpoint is called. */
  readonly name: string;
  readonly endpoint: Pick<EndpointRecord, 'endpointId' | 'address' | 'prefix' | 'mac'>;
  readonly container?: ContainerRecord;
}

/** Running containers with an endpoint in it, then the daemon's own. */
export function usersOf(state: EngineState, network: NetworkRecord): NetworkUser[] {
  const containers = [...state.containers].flatMap(([, container]) => userFrom(container, network));
  const system = (network.systemEndpoints ?? []).map((endpoint) => ({
    id: endpoint.sandbox,
    name: endpoint.name,
    endpoint,
  }));
  return [...containers, ...system];
}

/** The containers alone. */
export function containersIn(state: EngineState, network: NetworkRecord): NetworkUser[] {
  return usersOf(state, network).filter(({ container }) => container);
}

export function hasContainers(state: EngineState, network: NetworkRecord): boolean {
  for (const [, container] of state.containers) if (userFrom(container, network).length) return true;
  return false;
}

function userFrom(container: ContainerRecord, network: NetworkRecord): NetworkUser[] {
  const { id, gatewayEndpoint } = container;
  if (gatewayEndpoint?.networkId === network.id)
    return [{ id, name: gatewayEndpointName(id), endpoint: gatewayEndpoint, container }];
  const endpoint = container.endpoints.get(network.name);
  if (!endpoint?.endpointId || endpoint.networkId !== network.id) return [];
  return [{ id, name: container.name, endpoint, container }];
}
