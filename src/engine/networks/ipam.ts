import type { Segment } from '../../kernel/net/segment.ts';
import { ApiError } from '../../api/api-error.ts';
import {
  formatAddress,
  parseAddress,
  parseSubnet,
  subnetContains,
  type Subnet,
} from '../../kernel/net/ipv4.ts';
import type { Random } from '../../lib/random.ts';
import type { AddressPool, EngineContext } from '../engine-context.ts';
import type { EngineState, NetworkRecord } from '../state.ts';

/** Default address pools, in the order they are given out. @see moby v28 libnetwork/ipamutils */
function* pools(): Generator<string> {
  for (let second = 17; second <= 31; second++) yield `172.${second}.0.0/16`;
  for (let third = 0; third < 256; third += 16) yield `192.168.${third}.0/20`;
}

/** The networks of the machine and those of the swarm have address spaces of their own. @see moby v28 libnetwork/ipamapi LocalDefaultAddressSpace */
function subnetsOf(state: EngineState, scope: NetworkRecord['scope']): Subnet[] {
  return [...state.networks]
    .filter(([, network]) => network.scope === scope)
    .flatMap(([, network]) => network.ipam.config)
    .map((config) => parseSubnet(config.Subnet ?? ''))
    .filter((subnet) => subnet !== undefined);
}

export function overlaps(a: Subnet, b: Subnet): boolean {
  return a.prefix <= b.prefix ? subnetContains(a, b.base) : subnetContains(b, a.base);
}

/** The first pool that no network uses. @throws ApiError */
export function freePool(state: EngineState): string {
  const used = subnetsOf(state, 'local');
  for (const pool of pools()) {
    const subnet = parseSubnet(pool);
    if (subnet && !used.some((other) => overlaps(subnet, other))) return pool;
  }
  throw new ApiError('system', 'all predefined address pools have been fully subnetted');
}

/**
 * The first subnet of the swarm's pools that no overlay has. @throws ApiError
 * @see moby/swarmkit v2 manager/allocator/cnmallocator/networkallocator.go
 */
export function freeOverlayPool(state: EngineState, pools: readonly AddressPool[]): string {
  const used = subnetsOf(state, 'swarm');
  for (const { base, size } of pools) {
    const pool = parseSubnet(base);
    if (!pool) continue;
    for (let index = 0; index < 2 ** (size - pool.prefix); index++) {
      const subnet = { base: pool.base + index * 2 ** (32 - size), prefix: size };
      if (!used.some((other) => overlaps(subnet, other))) return `${formatAddress(subnet.base)}/${size}`;
    }
  }
  throw new ApiError(
    'system',
    'could not find an available, non-overlapping IPv4 address pool among the defaults to assign to the network',
  );
}

/** @throws ApiError where another network of this scope has these addresses */
export function checkSubnetFree(state: EngineState, text: string, scope: NetworkRecord['scope']): void {
  const subnet = parseSubnet(text);
  if (!subnet) throw new ApiError('invalidParameter', `invalid subnet ${text}: invalid CIDR block notation`);
  if (subnetsOf(state, scope).some((other) => overlaps(subnet, other))) {
    throw new ApiError(
      'forbidden',
      'invalid pool request: Pool overlaps with other one on this address space',
    );
  }
}

export function firstAddress(pool: string): string {
  return formatAddress((parseSubnet(pool)?.base ?? 0) + 1);
}

/** How an address is asked for. */
interface AddressRequest {
  /** This one and no other. */
  readonly wanted?: string | undefined;
  /** The swarm gave it, so that it is reserved. */
  readonly managed?: boolean | undefined;
}

/** Where the lowest free address of a segment was found last, so that many endpoints in a row don't look through each other. */
const lowest = new WeakMap<Segment, { readonly offset: number; readonly departures: number }>();

/** The lowest free address of a network, or the one that is wanted. @throws ApiError when there is none */
export function allocateAddress(
  context: EngineContext,
  network: NetworkRecord,
  { wanted, managed }: AddressRequest = {},
): string {
  const [config] = network.ipam.config;
  const subnet = parseSubnet(config?.Subnet ?? '');
  if (!config || !subnet) return '';
  const reserved = wanted && managed ? new Set<string>() : reservedIn(context, network);
  const auxiliary = new Set(Object.values(config.AuxiliaryAddresses ?? {}));
  const segment = context.segments.get(network.id);
  const isTaken = (address: string): boolean =>
    address === config.Gateway ||
    auxiliary.has(address) ||
    segment?.endpoint(address) !== undefined ||
    reserved.has(address);
  if (wanted) {
    const address = parseAddress(wanted);
    if (address === undefined || !subnetContains(subnet, address)) {
      throw new ApiError(
        'invalidParameter',
        `no configured subnet or ip-range contain the IP address ${wanted}`,
      );
    }
    if (isTaken(wanted)) throw new ApiError('forbidden', 'Address already in use');
    return wanted;
  }
  const range = config.IPRange ? parseSubnet(config.IPRange) : subnet;
  const size = 2 ** (32 - (range ?? subnet).prefix);
  // Addresses that the swarm keeps may be given back without leaving the segment.
  const known = segment && reserved.size === 0 ? lowest.get(segment) : undefined;
  const first = known?.departures === segment?.departures ? (known?.offset ?? 1) : 1;
  for (let offset = first; offset < size - 1; offset++) {
    const address = formatAddress((range ?? subnet).base + offset);
    if (isTaken(address)) continue;
    if (segment && reserved.size === 0) lowest.set(segment, { offset, departures: segment.departures });
    return address;
  }
  throw new ApiError(
    'system',
    "no available IPv4 addresses on this network's address pools: " + `${network.name} (${network.id})`,
  );
}

/** Addresses of an overlay that the swarm keeps for somebody, whether he is there or not. */
function reservedIn(
  { virtualServices, swarmNode }: EngineContext,
  { id, scope }: NetworkRecord,
): Set<string> {
  if (scope !== 'swarm') return new Set();
  const virtual = virtualServices.servicesIn(id).map(({ address }) => address);
  return new Set([...virtual, ...(swarmNode.current?.reservedAddresses(id) ?? [])]);
}

/** Addresses of a network that the state knows of: its gateway's, those of containers, the daemon's own. */
export function addressesIn(state: EngineState, network: NetworkRecord): Set<string> {
  const used = new Set<string>();
  const { Gateway } = network.ipam.config[0] ?? {};
  if (Gateway) used.add(Gateway);
  for (const { address } of network.systemEndpoints ?? []) used.add(address);
  for (const [, { endpoints, gatewayEndpoint }] of state.containers) {
    for (const endpoint of endpoints.values())
      if (endpoint.networkId === network.id && endpoint.address) used.add(endpoint.address);
    if (gatewayEndpoint?.networkId === network.id) used.add(gatewayEndpoint.address);
  }
  return used;
}

export function prefixOf(network: NetworkRecord): number {
  return Number(network.ipam.config[0]?.Subnet?.split('/')[1] ?? 16);
}

/** The hardware address that goes with an address of an overlay. @see moby v28 libnetwork/netutils GenerateMACFromIP */
export function overlayMac(address: string): string {
  const bytes = address.split('.').map((part) => Number(part).toString(16).padStart(2, '0'));
  return ['02', '42', ...bytes].join(':');
}

/** A locally administered unicast address. @see moby v28 libnetwork/netutils GenerateRandomMAC */
export function randomMac(random: Random): string {
  const [first = 0, ...rest] = random.bytes(6);
  return [(first | 2) & 0xfe, ...rest].map((byte) => byte.toString(16).padStart(2, '0')).join(':');
}
