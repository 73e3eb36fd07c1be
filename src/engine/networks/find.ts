import { ApiError } from '../../api/api-error.ts';
import type { EngineState, NetworkRecord } from '../state.ts';

/** By name, ID, or ID prefix. @throws ApiError notFound */
export function findNetwork(state: EngineState, reference: string): NetworkRecord {
  const all = [...state.networks].map(([, network]) => network);
  const named = all.filter((network) => network.name === reference);
  const found = named.find(({ forgotten }) => !forgotten) ?? named[0] ?? state.networks.get(reference);
  if (found) return found;
  const matching = reference === '' ? [] : all.filter((network) => network.id.startsWith(reference));
  if (matching.length > 1)
    throw new ApiError(
      'invalidParameter',
      `network ${reference} is ambiguous (${matching.length} matches found on ID prefix)`,
    );
  const [only] = matching;
  if (!only) throw new ApiError('notFound', `network ${reference} not found`);
  return only;
}

const ingressNetworks = new WeakMap<EngineState['networks'], NetworkRecord | 'none'>();

/** The network of the routing mesh. It is asked for at each connection, so the answer is kept with the table. */
export function findIngressNetwork(networks: EngineState['networks']): NetworkRecord | undefined {
  const known =
    ingressNetworks.get(networks) ?? [...networks].find(([, { ingress }]) => ingress)?.[1] ?? 'none';
  ingressNetworks.set(networks, known);
  return known === 'none' ? undefined : known;
}
