import { ApiError } from '../../api/api-error.ts';
import type { ImageDeleteItem } from '../../api/image-types.ts';
import {
  formatFamiliar,
  formatReference,
  formatRepository,
  parseImageReference,
  withDefaultTag,
} from '../../lib/image-reference.ts';
import { isUp } from '../containers/is-up.ts';
import { withoutUnusedLayers } from '../content/layers.ts';
import type { EngineContext } from '../engine-context.ts';
import type { ContainerRecord, EngineState, ImageRecord } from '../state.ts';
import { digestsOf, findImage, readReference, tagsOf } from './find-image.ts';
import { imageEvent } from './tag.ts';

const short = (id: string): string => id.replace(/^sha256:/, '').slice(0, 12);

/** What of an image's use is in the way of deleting it; only the soft ones can be forced. */
type Obstacle = 'children' | 'running' | 'references' | 'stopped';

const HARD: readonly Obstacle[] = ['children', 'running'];
const ALL: readonly Obstacle[] = ['children', 'running', 'references', 'stopped'];

interface Deletion {
  readonly context: EngineContext;
  readonly force: boolean;
  /** Untagged parents go too. */
  readonly prune: boolean;
  readonly items: ImageDeleteItem[];
}

/**
 * Deletes what a reference or an ID names. A reference goes first; with the last one goes the image, unless it is used.
 * @throws ApiError notFound, conflict @see moby v28 daemon/images/image_delete.go
 */
export function imageDelete(
  context: EngineContext,
  name: string,
  options: { force?: boolean; noprune?: boolean } = {},
): ImageDeleteItem[] {
  const image = findImage(context.store.state, name);
  const deletion = { context, force: options.force ?? false, prune: !options.noprune, items: [] };
  if (isIdPrefix(image.id, name)) deleteById(deletion, image);
  else deleteByName(deletion, image, name);
  return deletion.items;
}

function isIdPrefix(id: string, name: string): boolean {
  return id.startsWith(name) || id.slice('sha256:'.length).startsWith(name);
}

function deleteByName(deletion: Deletion, image: ImageRecord, name: string): void {
  const { context, force } = deletion;
  const [user] = usersOf(context.store.state, image.id);
  if (!force && user && isSingleReference(referencesOf(context.store.state, image.id))) {
    throw new ApiError(
      'conflict',
      `conflict: unable to remove repository reference "${name}" (must force) - container ${short(user.id)} is using its referenced image ${short(image.id)}`,
    );
  }
  const reference = withDefaultTag(readReference(name));
  const repository = formatRepository(reference);
  const full = reference.digest ? `${repository}@${reference.digest}` : formatReference(reference);
  untag(deletion, image, full, 'announced');
  const inRepository = referencesOf(context.store.state, image.id).filter(
    (other) => repositoryOf(other) === repository,
  );
  if (!reference.digest && inRepository.every(isCanonical))
    for (const digest of inRepository) untag(deletion, image, digest, 'silent');
  if (referencesOf(context.store.state, image.id).length === 0) deleteImage(deletion, image, 'quiet');
}

function deleteById(deletion: Deletion, image: ImageRecord): void {
  const { context, force } = deletion;
  const references = referencesOf(context.store.state, image.id);
  if (isSingleReference(references)) {
    const conflict = conflictOf(context.store.state, image, force ? HARD : [...HARD, 'stopped']);
    if (conflict) throw conflict.error;
    for (const reference of references) untag(deletion, image, reference, 'announced');
  }
  deleteImage(deletion, image, 'loud');
}

/** Forgets an image and the layers nobody else needs. Quietly, most conflicts only keep it. @throws ApiError conflict */
function deleteImage(deletion: Deletion, image: ImageRecord, mode: 'quiet' | 'loud'): void {
  const { context, force, prune, items } = deletion;
  const conflict = conflictOf(context.store.state, image, force ? HARD : ALL);
  if (conflict) {
    if (mode === 'quiet' && (conflict.used || !isDangling(context.store.state, image.id))) return;
    throw conflict.error;
  }
  for (const reference of referencesOf(context.store.state, image.id))
    untag(deletion, image, reference, 'announced');
  items.push({ Deleted: image.id }, ...forget(context, image));
  const parent = image.parent ? context.store.state.images.get(image.parent) : undefined;
  if (prune && parent) deleteImage({ ...deletion, force: false }, parent, 'quiet');
}

