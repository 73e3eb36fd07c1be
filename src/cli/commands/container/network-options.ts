import type { EndpointSettings } from '../../../api/container-types.ts';
import { CliError } from '../../cli-error.ts';
import type { FlagValues } from '../../flags/flag.ts';
import { parseNetworkSpec, type NetworkSpec } from '../../opts/network-spec.ts';

/** Networks that are always there, and those of other containers. */
function isUserDefined(network: string): boolean {
  return !/^(default|bridge|host|none|container|container:.*)$/.test(network);
}

/**
 * The network mode and the endpoints that --network and the flags about the first network ask for.
 * @throws CliError for what contradicts itself
 * @see docker/cli v28.2.2 cli/command/container/opts.go parseNetworkOpts
 */
export function networkOptions(flags: FlagValues): {
  mode: string;
  endpoints: Record<string, EndpointSettings>;
} {
  const specs = [...flags.list('network'), ...flags.list('net')].map(parseNetworkSpec);
  const [first = parseNetworkSpec('default'), ...others] = specs;
  applyFlags(first, flags);
  const endpoints: Record<string, EndpointSettings> = {};
  for (const spec of [first, ...others]) {
    const settings = endpointSettings(spec);
    if (spec.target in endpoints)
      throw new CliError(`network ${JSON.stringify(spec.target)} is specified multiple times`);
    endpoints[spec.target] = settings;
  }
  const kinds = new Set(specs.map(({ target }) => isUserDefined(target)));
  if (kinds.size > 1)
    throw new CliError(
      'conflicting options: cannot attach both user-defined and non-user-defined network-modes',
    );
  const plain = specs.length === 1 && Object.keys(endpoints[first.target] ?? {}).length === 0;
  return { mode: first.target, endpoints: plain ? {} : endpoints };
}

/** What can be said in two ways: flag, its name in errors, and what the network's own value is. */
function applyFlags(spec: NetworkSpec, flags: FlagValues): void {
  const check = (isSet: boolean, flag: string, what: string): void => {
    if (isSet && flags.has(flag))
      throw new CliError(`conflicting options: cannot specify both --${flag} and per-network ${what}`);
  };
  check(spec.aliases.length > 0, 'network-alias', 'alias');
  check(spec.ipv4 !== undefined, 'ip', 'IPv4 address');
  check(spec.ipv6 !== undefined, 'ip6', 'IPv6 address');
  check(spec.macAddress !== undefined, 'mac-address', 'MAC address');
  check(spec.linkLocalIps.length > 0, 'link-local-ip', 'link-local IP addresses');
  spec.aliases.push(...flags.list('network-alias'), ...flags.list('net-alias'));
  if (isUserDefined(spec.target)) spec.links = [...flags.list('link')];
  spec.linkLocalIps.push(...flags.list('link-local-ip'));
  const [ipv4, ipv6, mac] = [flags.string('ip'), flags.string('ip6'), flags.string('mac-address')];
  if (ipv4) spec.ipv4 = ipv4;
  if (ipv6) spec.ipv6 = ipv6;
  if (mac) spec.macAddress = mac;
}

/** @throws CliError for what only networks of one's own have */
function endpointSettings(spec: NetworkSpec): EndpointSettings {
  const { target, aliases, driverOpts, ipv4, ipv6, linkLocalIps, links = [], macAddress, gwPriority } = spec;
  if (target.trim() === '') throw new CliError('no name set for network');
  if (!isUserDefined(target) && aliases.length > 0)
    throw new CliError('network-scoped aliases are only supported for user-defined networks');
  const address = {
    ...(ipv4 ? { IPv4Address: ipv4 } : {}),
    ...(ipv6 ? { IPv6Address: ipv6 } : {}),
    ...(linkLocalIps.length ? { LinkLocalIPs: [...linkLocalIps] } : {}),
  };
  return {
    ...(Object.keys(address).length ? { IPAMConfig: address } : {}),
    ...(links.length ? { Links: [...links] } : {}),
    ...(aliases.length ? { Aliases: [...aliases] } : {}),
    ...(macAddress ? { MacAddress: macAddress } : {}),
    ...(driverOpts ? { DriverOpts: driverOpts } : {}),
    ...(gwPriority ? { GwPriority: gwPriority } : {}),
  };
}
