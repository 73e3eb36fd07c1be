import { ApiError } from '../../api/api-error.ts';
import type { EndpointSettings } from '../../api/container-types.ts';
import type { IpamConfig } from '../../api/network-types.ts';
import { parseAddress, parseSubnet, subnetContains, type Subnet } from '../../kernel/net/ipv4.ts';
import type { NetworkRecord } from '../state.ts';

/** All problems of a network's address configuration in one error. @throws ApiError @see moby v28 api/types/network/ipam.go ValidateIPAM */
export function checkIpam(configs: readonly IpamConfig[]): void {
  const problems = configs.flatMap(problemsOf);
  if (problems.length)
    throw new ApiError('invalidParameter', `invalid network config:\n${problems.join('\n')}`);
}

function problemsOf({ Subnet: text = '', Gateway, IPRange }: IpamConfig): string[] {
  const subnet = /^\d+\.\d+\.\d+\.\d+\/\d+$/.test(text) ? parseSubnet(text) : undefined;
  if (!subnet) return [`invalid subnet ${text}: invalid CIDR block notation`];
  const problems: string[] = [];
  const address = parseAddress(text.split('/')[0] ?? '') ?? 0;
  if (address !== subnet.base)
    problems.push(`invalid subnet ${text}: it should be ${formatBase(text, subnet)}`);
  if (IPRange) problems.push(...rangeProblems(IPRange, text, subnet));
  if (Gateway) {
    const gateway = parseAddress(Gateway);
    if (gateway === undefined) problems.push(`invalid gateway ${Gateway}: invalid address`);
    else if (!subnetContains(subnet, gateway))
      problems.push(`invalid gateway ${Gateway}: parent subnet ${text} doesn't contain this address`);
  }
  return problems;
}

function formatBase(text: string, { base, prefix }: Subnet): string {
  const bytes = [24, 16, 8, 0].map((shift) => (base >>> shift) & 255).join('.');
  return text.includes('/') ? `${bytes}/${prefix}` : bytes;
}

function rangeProblems(text: string, subnetText: string, subnet: Subnet): string[] {
  const range = parseSubnet(text);
  if (!range) return [`invalid ip-range ${text}: invalid CIDR block notation`];
  if (range.prefix >= subnet.prefix && subnetContains(subnet, range.base)) return [];
  return [`invalid ip-range ${text}: it should be contained in the parent subnet ${subnetText}`];
}

/** What an endpoint may ask of its network. @throws ApiError @see moby v28 daemon/container_operations.go validateEndpointSettings */
export function checkEndpoint(network: NetworkRecord, settings: EndpointSettings, prefix = ''): void {
  const problems: string[] = [];
  const address = settings.IPAMConfig?.IPv4Address;
  if (network.name === 'bridge') {
    if (address) problems.push('user specified IP address is supported on user defined networks only');
    if (settings.Aliases?.length) {
      problems.push('network-scoped alias is supported only for containers in user defined networks');
    }
  } else if (address) problems.push(...addressProblems(network, address));
  if (problems.length) {
    throw new ApiError('invalidParameter', `${prefix}invalid endpoint settings:\n${problems.join('\n')}`);
  }
}

function addressProblems(network: NetworkRecord, text: string): string[] {
  const address = parseAddress(text);
  if (address === undefined) return [`invalid IPv4 address: ${text}`];
  if (!network.configuredSubnet) {
    return [
      'user specified IP address is supported only when connecting to networks with user configured subnets',
    ];
  }
  const subnets = network.ipam.config.map(({ Subnet = '' }) => parseSubnet(Subnet));
  if (subnets.some((subnet) => subnet && subnetContains(subnet, address))) return [];
  return [`no configured subnet or ip-range contain the IP address ${text}`];
}
