import type { NetNamespace } from '../../kernel/net/net-namespace.ts';
import type { EngineContext } from '../engine-context.ts';
import type { ContainerRecord, EndpointRecord, NetworkRecord } from '../state.ts';
import { isPredefined } from './defaults.ts';
import { allocateAddress, randomMac } from './ipam.ts';

/** Plugs a namespace into one network. On networks without a bridge (host, none) the endpoint is only a record. @throws ApiError */
export function joinNetwork(
  context: EngineContext,
  container: ContainerRecord,
  network: NetworkRecord,
  endpoint: EndpointRecord,
  namespace: NetNamespace,
  interfaceName: string,
): EndpointRecord {
  const { kernel, bridges, store } = context;
  const endpointId = kernel.random.hex(64);
  const bridge = bridges.get(network.id);
  if (!bridge) return { ...endpoint, networkId: network.id, endpointId };
  const address = allocateAddress(
    store.state,
    network,
    endpoint.settings.IPAMConfig?.IPv4Address || undefined,
  );
  const mac = endpoint.settings.MacAddress || randomMac(kernel.random);
  bridge.attach(namespace, { interfaceName, address, mac });
  return {
    ...endpoint,
    networkId: network.id,
    endpointId,
    address,
    prefix: Number(network.ipam.config[0]?.Subnet?.split('/')[1] ?? 16),
    gateway: network.internal ? '' : (network.ipam.config[0]?.Gateway ?? ''),
    mac,
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

/** The first free `ethN` of a namespace. */
export function freeInterface(namespace: NetNamespace): string {
  const taken = new Set(namespace.interfaces.map((nic) => nic.name));
  for (let index = 0; ; index++) if (!taken.has(`eth${index}`)) return `eth${index}`;
}
