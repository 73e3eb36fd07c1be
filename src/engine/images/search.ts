import { ApiError } from '../../api/api-error.ts';
import type { Filters } from '../../api/engine-api.ts';
import type { ImageSearchItem } from '../../api/image-types.ts';
import type { EngineContext } from '../engine-context.ts';
import { checkFilters, parseBoolFilter } from '../filters.ts';

const MOST = 100;
const USUAL = 25;

/** What the Hub finds for a word. @throws ApiError @see moby v28 daemon/pkg/registry/search.go */
export async function imageSearch(
  { registry }: EngineContext,
  term: string,
  { limit = USUAL, filters = {} }: { readonly limit?: number; readonly filters?: Filters } = {},
): Promise<ImageSearchItem[]> {
  checkFilters(filters, ['is-automated', 'is-official', 'stars']);
  const official = parseBoolFilter(filters, 'is-official');
  const automated = parseBoolFilter(filters, 'is-automated');
  const stars = Math.max(0, ...(filters['stars'] ?? []).map(starsOf));
  if (limit < 1 || limit > MOST)
    throw new ApiError('invalidParameter', `limit ${limit} is outside the range of [1, ${MOST}]`);
  // Nothing is built automatically any more.
  if (automated === true) return [];
  return (await registry.search(term))
    .slice(0, limit)
    .filter((item) => (official === undefined || item.isOfficial === official) && item.starCount >= stars)
    .map(({ name, description, starCount, isOfficial }) => ({
      name,
      description,
      star_count: starCount,
      is_official: isOfficial,
    }));
}

function starsOf(text: string): number {
  if (!/^\d+$/.test(text)) throw new ApiError('invalidParameter', `invalid filter 'stars=[${text}]'`);
  return Number(text);
}
