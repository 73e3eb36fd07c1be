import { ApiError } from '../../api/api-error.ts';
import type { EndpointSettings } from '../../api/container-types.ts';
import type { NetNamespace } from '../../kernel/net/net-namespace.ts';
import { cellOf, findContainer, updateContainer } from '../containers/find.ts';
import type { EngineContext } from '../engine-context.ts';
import type { ContainerRecord, NetworkRecord } from '../state.ts';
import { findJoinable } from './attachable.ts';
import { emptyEndpoint } from './endpoints.ts';
import { findNetwork } from './find.ts';
import { settleGateway } from './gateway-network.ts';
import { freeInterface } from './interfaces.ts';
import { joinNetwork } from './join.ts';
import { settleBalancer } from './load-balancer.ts';
import { networkEvent } from './network-event.ts';
import { checkEndpoint } from './validate.ts';

export function networkConnect(
  context: EngineContext,
  reference: string,
  request: { Container: string; EndpointConfig?: EndpointSettings },
): void {
  const container = findContainer(context.store.state, request.Container);
  const { runtime } = cellOf(context, container.id);
  const network = runtime
    ? findJoinable(context, container, reference)
    : findNetwork(context.store.state, reference);
  checkEndpoint(network, request.EndpointConfig ?? {});
  if (container.endpoints.has(network.name)) {
    // Of one that doesn't run, only the configuration is there twice, which nobody is told.
    if (!runtime) return;
    throw new ApiError(
      'forbidden',
      `endpoint with name ${container.name} already exists in network ${network.name}`,
    );
  }
  checkConnectable(network, container);
  const planned = emptyEndpoint(network.id, request.EndpointConfig ?? {});
  const endpoint = runtime
    ? joinNetwork(context, container, network, planned, runtime.network, freeInterface(runtime.network))
    : planned;
  updateContainer(context, container.id, {
    endpoints: new Map(container.endpoints).set(network.name, endpoint),
  });
  if (!runtime) return;
  settle(context, container.id, runtime.network, network);
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
  if (runtime) context.segments.get(network.id)?.detach(runtime.network);
  forget(context, container, network.name);
  if (!runtime) return;
  settle(context, container.id, runtime.network, network);
  context.store.commit((state) => state, [networkEvent(network, 'disconnect', { container: container.id })]);
}

/** What follows from a network that a running container joined or left. */
function settle(
  context: EngineContext,
  containerId: string,
  namespace: NetNamespace,
  { id }: NetworkRecord,
): void {
  settleGateway(context, containerId, namespace);
  settleBalancer(context, id);
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
