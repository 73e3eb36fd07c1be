import { ApiError } from '../../api/api-error.ts';
import type { Filters } from '../../api/engine-api.ts';
import type { ImageDeleteItem } from '../../api/image-types.ts';
import {
  formatFamiliar,
  formatReference,
  formatRepository,
  parseImageReference,
  withDefaultTag,
} from '../../lib/image-reference.ts';
import { withoutUnusedLayers } from '../content/layers.ts';
import { matchesLabels } from '../filters.ts';
import type { EngineContext, NewEvent } from '../engine-context.ts';
import type { ContainerRecord, EngineState, ImageRecord } from '../state.ts';
import { digestsOf, findImage, readReference, tagsOf } from './find-image.ts';
import { familiarTags } from './list.ts';
import { imageEvent } from './tag.ts';

const short = (id: string): string => id.replace(/^sha256:/, '').slice(0, 12);

function familiar(reference: string): string {
  return formatFamiliar(parseImageReference(reference));
}

function usersOf(state: EngineState, id: string): ContainerRecord[] {
  return [...state.containers]
    .map(([, container]) => container)
    .filter((container) => container.imageId === id);
}

function isUp({ status }: ContainerRecord): boolean {
  return status === 'running' || status === 'paused' || status === 'restarting';
}

/** Images that were made from it here, step by step. */
function hasChildren(state: EngineState, id: string): boolean {
  return [...state.images].some(([, other]) => other.parent === id);
}

function isIdReference(state: EngineState, name: string, image: ImageRecord): boolean {
  const id = name.replace(/^sha256:/, '');
  if (!/^[0-9a-f]+$/.test(id) || !image.id.startsWith(`sha256:${id}`)) return false;
  return !tagsOf(state, image.id).includes(
    formatReference(withDefaultTag(readReference(id.length === 64 ? 'x' : id))),
  );
}

/** @see moby v28 daemon/images/image_delete.go. @throws ApiError notFound, conflict */
export function imageDelete(
  context: EngineContext,
  name: string,
  options: { force?: boolean; noprune?: boolean } = {},
): ImageDeleteItem[] {
  const { state } = context.store;
  const image = findImage(state, name);
  const force = options.force ?? false;
  if (isIdReference(state, name, image)) return deleteById(context, image, force);
  const reference = withDefaultTag(readReference(name));
  const full = reference.digest
    ? `${formatRepository(reference)}@${reference.digest}`
    : formatReference(reference);
  const tags = tagsOf(state, image.id);
  const lastName = reference.digest ? false : tags.length === 1;
  const users = usersOf(state, image.id);
  const [user] = users;
  if (lastName && user && !force) {
    throw new ApiError(
      'conflict',
      `conflict: unable to remove repository reference "${name}" (must force) - container ${short(user.id)} is using its referenced image ${short(image.id)}`,
    );
  }
  const items: ImageDeleteItem[] = [{ Untagged: familiar(full) }];
  const gone = [full];
  if (lastName)
    for (const digest of digestsOf(state, image.id)) {
      gone.push(digest);
      items.push({ Untagged: familiar(digest) });
    }
  untag(context, image, gone);
  const remaining =
    tagsOf(context.store.state, image.id).length > 0 ||
    (!lastName &&
      digestsOf(context.store.state, image.id).length > 0 &&
      reference.digest === undefined &&
      tags.length > 1);
  const keeps = users.some(isUp) || hasChildren(context.store.state, image.id);
  return remaining || keeps ? items : [...items, ...deleteImage(context, image)];
}

function untag(context: EngineContext, image: ImageRecord, references: readonly string[]): void {
  const events: NewEvent[] = references.map((reference) =>
    imageEvent(image.id, 'untag', familiar(reference)),
  );
  context.store.commit(
    (state) => ({
      ...state,
      tags: references.reduce((tags, reference) => tags.delete(reference), state.tags),
      digests: references.reduce((digests, reference) => digests.delete(reference), state.digests),
    }),
    events,
  );
}

