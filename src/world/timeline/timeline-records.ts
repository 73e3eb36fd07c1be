import type { PointRecord, TimelineRecord } from '../mirror.ts';
import { placesOf, stepToRedo, stepToUndo } from './steps.ts';
import type { WorldSteps } from './travel-plan.ts';

/** Changes of a point that are told one by one. */
const TOLD = 8;

/** What the page mirrors of a timeline, by the record's id. */
export type TimelineRecords = ReadonlyMap<string, KindAndValue>;

type KindAndValue =
  | { readonly kind: 'point'; readonly value: PointRecord }
  | { readonly kind: 'timeline'; readonly value: TimelineRecord };

export function recordsOf(steps: WorldSteps): TimelineRecords {
  const places = placesOf(steps);
  const records = new Map<string, KindAndValue>();
  for (const [order, step] of steps.all.entries()) {
    const { id, cause, label, terminal, atMs, name, changes } = step;
    const value: PointRecord = {
      id,
      order,
      cause,
      label,
      ...(terminal === undefined ? {} : { terminal }),
      atMs,
      ...(name === undefined ? {} : { name }),
      changes: changes.slice(0, TOLD),
      changeCount: changes.length,
      place: places.get(id) ?? 'aside',
    };
    records.set(String(id), { kind: 'point', value });
  }
  const undo = stepToUndo(steps);
  const redo = stepToRedo(steps);
  const value: TimelineRecord = {
    ...(undo ? { undo: undo.label } : {}),
    ...(redo ? { redo: redo.label } : {}),
  };
  return records.set('timeline', { kind: 'timeline', value });
}
