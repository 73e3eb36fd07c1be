import type { NetworkInspect } from '../../api/network-types.ts';
import { sha256Hex } from '../../lib/sha256.ts';
import { sortKeys } from '../../lib/sort-keys.ts';
import type { EngineContext } from '../engine-context.ts';
import type { NetworkRecord } from '../state.ts';
import { formatTime } from '../time-format.ts';
import { isPredefined } from './defaults.ts';
import { findNetwork } from './find.ts';
import { GATEWAY_NETWORK } from './gateway-network.ts';
import { serviceInfos } from './service-infos.ts';
import { usersOf, type NetworkUser } from './users.ts';

/** @throws ApiError notFound @see moby v28 daemon/network.go buildNetworkResource, daemon/cluster/convert/network.go BasicNetworkFromGRPC */
export function networkInspect(
  context: EngineContext,
  reference: string,
  options: { verbose?: boolean } = {},
): NetworkInspect {
  const network = findNetwork(context.store.state, reference);
  const services = options.verbose ? serviceInfos(context, network) : undefined;
  return { ...toInspect(context, network), ...(services ? { Services: services } : {}) };
}

export function toInspect(context: EngineContext, network: NetworkRecord): NetworkInspect {
  const users = usersOf(context.store.state, network);
  // What the swarm alone knows comes from its manager, which has no endpoints to show.
  const isElsewhere = network.scope === 'swarm' && users.length === 0;
  const { labels } = network;
  return {
    Name: network.name,
    Id: network.id,
    Created: formatTime(network.createdMs),
    Scope: network.scope,
    Driver: network.driver,
    EnableIPv4: true,
    EnableIPv6: network.enableIPv6,
    IPAM: toIpam(network),
    Internal: network.internal,
    Attachable: network.attachable,
    Ingress: network.ingress,
    ConfigFrom: { Network: '' },
    ConfigOnly: false,
    Containers: isElsewhere
      ? null
      : sortKeys(Object.fromEntries(users.map((user) => [user.id, toEndpoint(user)]))),
    Options: { ...network.options },
    Labels: isElsewhere && Object.keys(labels).length === 0 ? null : { ...labels },
    ...(isElsewhere ? {} : peersOf(context, network)),
  };
}

function toIpam({ name, scope, ipam }: NetworkRecord): NetworkInspect['IPAM'] {
  const hasOptions = !isPredefined(name) && name !== GATEWAY_NETWORK && scope === 'local';
  return {
    Driver: ipam.driver,
    Options: Object.keys(ipam.options).length || hasOptions ? { ...ipam.options } : null,
    Config: [...ipam.config],
  };
}

function toEndpoint({ name, endpoint }: NetworkUser): NonNullable<NetworkInspect['Containers']>[string] {
  return {
    Name: name,
    EndpointID: endpoint.endpointId,
    MacAddress: endpoint.mac,
    IPv4Address: endpoint.address ? `${endpoint.address}/${endpoint.prefix}` : '',
    IPv6Address: '',
  };
}

/** The nodes that gossip about it. Simplified: this one alone; its name there is made of its ID, where a daemon chooses one at each start. */
function peersOf({ swarmNode }: EngineContext, { scope }: NetworkRecord): Pick<NetworkInspect, 'Peers'> {
  const node = swarmNode.current;
  if (!node || scope !== 'swarm') return {};
  return { Peers: [{ Name: sha256Hex(node.nodeId).slice(0, 12), IP: node.address }] };
}
