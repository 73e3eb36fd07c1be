import type { Segment } from '../../kernel/net/segment.ts';
import type { EngineContext } from '../engine-context.ts';
import type { NetworkRecord, SystemEndpoint } from '../state.ts';
import { freeInterface } from './interfaces.ts';
import { allocateAddress, overlayMac, prefixOf, randomMac } from './ipam.ts';

/** The namespace of the routing mesh. @see moby v28 libnetwork/sandbox.go */
export const INGRESS_SANDBOX = 'ingress-sbox';

/** Puts a namespace of the daemon into a network, unless it is there. @throws ApiError when no address is free */
export function addSystemEndpoint(
  context: EngineContext,
  networkId: string,
  { sandbox, name }: Pick<SystemEndpoint, 'sandbox' | 'name'>,
): void {
  const network = context.store.state.networks.get(networkId);
  const segment = context.segments.get(networkId);
  if (!network || !segment || systemEndpointOf(network, sandbox)) return;
  const address = allocateAddress(context, network);
  const { random } = context.kernel;
  const endpoint: SystemEndpoint = {
    sandbox,
    name,
    endpointId: random.hex(64),
    address,
    prefix: prefixOf(network),
    mac: network.driver === 'overlay' ? overlayMac(address) : randomMac(random),
  };
  plugSystemEndpoint(context, segment, endpoint);
  update(context, network, [...(network.systemEndpoints ?? []), endpoint]);
}

/** Makes the namespace if it is not there, and plugs it in. */
function plugSystemEndpoint(
  { kernel, overlays }: EngineContext,
  segment: Segment,
  { sandbox, address, mac }: SystemEndpoint,
): void {
  const namespace = overlays.sandboxes.get(sandbox) ?? kernel.createNetNamespace(sandbox);
  overlays.sandboxes.set(sandbox, namespace);
  segment.attach(namespace, { interfaceName: freeInterface(namespace), address, mac });
}

/**
 * Plugs in what the daemon had in a network before. Simplified: an address that was given away while the machine was off is not taken back, there is a new one; a
 * real manager keeps a node's.
 */
export function plugSystemEndpoints(context: EngineContext, segment: Segment, network: NetworkRecord): void {
  const { systemEndpoints = [] } = network;
  const plugged = systemEndpoints.map((before) => {
    const isTaken = segment.endpoint(before.address) !== undefined;
    const endpoint = isTaken ? atNewAddress(context, network, before) : before;
    plugSystemEndpoint(context, segment, endpoint);
    return endpoint;
  });
  if (plugged.some((endpoint, index) => endpoint !== systemEndpoints[index]))
    update(context, network, plugged);
}

function atNewAddress(
  context: EngineContext,
  network: NetworkRecord,
  endpoint: SystemEndpoint,
): SystemEndpoint {
  const address = allocateAddress(context, network);
  return { ...endpoint, address, mac: overlayMac(address) };
}

/** Takes it out again; the namespace goes with its last endpoint. */
export function removeSystemEndpoint(context: EngineContext, networkId: string, sandbox: string): void {
  const { store, segments, overlays } = context;
  const network = store.state.networks.get(networkId);
  const namespace = overlays.sandboxes.get(sandbox);
  if (!network || !namespace || !systemEndpointOf(network, sandbox)) return;
  segments.get(networkId)?.detach(namespace);
  if (namespace.interfaces.every(({ name }) => name === 'lo')) {
    namespace.close();
    overlays.sandboxes.delete(sandbox);
  }
  update(
    context,
    network,
    (network.systemEndpoints ?? []).filter((endpoint) => endpoint.sandbox !== sandbox),
  );
}

export function systemEndpointOf(network: NetworkRecord, sandbox: string): SystemEndpoint | undefined {
  return network.systemEndpoints?.find((endpoint) => endpoint.sandbox === sandbox);
}

function update(
  { store }: EngineContext,
  network: NetworkRecord,
  systemEndpoints: readonly SystemEndpoint[],
): void {
  store.commit((state) => ({
    ...state,
    networks: state.networks.set(network.id, { ...network, systemEndpoints }),
  }));
}
