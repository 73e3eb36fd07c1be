import { differenceText } from '../../state/travel-words.ts';
import type { PointRecord } from '../../world/mirror.ts';
import type { Explanation } from '../../world/explain/explained.ts';

/** Changes that are told; the rest is counted. */
const TOLD = 5;

/** What a command changed, as its point in the timeline has it; undefined where there is none (yet). */
export function changesText(
  { terminal, line, status }: Pick<Explanation, 'terminal' | 'line' | 'status'>,
  points: Iterable<PointRecord>,
): string | undefined {
  if (status === undefined) return 'It is still running.';
  let point: PointRecord | undefined;
  for (const each of points)
    if (each.terminal === terminal && each.cause === 'command' && each.id > (point?.id ?? -1)) point = each;
  if (!point || point.label !== line) return undefined;
  const { changes, changeCount, place } = point;
  const undone = place === 'ahead' || place === 'aside' ? 'It was undone. ' : '';
  if (changeCount === 0) return 'It changed nothing.';
  const told = changes.slice(0, TOLD).map(differenceText);
  const more = changeCount - told.length;
  return `${undone}Changed: ${told.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`;
}
