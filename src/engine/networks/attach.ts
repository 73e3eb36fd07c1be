import { ApiError } from '../../api/api-error.ts';
import type { NetNamespace } from '../../kernel/net/net-namespace.ts';
import { cellOf, findContainer, updateContainer } from '../containers/find.ts';
import type { EngineContext } from '../engine-context.ts';
import { NO_PORTS, type ContainerRecord, type EndpointRecord } from '../state.ts';
import { findJoinable } from './attachable.ts';
import { gatewayEndpointName, settleGateway } from './gateway-network.ts';
import { freeInterface } from './interfaces.ts';
import { joinNetwork } from './join.ts';
import { settleBalancer } from './load-balancer.ts';
import { namesInNetworks } from './name-service.ts';
import { networkEvent } from './network-event.ts';
import { publishPorts } from './publish.ts';

/** A started container's place in the network. */
export interface AttachedNetworks {
  readonly namespace: NetNamespace;
  readonly forwards: readonly { close(): void }[];
  /** False where the namespace is another's (host, container:…). */
  readonly owned: boolean;
}

const FAILED = 'failed to set up container networking: ';

/**
 * Gives a container that starts its namespace, endpoints and published ports; tells of each network, unless `announce` is false.
 * @throws ApiError; nothing stays behind @see moby v28 daemon/container_operations.go allocateNetwork
 */
export function attachNetworks(
  context: EngineContext,
  container: ContainerRecord,
  announce = true,
): AttachedNetworks {
  const { kernel } = context;
  const mode = container.hostConfig.NetworkMode ?? 'bridge';
  if (mode.startsWith('container:')) {
    return { namespace: shareNamespace(context, container, mode), forwards: [], owned: false };
  }
  const owned = mode !== 'host';
  const namespace = owned ? kernel.createNetNamespace(container.id) : kernel.hostNetwork;
  if (owned) resolveNames(context, namespace, container.id);
  const forwards: { close(): void }[] = [];
  try {
    const endpoints = joinAll(context, container, namespace);
    const place = publishedThrough(context, container.id, endpoints);
    const ports = place ? publishPorts(context, { container, ...place, namespace, forwards }) : NO_PORTS;
    updateContainer(context, container.id, { endpoints, ports });
    for (const { networkId } of endpoints.values()) settleBalancer(context, networkId);
    if (announce) tell(context, container.id, 'connect');
    return { namespace, forwards, owned };
  } catch (error) {
    release({ namespace, forwards, owned });
    updateContainer(context, container.id, { gatewayEndpoint: undefined });
    throw withPrefix(error);
  }
}

/** On its own, so that the resolver keeps no record. */
function resolveNames(context: EngineContext, namespace: NetNamespace, id: string): void {
  namespace.resolver = (name) => namesInNetworks(context, id, name);
}

function withPrefix(error: unknown): unknown {
  if (!(error instanceof ApiError) || error.message.startsWith(FAILED)) return error;
  return new ApiError(error.kind, FAILED + error.message);
}

/** The namespace of the container that `mode` names; with it comes its host name. @throws ApiError */
function shareNamespace(context: EngineContext, container: ContainerRecord, mode: string): NetNamespace {
  const other = findNetworked(context, container, mode.slice('container:'.length));
  const { runtime } = cellOf(context, other.id);
  if (!runtime) {
    throw new ApiError(
      'conflict',
      `cannot join network namespace of a non running container: container ${other.name} is ${other.status}`,
    );
  }
  const { Hostname, Domainname } = other.config;
  updateContainer(context, container.id, { config: { ...container.config, Hostname, Domainname } });
  return runtime.network;
}

/** @throws ApiError, never "not found": that one is missing is the system's fault @see moby v28 daemon/container_operations.go getNetworkedContainer */
function findNetworked(
  { store }: EngineContext,
  container: ContainerRecord,
  reference: string,
): ContainerRecord {
  let other: ContainerRecord;
  try {
    other = findContainer(store.state, reference);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw new ApiError('system', `joining network namespace of container: ${error.message}`);
  }
  if (other.id === container.id) throw new ApiError('system', 'cannot join own network namespace');
  return other;
}

/** In docker_gwbridge after the first overlay, where that is the way out. */
function joinAll(
  context: EngineContext,
  container: ContainerRecord,
  namespace: NetNamespace,
): Map<string, EndpointRecord> {
  const planned = [...container.endpoints].map(([name, endpoint]) => {
    // A network that was removed is gone even where a new one has its name.
    const network = findJoinable(context, container, name, endpoint.networkId);
    return { network, endpoint: { ...endpoint, networkId: network.id } };
  });
  const all = new Map(planned.map(({ network, endpoint }) => [network.name, endpoint]));
  const endpoints = new Map<string, EndpointRecord>();
  for (const { network, endpoint } of planned) {
    const nic = freeInterface(namespace);
    endpoints.set(network.name, joinNetwork(context, container, network, endpoint, namespace, nic));
    if (network.driver === 'overlay') settleGateway(context, container.id, namespace, all);
  }
  return endpoints;
}

/**
 * The endpoint that ports of the machine lead to: the first in a bridge that leads out, docker_gwbridge included. In internal networks alone a
 * container publishes nothing, without a word. @see moby issue 36174
 */
function publishedThrough(
  { store }: EngineContext,
  containerId: string,
  endpoints: ReadonlyMap<string, EndpointRecord>,
): { endpoint: EndpointRecord; endpointName: string } | undefined {
  const container = store.state.containers.get(containerId);
  if (container?.gatewayEndpoint)
    return { endpoint: container.gatewayEndpoint, endpointName: gatewayEndpointName(containerId) };
  const endpoint = [...endpoints.values()].find(({ networkId, address }) => {
    const network = store.state.networks.get(networkId);
    return address && network?.driver === 'bridge' && !network.internal;
  });
  return container && endpoint && { endpoint, endpointName: container.name };
}

/** An event for each network the container has an endpoint in. */
function tell(context: EngineContext, id: string, action: 'connect' | 'disconnect'): void {
  const { store } = context;
  const endpoints = [...(store.state.containers.get(id)?.endpoints.values() ?? [])];
  const networks = endpoints.flatMap(
    (endpoint) => (endpoint.endpointId && store.state.networks.get(endpoint.networkId)) || [],
  );
  const events = networks.map((network) => networkEvent(network, action, { container: id }));
  if (events.length) store.commit((state) => state, events);
}

function release({ namespace, forwards, owned }: AttachedNetworks): void {
  for (const forward of forwards) forward.close();
  if (owned) namespace.close();
}

/** Takes a container that ended off the network: addresses and ports are free again. */
export function detachNetworks(
  context: EngineContext,
  container: ContainerRecord,
  networks: AttachedNetworks,
): void {
  release(networks);
  const current = context.store.state.containers.get(container.id);
  if (!current) return;
  tell(context, container.id, 'disconnect');
  updateContainer(context, container.id, {
    endpoints: withoutAddresses(current.endpoints),
    gatewayEndpoint: undefined,
    ports: NO_PORTS,
  });
  for (const { networkId } of current.endpoints.values()) settleBalancer(context, networkId);
}

/** Endpoints of a container that does not run. */
export function withoutAddresses(
  endpoints: ReadonlyMap<string, EndpointRecord>,
): Map<string, EndpointRecord> {
  return new Map(
    [...endpoints].map(([name, endpoint]) => [
      name,
      { ...endpoint, endpointId: '', address: '', gateway: '', mac: '', prefix: 0 },
    ]),
  );
}
