import { ApiError } from '../../../api/api-error.ts';
import type { Filters } from '../../../api/engine-api.ts';
import type { PersistentMap } from '../../../lib/persistent-map.ts';
import { checkFilters, matchesLabels, matchesPrefix } from '../../filters.ts';
import type { ClusterObject } from '../cluster-state.ts';

/** By ID, then name, then the beginning of an ID. @throws ApiError notFound, or invalidParameter for a beginning that fits several @see moby v28 daemon/cluster/helpers.go */
export function findObject<T extends ClusterObject>(
  kind: 'node' | 'service' | 'secret' | 'config' | 'task',
  objects: PersistentMap<string, T>,
  reference: string,
  name: (object: T) => string,
): T {
  const exact = objects.get(reference);
  if (exact) return exact;
  const all = [...objects].map(([, object]) => object);
  const named = all.filter((object) => name(object) === reference);
  const found = named.length ? named : all.filter(({ id }) => reference !== '' && id.startsWith(reference));
  if (found.length > 1)
    throw new ApiError(
      'invalidParameter',
      `${kind} ${reference} is ambiguous (${found.length} matches found)`,
    );
  const [only] = found;
  if (!only) throw new ApiError('notFound', `${kind} ${reference} not found`);
  return only;
}

/** Secrets, configs and services in a list: by the beginning of ID or name, and by labels. @see moby v28 daemon/cluster/filters.go */
export function selectObjects<
  T extends ClusterObject & { readonly spec: { Name: string; Labels: Record<string, string> } },
>(objects: PersistentMap<string, T>, filters: Filters, known: readonly string[]): T[] {
  checkFilters(filters, known);
  return [...objects]
    .map(([, object]) => object)
    .filter(
      ({ id, spec }) =>
        matchesPrefix(filters, 'id', id) &&
        matchesPrefix(filters, 'name', spec.Name) &&
        (!filters['names']?.length || filters['names'].includes(spec.Name)) &&
        matchesLabels(spec.Labels, filters['label'] ?? []),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
