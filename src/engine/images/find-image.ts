import { ApiError } from '../../api/api-error.ts';
import {
  formatReference,
  formatRepository,
  parseImageReference,
  withDefaultTag,
  type ImageReference,
} from '../../lib/image-reference.ts';
import type { EngineState, ImageRecord } from '../state.ts';

/** By ID, ID prefix, name or digest. @throws ApiError notFound, invalidParameter. @see moby v28 daemon/images/image.go */
export function findImage(state: EngineState, nameOrId: string): ImageRecord {
  const found = lookUpImage(state, nameOrId);
  if (found) return found;
  throw new ApiError('notFound', `No such image: ${withTag(nameOrId)}`);
}

function withTag(name: string): string {
  if (/^(sha256:)?[0-9a-f]{12,64}$/.test(name) || name.includes('@')) return name;
  return name.lastIndexOf(':') > name.lastIndexOf('/') ? name : `${name}:latest`;
}

/** The same without the error. @throws ApiError invalidParameter for a text that is no reference */
export function lookUpImage(state: EngineState, nameOrId: string): ImageRecord | undefined {
  const byId = state.images.get(nameOrId) ?? state.images.get(`sha256:${nameOrId}`);
  if (byId) return byId;
  const id = nameOrId.replace(/^sha256:/, '');
  const byName = lookUpByName(state, nameOrId);
  if (byName) return byName;
  if (!/^[0-9a-f]+$/.test(id)) return undefined;
  const matching = [...state.images].filter(([key]) => key.startsWith(`sha256:${id}`));
  return matching.length === 1 ? matching[0]?.[1] : undefined;
}

function lookUpByName(state: EngineState, name: string): ImageRecord | undefined {
  if (/^sha256:[0-9a-f]{64}$/.test(name) || /^[0-9a-f]{64}$/.test(name)) return undefined;
  const reference = readReference(name);
  const id = reference.digest
    ? state.digests.get(`${formatRepository(reference)}@${reference.digest}`)
    : state.tags.get(formatReference(withDefaultTag(reference)));
  return id === undefined ? undefined : state.images.get(id);
}

/** The last one that was read: a thousand containers of one image ask for one name. */
let last: { readonly text: string; readonly reference: ImageReference } | undefined;

/** A name as typed → its full reference. @throws ApiError invalidParameter */
export function readReference(text: string): ImageReference {
  if (last?.text === text) return last.reference;
  try {
    const reference = parseImageReference(text);
    last = { text, reference };
    return reference;
  } catch (error) {
    throw new ApiError(
      'invalidParameter',
      (error as Error).message.startsWith('invalid reference format')
        ? (error as Error).message
        : `invalid reference format: ${(error as Error).message}`,
    );
  }
}

/** Full references that name this image. */
export function tagsOf(state: EngineState, id: string): string[] {
  return [...state.tags]
    .filter(([, imageId]) => imageId === id)
    .map(([reference]) => reference)
    .sort();
}

export function digestsOf(state: EngineState, id: string): string[] {
  return [...state.digests]
    .filter(([, imageId]) => imageId === id)
    .map(([reference]) => reference)
    .sort();
}
