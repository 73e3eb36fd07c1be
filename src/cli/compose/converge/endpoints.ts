import type { EndpointSettings, HostConfig } from '../../../api/container-types.ts';
import { containerName } from '../names.ts';
import type { Project, Service } from '../project.ts';

/** How a container is on the network: its mode and, in networks of the project, its endpoints. */
export interface Endpoints {
  readonly NetworkMode: string;
  readonly EndpointsConfig: Record<string, EndpointSettings>;
}

/** Keys of a service's networks, the one with the highest priority first. @see compose-spec/compose-go v2.6.3 types/types.go NetworksByPriority */
export function networksByPriority({ networks = {} }: Service): string[] {
  const priority = (key: string): number => networks[key]?.priority ?? 0;
  return Object.keys(networks).sort((a, b) => priority(b) - priority(a) || (a < b ? -1 : 1));
}

/** @see docker/compose v2.36.2 pkg/compose/create.go defaultNetworkSettings, createEndpointSettings */
export function endpoints(
  project: Project,
  name: string,
  service: Service,
  { number, links, useAliases }: { number: number; links: readonly string[]; useAliases: boolean },
): Endpoints {
  const keys = networksByPriority(service);
  const networkName = (key: string): string => project.networks?.[key]?.name ?? key;
  const [primary] = keys;
  if (service.network_mode || primary === undefined)
    return { NetworkMode: service.network_mode || 'none', EndpointsConfig: {} };
  const own = containerName(project.name, name, service, number);
  const entries = keys.map((key): [string, EndpointSettings] => {
    const aliases = useAliases ? [own, name, ...(service.networks?.[key]?.aliases ?? [])] : [own];
    return [networkName(key), endpoint(service, key, key === primary, aliases, links)];
  });
  return { NetworkMode: networkName(primary), EndpointsConfig: Object.fromEntries(entries) };
}

function endpoint(
  service: Service,
  key: string,
  isPrimary: boolean,
  aliases: readonly string[],
  links: readonly string[],
): EndpointSettings {
  const { ipv4_address, ipv6_address, link_local_ips, mac_address, driver_opts, gw_priority } =
    service.networks?.[key] ?? {};
  const mac = mac_address ?? (isPrimary ? service.mac_address : undefined);
  const ipam = {
    ...(ipv4_address ? { IPv4Address: ipv4_address } : {}),
    ...(ipv6_address ? { IPv6Address: ipv6_address } : {}),
    ...(link_local_ips ? { LinkLocalIPs: [...link_local_ips] } : {}),
  };
  return {
    Aliases: [...new Set(aliases)],
    ...(links.length > 0 ? { Links: [...links] } : {}),
    ...(Object.keys(ipam).length > 0 ? { IPAMConfig: ipam } : {}),
    ...(mac ? { MacAddress: mac } : {}),
    ...(driver_opts ? { DriverOpts: { ...driver_opts } } : {}),
    ...(gw_priority === undefined ? {} : { GwPriority: gw_priority }),
  };
}

/** Links where there are no networks of the project: on the default bridge they are the host's. */
export function legacyLinks({ NetworkMode }: Endpoints, links: readonly string[]): HostConfig {
  return links.length > 0 && (NetworkMode === 'bridge' || NetworkMode === 'default')
    ? { Links: [...links] }
    : {};
}
