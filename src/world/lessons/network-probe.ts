import type { NetworkProbe } from '../../api/probe.ts';
import { lookUpName } from '../../engine/networks/name-service.ts';
import type { ContainerRecord, EngineState } from '../../engine/state.ts';
import { parseAddress } from '../../kernel/net/ipv4.ts';
import type { NetNamespace } from '../../kernel/net/net-namespace.ts';
import { addressesInHosts } from '../../kernel/net/process-network.ts';
import { hostView } from '../machine-image.ts';
import type { Machine } from '../machine.ts';

/** Looks at the machine's networks as they are. */
export function networkProbe(machine: Machine): NetworkProbe {
  return {
    resolve: (from, name) => resolve(machine, from, name),
    reaches: (from, to, port) => {
      const network = networkOf(machine, from);
      const addresses = addressesOf(machine, from, to);
      return network && addresses?.some((address) => network.reaches(address, port));
    },
  };
}

export function findByName(state: EngineState, name: string): ContainerRecord | undefined {
  for (const [, container] of state.containers) if (container.name === name) return container;
  return undefined;
}

/** Undefined unless it runs. */
function networkOf({ kernel, engine }: Machine, place: string): NetNamespace | undefined {
  if (place === 'machine') return kernel.hostNetwork;
  const container = findByName(engine.store.state, place);
  return container && engine.context.containers.get(container.id)?.runtime?.network;
}

/** As a process there would resolve it. @see process-network.ts */
function resolve(machine: Machine, from: string, name: string): readonly string[] | undefined {
  if (!networkOf(machine, from)) return undefined;
  if (parseAddress(name) !== undefined) return [name];
  const inHosts = addressesInHosts(hostsFile(machine, from), name);
  if (inHosts.length) return inHosts;
  if (name === 'localhost') return ['127.0.0.1'];
  const { context } = machine.engine;
  const asker = networkOwner(context.store.state, from);
  return asker ? lookUpName(context, asker.id, name) : [];
}

/** Whose name server a container asks: its own, or that of the one whose network it shares. */
function networkOwner(state: EngineState, name: string): ContainerRecord | undefined {
  const container = findByName(state, name);
  const [, shared] = /^container:(.+)$/.exec(container?.hostConfig.NetworkMode ?? '') ?? [];
  return shared === undefined ? container : (state.containers.get(shared) ?? findByName(state, shared));
}

function hostsFile({ kernel, engine }: Machine, place: string): string {
  const container = findByName(engine.store.state, place);
  const runtime = container && engine.context.containers.get(container.id)?.runtime;
  const view = runtime ? kernel.viewAsRoot(runtime.mounts) : hostView(kernel);
  return view.exists('/etc/hosts') ? view.readText('/etc/hosts') : '';
}

/** Every address that a running container has, or those of a name; undefined where it is nobody. */
function addressesOf(machine: Machine, from: string, to: string): readonly string[] | undefined {
  const network = networkOf(machine, to);
  if (!network) {
    const found = findByName(machine.engine.store.state, to) ? undefined : resolve(machine, from, to);
    return found?.length ? found : undefined;
  }
  if (network === networkOf(machine, from)) return ['127.0.0.1'];
  return network.interfaces.map(({ address }) => address).filter((address) => !address.startsWith('127.'));
}
