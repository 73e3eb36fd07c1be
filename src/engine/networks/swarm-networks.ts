import type { EngineContext } from '../engine-context.ts';
import type { NetworkRecord } from '../state.ts';
import { findIngressNetwork } from './find.ts';
import { ensureGatewayNetwork, findGatewayNetwork, gatewayEndpointName } from './gateway-network.ts';
import { createOverlay } from './overlay-create.ts';
import { removeNetwork } from './remove-network.ts';
import { addSystemEndpoint, INGRESS_SANDBOX, removeSystemEndpoint } from './system-endpoints.ts';
import { containersIn } from './users.ts';
import { networkDisconnect } from './connect.ts';

/**
 * Makes what every node of a swarm has: docker_gwbridge, the ingress network, and the namespace of the routing mesh in both. `context.swarmNode` must be
 * set. What is there stays. @throws ApiError when a pool is used up
 * @see moby v28 daemon/network.go setupIngress
 */
export function raiseSwarmNetworks(context: EngineContext): void {
  ensureGatewayNetwork(context);
  const ingress =
    findIngressNetwork(context.store.state.networks) ??
    createOverlay(context, { Name: 'ingress', Driver: 'overlay', Ingress: true });
  joinRoutingMesh(context, ingress);
}

/** The namespace of the routing mesh comes into the ingress network and into docker_gwbridge. */
export function joinRoutingMesh(context: EngineContext, ingress: NetworkRecord): void {
  const gateway = ensureGatewayNetwork(context);
  addSystemEndpoint(context, ingress.id, { sandbox: INGRESS_SANDBOX, name: `${ingress.name}-endpoint` });
  addSystemEndpoint(context, gateway.id, {
    sandbox: INGRESS_SANDBOX,
    name: gatewayEndpointName(INGRESS_SANDBOX),
  });
}

export function leaveRoutingMesh(context: EngineContext, ingress: NetworkRecord): void {
  removeSystemEndpoint(context, ingress.id, INGRESS_SANDBOX);
  const gateway = findGatewayNetwork(context.store.state);
  if (gateway) removeSystemEndpoint(context, gateway.id, INGRESS_SANDBOX);
}

/**
 * Takes away what belongs to the swarm: services, the routing mesh, overlays; containers that are still in them are disconnected. docker_gwbridge stays.
 * @see moby v28 daemon/daemon.go DaemonLeavesCluster, daemon/network.go clearAttachableNetworks
 */
export function lowerSwarmNetworks(context: EngineContext): void {
  context.virtualServices.clear();
  const { state } = context.store;
  for (const network of [...state.networks].map(([, one]) => one).filter(({ scope }) => scope === 'swarm')) {
    for (const { id } of containersIn(state, network))
      networkDisconnect(context, network.id, { Container: id, Force: true });
    if (network.ingress) leaveRoutingMesh(context, network);
    removeNetwork(context, network.id);
  }
}
