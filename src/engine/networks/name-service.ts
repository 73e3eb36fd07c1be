import type { EngineContext } from '../engine-context.ts';
import type { ContainerRecord, EngineState } from '../state.ts';
import { isPredefined } from './defaults.ts';
import type { VirtualService } from './virtual-services.ts';

/** The embedded name server's answer; several addresses come in changing order. Undefined for a name that it does not know. */
export function namesInNetworks(
  context: EngineContext,
  containerId: string,
  name: string,
): string[] | undefined {
  const addresses = lookUpName(context, containerId, name);
  return addresses.length ? shuffled(context, addresses) : undefined;
}

/**
 * What a name means to a container: names, aliases and short IDs of running containers, and services, on the asker's user-defined networks. The ingress
 * network only carries; it has no names. @see moby v28 libnetwork/network.go addSvcRecords, ResolveName
 */
export function lookUpName(context: EngineContext, containerId: string, name: string): string[] {
  const { state } = context.store;
  const asker = state.containers.get(containerId);
  if (!asker) return [];
  const addresses = new Set<string>();
  for (const [networkName, own] of asker.endpoints) {
    if (isPredefined(networkName) || state.networks.get(own.networkId)?.ingress) continue;
    const links = own.settings.Links?.map((link) => link.split(':'));
    const wanted = (links?.find(([, alias]) => alias === name)?.[0] ?? name).toLowerCase();
    for (const containers of containersOn(context, own.networkId))
      for (const address of containerNames(containers).get(networkName)?.get(wanted) ?? [])
        addresses.add(address);
    for (const service of context.virtualServices.servicesIn(own.networkId))
      for (const address of addressesOf(service, wanted)) addresses.add(address);
  }
  return [...addresses];
}

/** The containers of this machine, and of the others that an overlay reaches. */
function containersOn(context: EngineContext, networkId: string): EngineState['containers'][] {
  const { store, fabric } = context;
  if (store.state.networks.get(networkId)?.scope !== 'swarm') return [store.state.containers];
  const nodes = fabric.reachable(context).map((node) => node.store.state);
  const others = nodes.filter((state) => state !== store.state && state.networks.has(networkId));
  return [store.state.containers, ...others.map(({ containers }) => containers)];
}

/** What a service answers to a name in small letters: its virtual IP, or its tasks. @see moby v28 libnetwork/service_common.go addEndpointNameResolution */
function addressesOf(service: VirtualService, wanted: string): string[] {
  const { serviceName, aliases, mode, address, backends } = service;
  for (const name of [serviceName, ...aliases].map((each) => each.toLowerCase())) {
    if (wanted === name && mode === 'vip') return [address];
    if (wanted === name || wanted === `tasks.${name}`) return backends.map((backend) => backend.address);
  }
  return [];
}

type NameTable = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

const tables = new WeakMap<EngineState['containers'], NameTable>();

/** Network → name in small letters → addresses, of what runs; made once for a state. */
function containerNames(containers: EngineState['containers']): NameTable {
  const known = tables.get(containers);
  if (known) return known;
  const table = new Map<string, Map<string, string[]>>();
  for (const [, container] of containers) addNames(table, container);
  tables.set(containers, table);
  return table;
}

function addNames(table: Map<string, Map<string, string[]>>, container: ContainerRecord): void {
  for (const [networkName, { address, endpointId, aliases }] of container.endpoints) {
    if (!address || !endpointId) continue;
    const names = table.get(networkName) ?? new Map<string, string[]>();
    table.set(networkName, names);
    for (const alias of [...aliases, `${container.name}.${networkName}`]) {
      const name = alias.toLowerCase();
      const addresses = names.get(name) ?? [];
      names.set(name, addresses);
      addresses.push(address);
    }
  }
}

/** Several answers come in changing order: how a shared alias spreads requests. @see moby v28 libnetwork/resolver.go shuffleAddr */
function shuffled({ kernel }: EngineContext, addresses: readonly string[]): string[] {
  const rest = [...addresses];
  return addresses.map(() => rest.splice(kernel.random.below(rest.length), 1)[0] ?? '');
}
