import { ApiError } from '../../api/api-error.ts';
import type { Filters } from '../../api/engine-api.ts';
import type { ImageDeleteItem } from '../../api/image-types.ts';
import type { EngineContext } from '../engine-context.ts';
import { checkFilters, matchesLabelFilters, parseBoolFilter, parseUntilFilter } from '../filters.ts';
import { pruneEvent } from '../prune-event.ts';
import type { EngineState, ImageRecord } from '../state.ts';
import { hasChildren, imageDelete, isCanonical, referencesOf } from './delete.ts';
import { createdMs } from './list.ts';

/**
 * Deletes dangling images; with `dangling=false` all that no container uses.
 * @throws ApiError invalidParameter @see moby v28 daemon/images/image_prune.go
 */
export function imagePrune(
  context: EngineContext,
  filters: Filters = {},
): { ImagesDeleted: ImageDeleteItem[] | null; SpaceReclaimed: number } {
  checkFilters(filters, ['dangling', 'label', 'label!', 'until']);
  const all = parseBoolFilter(filters, 'dangling') === false;
  const until = parseUntilFilter(filters, context.kernel.clock.now());
  const { state } = context.store;
  const wanted = childrenFirst(state).filter(
    (image) =>
      !isIntermediate(state, image) &&
      createdMs(image) <= until &&
      matchesLabelFilters(filters, image.config.Labels ?? null),
  );
  const items = wanted.flatMap((image) => namesToDelete(state, image, all)).flatMap(tryToDelete(context));
  const SpaceReclaimed = bytesOf(state) - bytesOf(context.store.state);
  context.store.commit((current) => current, [pruneEvent('image', SpaceReclaimed)]);
  return { ImagesDeleted: items.length ? items : null, SpaceReclaimed };
}

/** What is in use stays, and nobody is told. */
function tryToDelete(context: EngineContext): (name: string) => ImageDeleteItem[] {
  return (name) => {
    try {
      return imageDelete(context, name);
    } catch (error) {
      if (error instanceof ApiError && (error.kind === 'conflict' || error.kind === 'notFound')) return [];
      throw error;
    }
  };
}

/** Its references, or its ID where it has none; nothing of one with a tag, unless all are wanted. */
function namesToDelete(state: EngineState, image: ImageRecord, all: boolean): string[] {
  const references = referencesOf(state, image.id);
  if (references.length === 0) return [image.id];
  return all || references.every(isCanonical) ? references : [];
}

function isIntermediate(state: EngineState, { id }: ImageRecord): boolean {
  return referencesOf(state, id).length === 0 && hasChildren(state, id);
}

function bytesOf(state: EngineState): number {
  return [...state.layers].reduce((sum, [, layer]) => sum + layer.sizeBytes, 0);
}

/** Images before those that they were made from, then the oldest first: moby leaves the order open. */
function childrenFirst(state: EngineState): ImageRecord[] {
  const depth = (image: ImageRecord | undefined): number =>
    image?.parent ? 1 + depth(state.images.get(image.parent)) : 0;
  return [...state.images]
    .map(([, image]) => image)
    .sort((a, b) => depth(b) - depth(a) || createdMs(a) - createdMs(b));
}
