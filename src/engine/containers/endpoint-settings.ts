import type { EndpointSettings, NetworkSettings, PortBinding, PortMap } from '../../api/container-types.ts';
import type { ContainerRecord, EndpointRecord } from '../state.ts';

/** Its endpoints by network. */
export function toNetworks(container: ContainerRecord): Record<string, EndpointSettings> {
  return Object.fromEntries(
    [...container.endpoints].map(([name, endpoint]) => [name, toEndpointSettings(container, name, endpoint)]),
  );
}

/** An endpoint as inspect shows it. */
function toEndpointSettings(
  container: ContainerRecord,
  network: string,
  endpoint: EndpointRecord,
): EndpointSettings {
  const { settings, chosenBySwarm, address } = endpoint;
  const chosen = chosenBySwarm && address ? { IPv4Address: address } : null;
  return {
    IPAMConfig: settings.IPAMConfig ?? chosen,
    Links: settings.Links ?? null,
    Aliases: settings.Aliases ?? null,
    MacAddress: endpoint.mac,
    DriverOpts: settings.DriverOpts ?? null,
    GwPriority: settings.GwPriority ?? 0,
    NetworkID: endpoint.networkId,
    EndpointID: endpoint.endpointId,
    Gateway: endpoint.gateway,
    IPAddress: endpoint.address,
    IPPrefixLen: endpoint.prefix,
    IPv6Gateway: '',
    GlobalIPv6Address: '',
    GlobalIPv6PrefixLen: 0,
    DNSNames: dnsNames(container, network, endpoint),
  };
}

/** On a user-defined network: its name, aliases and short ID. @see moby v28 daemon/container_operations.go buildEndpointDNSNames */
function dnsNames(container: ContainerRecord, network: string, endpoint: EndpointRecord): string[] | null {
  if (network === 'bridge' || network === 'host' || network === 'none') return null;
  return [
    ...new Set([container.name, ...endpoint.aliases, container.id.slice(0, 12), container.config.Hostname]),
  ];
}

/** `80/tcp` → bindings in use, null where a port is only exposed; empty while it does not run. */
export function toPortMap(container: ContainerRecord): PortMap {
  if (container.status !== 'running' && container.status !== 'paused') return {};
  const mode = container.hostConfig.NetworkMode ?? '';
  if (mode === 'host' || mode === 'none' || mode.startsWith('container:')) return {};
  const ports: PortMap = {};
  for (const port of [...Object.keys(container.config.ExposedPorts ?? {}), ...container.ports.keys()].sort(
    byPort,
  )) {
    ports[port] = container.ports.get(port)?.map(toBinding) ?? null;
  }
  return ports;
}

/** `80/tcp` before `443/tcp`. */
export function byPort(a: string, b: string): number {
  return parseInt(a, 10) - parseInt(b, 10) || (a < b ? -1 : a > b ? 1 : 0);
}

function toBinding({ hostIp, hostPort }: { hostIp: string; hostPort: number }): PortBinding {
  return { HostIp: hostIp, HostPort: String(hostPort) };
}

/** The deprecated fields at the top tell of the default bridge alone. */
export function toNetworkSettings(container: ContainerRecord): NetworkSettings {
  const networks = toNetworks(container);
  const bridge = networks['bridge'];
  const up = container.status === 'running' || container.status === 'paused';
  const sandbox = up ? sandboxOf(container) : '';
  return {
    Bridge: '',
    SandboxID: sandbox,
    SandboxKey: sandbox && `/var/run/docker/netns/${sandbox.slice(0, 12)}`,
    Ports: toPortMap(container),
    HairpinMode: false,
    LinkLocalIPv6Address: '',
    LinkLocalIPv6PrefixLen: 0,
    SecondaryIPAddresses: null,
    SecondaryIPv6Addresses: null,
    EndpointID: bridge?.EndpointID ?? '',
    Gateway: bridge?.Gateway ?? '',
    GlobalIPv6Address: '',
    GlobalIPv6PrefixLen: 0,
    IPAddress: bridge?.IPAddress ?? '',
    IPPrefixLen: bridge?.IPPrefixLen ?? 0,
    IPv6Gateway: '',
    MacAddress: bridge?.MacAddress ?? '',
    Networks: networks,
  };
}

/** The network namespace's ID: made of the container's and its start, as each start has a new one. */
function sandboxOf(container: ContainerRecord): string {
  const start = Math.round(container.startedMs * 1000).toString(16);
  return (start + container.id).slice(0, 64);
}
