import type { NetNamespace } from '../../kernel/net/net-namespace.ts';
import type { EngineContext } from '../engine-context.ts';
import type { ContainerRecord, EndpointRecord, NetworkRecord } from '../state.ts';
import { isPredefined } from './defaults.ts';
import { allocateAddress, overlayMac, prefixOf, randomMac } from './ipam.ts';

/** Plugs a namespace into one network. On networks without a bridge (host, none) the endpoint is only a record. @throws ApiError */
export function joinNetwork(
  context: EngineContext,
  container: ContainerRecord,
  network: NetworkRecord,
  endpoint: EndpointRecord,
  namespace: NetNamespace,
  interfaceName: string,
): EndpointRecord {
  const { kernel, segments } = context;
  const endpointId = kernel.random.hex(64);
  const segment = segments.get(network.id);
  if (!segment) return { ...endpoint, networkId: network.id, endpointId };
  const address = allocateAddress(context, network, {
    wanted: endpoint.settings.IPAMConfig?.IPv4Address || undefined,
    managed: container.managed,
  });
  const isOverlay = network.driver === 'overlay';
  const mac = endpoint.settings.MacAddress || (isOverlay ? overlayMac(address) : randomMac(kernel.random));
  segment.attach(namespace, { interfaceName, address, mac });
  return {
    ...endpoint,
    networkId: network.id,
    endpointId,
    address,
    prefix: prefixOf(network),
    gateway: network.internal || isOverlay ? '' : (network.ipam.config[0]?.Gateway ?? ''),
    mac,
    ...(isOverlay ? { chosenBySwarm: true } : {}),
    aliases: isPredefined(network.name) ? [] : dnsNames(container, endpoint),
  };
}

/** What the others on a user-defined network may call it. @see moby v28 daemon/container_operations.go buildEndpointDNSNames */
function dnsNames(container: ContainerRecord, endpoint: EndpointRecord): string[] {
  const { Hostname } = container.config;
  const shortId = container.id.slice(0, 12);
  return [...new Set([container.name, ...(endpoint.settings.Aliases ?? []), shortId, Hostname])].filter(
    Boolean,
  );
}
