import type { NetNamespace } from '../../kernel/net/net-namespace.ts';
import { updateContainer } from '../containers/find.ts';
import type { EngineContext } from '../engine-context.ts';
import type { EndpointRecord, EngineState, NetworkRecord } from '../state.ts';
import { emptyEndpoint } from './endpoints.ts';
import { freeInterface } from './interfaces.ts';
import { allocateAddress, firstAddress, freePool, prefixOf, randomMac } from './ipam.ts';
import { networkEvent } from './network-event.ts';
import { raiseSegment } from './segments.ts';

export const GATEWAY_NETWORK = 'docker_gwbridge';

/** The way out of overlays: made when the first of them is needed, and left there. @see moby v28 libnetwork/default_gateway_linux.go */
export function ensureGatewayNetwork(context: EngineContext): NetworkRecord {
  const { store, kernel } = context;
  const known = findGatewayNetwork(store.state);
  if (known) return known;
  const Subnet = freePool(store.state);
  const network: NetworkRecord = {
    id: kernel.random.hex(64),
    name: GATEWAY_NETWORK,
    driver: 'bridge',
    createdMs: kernel.clock.now(),
    internal: false,
    attachable: false,
    ingress: false,
    enableIPv6: false,
    ipam: { driver: 'default', config: [{ Subnet, Gateway: firstAddress(Subnet) }], options: {} },
    options: {
      'com.docker.network.bridge.enable_icc': 'false',
      'com.docker.network.bridge.enable_ip_masquerade': 'true',
      'com.docker.network.bridge.name': GATEWAY_NETWORK,
    },
    labels: {},
    scope: 'local',
    bridgeName: GATEWAY_NETWORK,
  };
  raiseSegment(context, network);
  store.commit(
    (state) => ({ ...state, networks: state.networks.set(network.id, network) }),
    [networkEvent(network, 'create')],
  );
  return network;
}

export function findGatewayNetwork(state: EngineState): NetworkRecord | undefined {
  return [...state.networks].find(([, { name }]) => name === GATEWAY_NETWORK)?.[1];
}

/** Name of an endpoint in docker_gwbridge. @see moby v28 libnetwork/default_gateway.go setupDefaultGW */
export function gatewayEndpointName(sandbox: string): string {
  return `gateway_${sandbox.slice(0, 12)}`;
}

/**
 * True for a container that is in an overlay and has no other way out.
 * @see moby v28 libnetwork/default_gateway.go needDefaultGW
 */
function needsGateway(state: EngineState, endpoints: Iterable<EndpointRecord>): boolean {
  const networks = [...endpoints].flatMap(({ networkId }) => state.networks.get(networkId) ?? []);
  const leadOut = networks.filter(({ internal }) => !internal);
  return (
    leadOut.some(({ driver }) => driver === 'overlay') && leadOut.every(({ driver }) => driver === 'overlay')
  );
}

/** Gives a running container its endpoint in docker_gwbridge, or takes it away, as the networks it is in now make it need. */
export function settleGateway(
  context: EngineContext,
  containerId: string,
  namespace: NetNamespace,
  endpoints = context.store.state.containers.get(containerId)?.endpoints,
): void {
  const container = context.store.state.containers.get(containerId);
  if (!container) return;
  const isNeeded = needsGateway(context.store.state, endpoints?.values() ?? []);
  if (isNeeded === Boolean(container.gatewayEndpoint)) return;
  const gatewayEndpoint = isNeeded ? joinGateway(context, namespace) : leaveGateway(context, namespace);
  updateContainer(context, containerId, { gatewayEndpoint });
}

function joinGateway(context: EngineContext, namespace: NetNamespace): EndpointRecord {
  const network = ensureGatewayNetwork(context);
  const { random } = context.kernel;
  const address = allocateAddress(context, network);
  const mac = randomMac(random);
  context.segments
    .get(network.id)
    ?.attach(namespace, { interfaceName: freeInterface(namespace), address, mac });
  return {
    ...emptyEndpoint(network.id, {}),
    endpointId: random.hex(64),
    address,
    prefix: prefixOf(network),
    gateway: network.ipam.config[0]?.Gateway ?? '',
    mac,
  };
}

function leaveGateway({ store, segments }: EngineContext, namespace: NetNamespace): undefined {
  const network = findGatewayNetwork(store.state);
  if (network) segments.get(network.id)?.detach(namespace);
}
