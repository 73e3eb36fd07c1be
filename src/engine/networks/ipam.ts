import { ApiError } from '../../api/api-error.ts';
import {
  formatAddress,
  parseAddress,
  parseSubnet,
  subnetContains,
  type Subnet,
} from '../../kernel/net/ipv4.ts';
import type { Random } from '../../lib/random.ts';
import type { EngineState, NetworkRecord } from '../state.ts';

/** Default address pools, in the order they are given out. @see moby v28 libnetwork/ipamutils */
function* pools(): Generator<string> {
  for (let second = 17; second <= 31; second++) yield `172.${second}.0.0/16`;
  for (let third = 0; third < 256; third += 16) yield `192.168.${third}.0/20`;
}

function subnetsOf(state: EngineState): Subnet[] {
  return [...state.networks].flatMap(([, network]) =>
    network.ipam.config
      .map((config) => parseSubnet(config.Subnet ?? ''))
      .filter((subnet) => subnet !== undefined),
  );
}

export function overlaps(a: Subnet, b: Subnet): boolean {
  return a.prefix <= b.prefix ? subnetContains(a, b.base) : subnetContains(b, a.base);
}

/** The first pool that no network uses. @throws ApiError */
export function freePool(state: EngineState): string {
  const used = subnetsOf(state);
  for (const pool of pools()) {
    const subnet = parseSubnet(pool);
    if (subnet && !used.some((other) => overlaps(subnet, other))) return pool;
  }
  throw new ApiError('system', 'all predefined address pools have been fully subnetted');
}

/** @throws ApiError where another network has these addresses */
export function checkSubnetFree(state: EngineState, text: string): void {
  const subnet = parseSubnet(text);
  if (!subnet) throw new ApiError('invalidParameter', `invalid subnet ${text}: invalid CIDR block notation`);
  if (subnetsOf(state).some((other) => overlaps(subnet, other))) {
    throw new ApiError(
      'forbidden',
      'invalid pool request: Pool overlaps with other one on this address space',
    );
  }
}

export function firstAddress(pool: string): string {
  return formatAddress((parseSubnet(pool)?.base ?? 0) + 1);
}

/** The lowest free address of a network. @throws ApiError when there is none */
export function allocateAddress(
  state: EngineState,
  network: NetworkRecord,
  wanted: string | undefined,
): string {
  const [config] = network.ipam.config;
  const subnet = parseSubnet(config?.Subnet ?? '');
  if (!config || !subnet) return '';
  const used = addressesIn(state, network);
  if (config.Gateway) used.add(config.Gateway);
  for (const address of Object.values(config.AuxiliaryAddresses ?? {})) used.add(address);
  if (wanted) {
    const address = parseAddress(wanted);
    if (address === undefined || !subnetContains(subnet, address)) {
      throw new ApiError(
        'invalidParameter',
        `no configured subnet or ip-range contain the IP address ${wanted}`,
      );
    }
    if (used.has(wanted)) throw new ApiError('forbidden', 'Address already in use');
    return wanted;
  }
  const range = config.IPRange ? parseSubnet(config.IPRange) : subnet;
  const size = 2 ** (32 - (range ?? subnet).prefix);
  for (let offset = 1; offset < size - 1; offset++) {
    const address = formatAddress((range ?? subnet).base + offset);
    if (!used.has(address)) return address;
  }
  throw new ApiError(
    'system',
    "no available IPv4 addresses on this network's address pools: " + `${network.name} (${network.id})`,
  );
}

function addressesIn(state: EngineState, network: NetworkRecord): Set<string> {
  const used = new Set<string>();
  for (const [, { endpoints }] of state.containers) {
    for (const endpoint of endpoints.values())
      if (endpoint.networkId === network.id && endpoint.address) used.add(endpoint.address);
  }
  return used;
}

/** A locally administered unicast address. @see moby v28 libnetwork/netutils GenerateRandomMAC */
export function randomMac(random: Random): string {
  const [first = 0, ...rest] = random.bytes(6);
  return [(first | 2) & 0xfe, ...rest].map((byte) => byte.toString(16).padStart(2, '0')).join(':');
}