function forget(context: EngineContext, image: ImageRecord): ImageDeleteItem[] {
  let removed: ReturnType<typeof withoutUnusedLayers>['removed'] = [];
  context.store.commit(
    (state) => {
      const cleaned = withoutUnusedLayers({ ...state, images: state.images.delete(image.id) });
      removed = cleaned.removed;
      return cleaned.state;
    },
    [imageEvent(image.id, 'delete', image.id)],
  );
  for (const layer of removed) context.layerTrees.delete(layer.chainId);
  return removed.map(({ chainId }) => ({ Deleted: chainId }));
}

function untag(
  { context, items }: Deletion,
  image: ImageRecord,
  reference: string,
  mode: 'announced' | 'silent',
): void {
  items.push({ Untagged: formatFamiliar(parseImageReference(reference)) });
  context.store.commit(
    (state) => ({
      ...state,
      tags: state.tags.delete(reference),
      digests: state.digests.delete(reference),
    }),
    mode === 'announced' ? [imageEvent(image.id, 'untag', image.id)] : [],
  );
}

function conflictOf(
  state: EngineState,
  image: ImageRecord,
  obstacles: readonly Obstacle[],
): { readonly error: ApiError; readonly used: boolean } | undefined {
  const obstacle = obstacles.find((candidate) => isInTheWay(state, image, candidate));
  if (!obstacle) return undefined;
  const [user] = usersOf(state, image.id).filter((container) => isUp(container) === (obstacle === 'running'));
  const reasons: Readonly<Record<Obstacle, string>> = {
    children: 'image has dependent child images',
    running: `image is being used by running container ${short(user?.id ?? '')}`,
    references: 'image is referenced in multiple repositories',
    stopped: `image is being used by stopped container ${short(user?.id ?? '')}`,
  };
  const force = HARD.includes(obstacle) ? 'cannot be forced' : 'must be forced';
  const text = `conflict: unable to delete ${short(image.id)} (${force}) - ${reasons[obstacle]}`;
  return { error: new ApiError('conflict', text), used: obstacle === 'running' || obstacle === 'stopped' };
}

function isInTheWay(state: EngineState, { id }: ImageRecord, obstacle: Obstacle): boolean {
  switch (obstacle) {
    case 'children':
      return hasChildren(state, id);
    case 'running':
      return usersOf(state, id).some(isUp);
    case 'references':
      return referencesOf(state, id).length > 0;
    case 'stopped':
      return usersOf(state, id).some((container) => !isUp(container));
  }
}

/** Tags and digests in the order of their letters. */
export function referencesOf(state: EngineState, id: string): string[] {
  return [...tagsOf(state, id), ...digestsOf(state, id)].sort();
}

/** True where all are of one repository and at most one is a tag; false where there are none. */
function isSingleReference(references: readonly string[]): boolean {
  const repositories = new Set(references.map(repositoryOf));
  return repositories.size === 1 && references.filter((reference) => !isCanonical(reference)).length <= 1;
}

/** A reference by digest. */
export function isCanonical(reference: string): boolean {
  return reference.includes('@');
}

function repositoryOf(reference: string): string {
  return formatRepository(parseImageReference(reference));
}

function isDangling(state: EngineState, id: string): boolean {
  return referencesOf(state, id).length === 0 && !hasChildren(state, id);
}

/** Images that were made from it here, step by step. */
export function hasChildren(state: EngineState, id: string): boolean {
  return [...state.images].some(([, other]) => other.parent === id);
}

function usersOf(state: EngineState, id: string): ContainerRecord[] {
  return [...state.containers]
    .map(([, container]) => container)
    .filter((container) => container.imageId === id);
}