function deleteById(context: EngineContext, image: ImageRecord, force: boolean): ImageDeleteItem[] {
  const { state } = context.store;
  const tags = tagsOf(state, image.id);
  const running = usersOf(state, image.id).find(isUp);
  if (running) {
    throw new ApiError(
      'conflict',
      `conflict: unable to delete ${short(image.id)} (cannot be forced) - image is being used by running container ${short(running.id)}`,
    );
  }
  const repositories = new Set(tags.map((tag) => formatRepository(parseImageReference(tag))));
  if (!force && repositories.size > 1) {
    throw new ApiError(
      'conflict',
      `conflict: unable to delete ${short(image.id)} (must be forced) - image is referenced in multiple repositories`,
    );
  }
  const [stopped] = usersOf(state, image.id);
  if (stopped && !force) {
    throw new ApiError(
      'conflict',
      `conflict: unable to delete ${short(image.id)} (must be forced) - image is being used by stopped container ${short(stopped.id)}`,
    );
  }
  if (hasChildren(state, image.id)) {
    throw new ApiError(
      'conflict',
      `conflict: unable to delete ${short(image.id)} (cannot be forced) - image has dependent child images`,
    );
  }
  const references = [...tags, ...digestsOf(state, image.id)];
  const untagged = references.map((reference) => ({ Untagged: familiar(reference) }));
  untag(context, image, references);
  return [...untagged, ...deleteImage(context, image)];
}

/** Forgets an image and the layers nobody else needs; untagged parents go with it. */
function deleteImage(context: EngineContext, image: ImageRecord): ImageDeleteItem[] {
  const items: ImageDeleteItem[] = [{ Deleted: image.id }];
  let removed: ReturnType<typeof withoutUnusedLayers>['removed'] = [];
  context.store.commit(
    (state) => {
      const without = { ...state, images: state.images.delete(image.id) };
      const cleaned = withoutUnusedLayers(without);
      removed = cleaned.removed;
      return cleaned.state;
    },
    [imageEvent(image.id, 'delete', image.id)],
  );
  for (const layer of removed) {
    context.layerTrees.delete(layer.chainId);
    items.push({ Deleted: layer.chainId });
  }
  const parent = image.parent ? context.store.state.images.get(image.parent) : undefined;
  const orphan =
    parent &&
    tagsOf(context.store.state, parent.id).length === 0 &&
    usersOf(context.store.state, parent.id).length === 0;
  if (parent && orphan && !hasChildren(context.store.state, parent.id))
    items.push(...deleteImage(context, parent));
  return items;
}

/** Dangling images; with `dangling=false` all that no container uses. */
export function imagePrune(
  context: EngineContext,
  filters: Filters = {},
): { ImagesDeleted: ImageDeleteItem[] | null; SpaceReclaimed: number } {
  const all = ['false', '0'].includes(filters['dangling']?.[0] ?? '');
  const { state } = context.store;
  const bytes = (current: EngineState): number =>
    [...current.layers].reduce((sum, [, layer]) => sum + layer.sizeBytes, 0);
  const before = bytes(state);
  const items: ImageDeleteItem[] = [];
  for (const image of childrenFirst(state)) {
    const { id } = image;
    const unused =
      usersOf(state, id).length === 0 && matchesLabels(image.config.Labels ?? {}, filters['label'] ?? []);
    if (!unused || (!all && familiarTags(state, id).length > 0) || !context.store.state.images.has(id))
      continue;
    if (hasChildren(context.store.state, id)) continue;
    const references = [...tagsOf(state, id), ...digestsOf(state, id)];
    items.push(...references.map((reference) => ({ Untagged: familiar(reference) })));
    untag(context, image, references);
    items.push(...deleteImage(context, image));
  }
  return { ImagesDeleted: items.length ? items : null, SpaceReclaimed: before - bytes(context.store.state) };
}

/** Images before those that they were made from. */
function childrenFirst(state: EngineState): ImageRecord[] {
  const depth = (image: ImageRecord | undefined): number =>
    image?.parent ? 1 + depth(state.images.get(image.parent)) : 0;
  return [...state.images].map(([, image]) => image).sort((a, b) => depth(b) - depth(a));
}
