import type { EndpointSettings, HostConfig } from '../../api/container-types.ts';
import { ApiError } from '../../api/api-error.ts';
import type { EngineContext } from '../engine-context.ts';
import type { EndpointRecord } from '../state.ts';
import { findNetwork } from './find.ts';

export function emptyEndpoint(networkId: string, settings: EndpointSettings): EndpointRecord {
  return { networkId, endpointId: '', address: '', prefix: 0, gateway: '', mac: '', aliases: settings.Aliases ?? [], settings };
}

/** The networks a new container will join. An unknown one is refused at start, as the real daemon does. */
export function plannedEndpoints(context: EngineContext, host: HostConfig, wanted: Readonly<Record<string, EndpointSettings>>): Map<string, EndpointRecord> {
  const mode = host.NetworkMode ?? 'bridge';
  if (mode.startsWith('container:')) return new Map();
  const endpoints = new Map<string, EndpointRecord>();
  const add = (name: string, settings: EndpointSettings): void => {
    const network = lookUp(context, name);
    if (network && settings.IPAMConfig?.IPv4Address && network.name === 'bridge') {
      throw new ApiError('invalidParameter', 'invalid config for network bridge: invalid endpoint settings:\nuser specified IP address is supported on user defined networks only');
    }
    endpoints.set(network?.name ?? name, emptyEndpoint(network?.id ?? '', settings));
  };
  if (!(mode in wanted)) add(mode === 'default' ? 'bridge' : mode, {});
  for (const [name, settings] of Object.entries(wanted)) add(name, settings);
  return endpoints;
}

function lookUp(context: EngineContext, name: string): ReturnType<typeof findNetwork> | undefined {
  try {
    return findNetwork(context.store.state, name);
  } catch {
    return undefined;
  }
}

/** An endpoint as inspect shows it. */
export function endpointSettings(endpoint: EndpointRecord): EndpointSettings {
  const { settings } = endpoint;
  const aliases = settings.Aliases?.length ? settings.Aliases : null;
  return {
    IPAMConfig: settings.IPAMConfig ?? null,
    Links: settings.Links ?? null,
    Aliases: aliases,
    MacAddress: endpoint.mac,
    DriverOpts: settings.DriverOpts ?? null,
    GwPriority: 0,
    NetworkID: endpoint.networkId,
    EndpointID: endpoint.endpointId,
    Gateway: endpoint.endpointId ? endpoint.gateway : '',
    IPAddress: endpoint.endpointId ? endpoint.address : '',
    IPPrefixLen: endpoint.endpointId ? endpoint.prefix : 0,
    IPv6Gateway: '',
    GlobalIPv6Address: '',
    GlobalIPv6PrefixLen: 0,
    DNSNames: endpoint.endpointId && endpoint.aliases.length ? [...endpoint.aliases] : null,
  };
}
