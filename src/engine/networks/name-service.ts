import type { EngineContext } from '../engine-context.ts';
import { isPredefined } from './defaults.ts';

/** The embedded name server: names, aliases and short IDs of running containers on the asker's user-defined networks. */
export function namesInNetworks(
  context: EngineContext,
  containerId: string,
  name: string,
): string[] | undefined {
  const { state } = context.store;
  const asker = state.containers.get(containerId);
  if (!asker) return undefined;
  const addresses: string[] = [];
  for (const [networkName, own] of asker.endpoints) {
    if (isPredefined(networkName)) continue;
    const wanted =
      own.settings.Links?.map((link) => link.split(':')).find(([, alias]) => alias === name)?.[0] ?? name;
    for (const [, other] of state.containers) {
      const endpoint = other.endpoints.get(networkName);
      if (!endpoint?.address || !endpoint.endpointId) continue;
      if (endpoint.aliases.includes(wanted) || `${other.name}.${networkName}` === wanted)
        addresses.push(endpoint.address);
    }
  }
  return addresses.length ? shuffled(context, addresses) : undefined;
}

/** Several answers come in changing order: how a shared alias spreads requests. @see moby v28 libnetwork/resolver.go shuffleAddr */
function shuffled({ kernel }: EngineContext, addresses: readonly string[]): string[] {
  const rest = [...addresses];
  return addresses.map(() => rest.splice(kernel.random.below(rest.length), 1)[0] ?? '');
}
