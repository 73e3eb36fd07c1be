import { ApiError } from '../../api/api-error.ts';
import type { Filters } from '../../api/engine-api.ts';
import type { NetworkInspect } from '../../api/network-types.ts';
import type { EngineContext } from '../engine-context.ts';
import { checkFilters, matchesLabels, parseBoolFilter } from '../filters.ts';
import type { NetworkRecord } from '../state.ts';
import { isPredefined } from './defaults.ts';
import { toInspect } from './inspect.ts';
import { usersOf } from './users.ts';

export function networkList(context: EngineContext, filters: Filters = {}): NetworkInspect[] {
  checkFilters(filters, ['dangling', 'driver', 'id', 'label', 'name', 'scope', 'type']);
  parseBoolFilter(filters, 'dangling');
  for (const type of filters['type'] ?? []) {
    if (type !== 'builtin' && type !== 'custom')
      throw new ApiError('invalidParameter', `invalid filter: 'type'='${type}'`);
  }
  return [...context.store.state.networks]
    .map(([, network]) => network)
    .filter((network) =>
      Object.entries(filters).every(([key, values]) => matches(context, network, key, values)),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((network) => toInspect(context, network));
}

function matches(
  context: EngineContext,
  network: NetworkRecord,
  key: string,
  values: readonly string[],
): boolean {
  switch (key) {
    case 'name':
      return values.some((value) => network.name.includes(value));
    case 'id':
      return values.some((value) => network.id.startsWith(value));
    case 'driver':
      return values.includes(network.driver);
    case 'scope':
      return values.includes(network.scope);
    case 'type':
      return values.includes(isPredefined(network.name) ? 'builtin' : 'custom');
    case 'label':
      return matchesLabels(network.labels, values);
    default:
      return (
        ['true', '1'].includes(values[0] ?? '') ===
        (!isPredefined(network.name) && usersOf(context.store.state, network).length === 0)
      );
  }
}
