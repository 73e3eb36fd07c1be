import type { EndpointSettings, HostConfig } from '../../api/container-types.ts';
import type { EngineContext } from '../engine-context.ts';
import type { EndpointRecord } from '../state.ts';
import { findNetwork } from './find.ts';
import { checkEndpoint } from './validate.ts';

export function emptyEndpoint(networkId: string, settings: EndpointSettings): EndpointRecord {
  return {
    networkId,
    endpointId: '',
    address: '',
    prefix: 0,
    gateway: '',
    mac: '',
    aliases: settings.Aliases ?? [],
    settings,
  };
}

/** The networks a new container will join. An unknown one is refused at start, as the real daemon does. */
export function plannedEndpoints(
  context: EngineContext,
  host: HostConfig,
  wanted: Readonly<Record<string, EndpointSettings>>,
): Map<string, EndpointRecord> {
  const mode = host.NetworkMode || 'default';
  if (mode.startsWith('container:')) return new Map();
  const endpoints = new Map<string, EndpointRecord>();
  const add = (name: string, settings: EndpointSettings): void => {
    const network = lookUp(context, name === 'default' ? 'bridge' : name);
    if (network) checkEndpoint(network, settings, `invalid config for network ${network.name}: `);
    endpoints.set(network?.name ?? name, emptyEndpoint(network?.id ?? '', settings));
  };
  if (!(mode in wanted)) add(mode, {});
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
