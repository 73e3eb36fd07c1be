import { ApiError } from '../../api/api-error.ts';
import type { EndpointSettings, PruneReport } from '../../api/container-types.ts';
import type { Filters } from '../../api/engine-api.ts';
import type { NetworkCreateRequest, NetworkInspect } from '../../api/network-types.ts';
import { cellOf, findContainer, updateContainer } from '../containers/find.ts';
import {
  checkFilters,
  matchesLabelFilters,
  matchesLabels,
  parseBoolFilter,
  parseUntilFilter,
} from '../filters.ts';
import type { EngineContext } from '../engine-context.ts';
import type { ContainerRecord, EndpointRecord, NetworkRecord } from '../state.ts';
import { formatTime } from '../time-format.ts';
import { freeInterface, joinNetwork } from './join.ts';
import { raiseBridge } from './bridges.ts';
import { isPredefined } from './defaults.ts';
import { emptyEndpoint } from './endpoints.ts';
import { findNetwork } from './find.ts';
import { checkSubnetFree, firstAddress, freePool } from './ipam.ts';
import { checkEndpoint, checkIpam } from './validate.ts';
import { networkEvent } from './network-event.ts';
import { pruneEvent } from '../prune-event.ts';

export function networkList(context: EngineContext, filters: Filters = {}): NetworkInspect[] {
  checkFilters(filters, ['dangling', 'driver', 'id', 'label', 'name', 'scope', 'type']);
  parseBoolFilter(filters, 'dangling');
  for (const type of filters['type'] ?? []) {
    if (type !== 'builtin' && type !== 'custom')
      throw new ApiError('invalidParameter', `invalid filter: 'type'='${type}'`);
  }
  return [...context.store.state.networks]
    .map(([, network]) => network)
    .filter((network) =>
      Object.entries(filters).every(([key, values]) => matches(context, network, key, values)),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((network) => toInspect(context, network));
}

function matches(
  context: EngineContext,
  network: NetworkRecord,
  key: string,
  values: readonly string[],
): boolean {
  switch (key) {
    case 'name':
      return values.some((value) => network.name.includes(value));
    case 'id':
      return values.some((value) => network.id.startsWith(value));
    case 'driver':
      return values.includes(network.driver);
    case 'scope':
      return values.includes(network.scope);
    case 'type':
      return values.includes(isPredefined(network.name) ? 'builtin' : 'custom');
    case 'label':
      return matchesLabels(network.labels, values);
    default:
      return (
        ['true', '1'].includes(values[0] ?? '') ===
        (!isPredefined(network.name) && users(context, network).length === 0)
      );
  }
}

export function networkInspect(context: EngineContext, reference: string): NetworkInspect {
  return toInspect(context, findNetwork(context.store.state, reference));
}

function toInspect(context: EngineContext, network: NetworkRecord): NetworkInspect {
  const { ipam } = network;
  return {
    Name: network.name,
    Id: network.id,
    Created: formatTime(network.createdMs),
    Scope: network.scope,
    Driver: network.driver,
    EnableIPv4: true,
    EnableIPv6: network.enableIPv6,
    IPAM: {
      Driver: ipam.driver,
      Options: Object.keys(ipam.options).length || !isPredefined(network.name) ? { ...ipam.options } : null,
      Config: [...ipam.config],
    },
    Internal: network.internal,
    Attachable: network.attachable,
    Ingress: network.ingress,
    ConfigFrom: { Network: '' },
    ConfigOnly: false,
    Containers: Object.fromEntries(
      users(context, network).map(({ container, endpoint }) => [
        container.id,
        {
          Name: container.name,
          EndpointID: endpoint.endpointId,
          MacAddress: endpoint.mac,
          IPv4Address: endpoint.address ? `${endpoint.address}/${endpoint.prefix}` : '',
          IPv6Address: '',
        },
      ]),
    ),
    Options: { ...network.options },
    Labels: { ...network.labels },
  };
}

/** Running containers with an endpoint in it. */
function users(
  context: EngineContext,
  network: NetworkRecord,
): { container: ContainerRecord; endpoint: EndpointRecord }[] {
  return [...context.store.state.containers].flatMap(([, container]) => {
    const endpoint = container.endpoints.get(network.name);
    return endpoint?.endpointId && endpoint.networkId === network.id ? [{ container, endpoint }] : [];
  });
}

/** @see moby v28 daemon/network.go. @throws ApiError */
export function networkCreate(
  context: EngineContext,
  request: NetworkCreateRequest,
): { Id: string; Warning: string } {
  const { store, kernel } = context;
  if (isPredefined(request.Name)) {
    throw new ApiError('forbidden', `operation is not permitted on predefined ${request.Name} network`);
  }
  if ([...store.state.networks].some(([, network]) => network.name === request.Name)) {
    throw new ApiError('conflict', `network with name ${request.Name} already exists`);
  }
  const driver = request.Driver || 'bridge';
  if (driver === 'overlay') {
    throw new ApiError(
      'unavailable',
      'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.',
    );
  }
  if (driver === 'macvlan' || driver === 'ipvlan')
    throw new ApiError('notSimulated', `networks of the driver ${driver}`);
  if (driver !== 'bridge') throw new ApiError('notFound', `plugin "${driver}" not found`);
  if (request.Name.trim() === '') throw new ApiError('invalidParameter', 'invalid name: name is empty');
  const asked = request.IPAM?.Config ?? [];
  checkIpam(asked);
  const config = asked.length ? asked : [{}];
  for (const { Subnet } of config) if (Subnet) checkSubnetFree(store.state, Subnet);
  const id = kernel.random.hex(64);
  const network: NetworkRecord = {
    id,
    name: request.Name,
    driver,
    createdMs: kernel.clock.now(),
    internal: request.Internal ?? false,
    attachable: request.Attachable ?? false,
    ingress: false,
    enableIPv6: request.EnableIPv6 ?? false,
    ipam: {
      driver: request.IPAM?.Driver || 'default',
      config: config.map((item) => {
        const Subnet = item.Subnet ?? freePool(store.state);
        return { ...item, Subnet, Gateway: item.Gateway ?? firstAddress(Subnet) };
      }),
      options: request.IPAM?.Options ?? {},
    },
    options: request.Options ?? {},
    labels: request.Labels ?? {},
    scope: 'local',
    ...(asked.length ? { configuredSubnet: true } : {}),
    bridgeName: request.Options?.['com.docker.network.bridge.name'] ?? `br-${id.slice(0, 12)}`,
  };
  raiseBridge(kernel, context.bridges, network);
  store.commit(
    (state) => ({ ...state, networks: state.networks.set(id, network) }),
    [networkEvent(network, 'create')],
  );
  return { Id: id, Warning: '' };
}

export function networkDelete(context: EngineContext, reference: string): void {
  const network = findNetwork(context.store.state, reference);
  if (isPredefined(network.name))
    throw new ApiError('forbidden', `${network.name} is a pre-defined network and cannot be removed`);
  const active = users(context, network);
  if (active.length) {
    const names = active
      .map(({ container, endpoint }) => `name:"${container.name}" id:"${endpoint.endpointId.slice(0, 12)}"`)
      .join(', ');
    throw new ApiError(
      'forbidden',
      `error while removing network: network ${network.name} has active endpoints (${names})`,
    );
  }
  context.bridges.get(network.id)?.remove();
  context.bridges.delete(network.id);
  context.store.commit(
    (state) => ({ ...state, networks: state.networks.delete(network.id) }),
    [networkEvent(network, 'destroy')],
  );
}

export function networkConnect(
  context: EngineContext,
  reference: string,
  request: { Container: string; EndpointConfig?: EndpointSettings },
): void {
  const network = findNetwork(context.store.state, reference);
  const container = findContainer(context.store.state, request.Container);
  checkEndpoint(network, request.EndpointConfig ?? {});
  const planned = emptyEndpoint(network.id, request.EndpointConfig ?? {});
  const { runtime } = cellOf(context, container.id);
  if (container.endpoints.has(network.name)) {
    // Of one that doesn't run, only the configuration is there twice, which nobody is told.
    if (!runtime) return;
    throw new ApiError(
      'forbidden',
      `endpoint with name ${container.name} already exists in network ${network.name}`,
    );
  }
  checkConnectable(network, container);
  const endpoint = runtime
    ? joinNetwork(context, container, network, planned, runtime.network, freeInterface(runtime.network))
    : planned;
  updateContainer(context, container.id, {
    endpoints: new Map(container.endpoints).set(network.name, endpoint),
  });
  if (runtime)
    context.store.commit((state) => state, [networkEvent(network, 'connect', { container: container.id })]);
}

/** @throws ApiError @see moby v28 daemon/container_operations.go ConnectToNetwork, runconfig/errors.go */
function checkConnectable(network: NetworkRecord, { hostConfig }: ContainerRecord): void {
  const mode = hostConfig.NetworkMode ?? '';
  if (mode === 'host' || mode.startsWith('container:')) {
    throw new ApiError(
      'forbidden',
      'container sharing network namespace with another container or host cannot be connected to any other network',
    );
  }
  if (network.name === 'host') {
    throw new ApiError(
      'forbidden',
      'container cannot be disconnected from host network or connected to host network',
    );
  }
  if (mode === 'none' || network.name === 'none') {
    throw new ApiError(
      'forbidden',
      'container cannot be connected to multiple networks with one of the networks in private (none) mode',
    );
  }
}

export function networkDisconnect(
  context: EngineContext,
  reference: string,
  request: { Container: string; Force?: boolean },
): void {
  const container = findContainer(context.store.state, request.Container);
  if (request.Force && container.endpoints.has(reference) && !lookUpNetwork(context, reference)) {
    return forget(context, container, reference);
  }
  const network = findNetwork(context.store.state, reference);
  if (network.name === 'host' && container.hostConfig.NetworkMode === 'host') {
    throw new ApiError(
      'forbidden',
      'container cannot be disconnected from host network or connected to host network',
    );
  }
  if (!container.endpoints.has(network.name)) {
    throw new ApiError('forbidden', `container ${container.id} is not connected to network ${network.name}`);
  }
  const { runtime } = cellOf(context, container.id);
  if (runtime) context.bridges.get(network.id)?.detach(runtime.network);
  forget(context, container, network.name);
  if (runtime)
    context.store.commit(
      (state) => state,
      [networkEvent(network, 'disconnect', { container: container.id })],
    );
}

function forget(context: EngineContext, container: ContainerRecord, network: string): void {
  const endpoints = new Map(container.endpoints);
  endpoints.delete(network);
  updateContainer(context, container.id, { endpoints });
}

function lookUpNetwork(context: EngineContext, reference: string): NetworkRecord | undefined {
  return [...context.store.state.networks].find(
    ([id, { name }]) => id === reference || name === reference,
  )?.[1];
}

/** Removes networks in which no container runs: those that only stopped ones name go too. @throws ApiError invalidParameter @see moby v28 daemon/prune.go localNetworksPrune */
export function networkPrune(context: EngineContext, filters: Filters = {}): PruneReport {
  checkFilters(filters, ['label', 'label!', 'until']);
  const until = parseUntilFilter(filters, context.kernel.clock.now());
  const deleted = [...context.store.state.networks]
    .map(([, network]) => network)
    .filter(
      (network) =>
        !isPredefined(network.name) &&
        network.createdMs <= until &&
        matchesLabelFilters(filters, network.labels),
    )
    .filter((network) => users(context, network).length === 0)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const network of deleted) networkDelete(context, network.id);
  context.store.commit((state) => state, [pruneEvent('network', 0)]);
  return { Deleted: deleted.map((network) => network.name), SpaceReclaimed: 0 };
}
