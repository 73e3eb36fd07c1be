import {
  formatFamiliar,
  formatReference,
  withDefaultTag,
  type ImageReference,
} from '../../lib/image-reference.ts';
import { ApiError } from '../../api/api-error.ts';
import type { EngineContext, NewEvent } from '../engine-context.ts';
import type { EngineState, ImageRecord, LayerRecord } from '../state.ts';
import { findImage, readReference } from './find-image.ts';

export function imageEvent(id: string, action: string, name: string): NewEvent {
  return { Type: 'image', Action: action, Actor: { ID: id, Attributes: { name } } };
}

/** Moves a name to an image. */
export function withTag(state: EngineState, reference: ImageReference, id: string): EngineState {
  return { ...state, tags: state.tags.set(formatReference(withDefaultTag(reference)), id) };
}

/** With an image that a layer of its own completes, and its name. */
export function withImage(
  state: EngineState,
  { image, layer, name }: { image: ImageRecord; layer: LayerRecord; name: ImageReference | undefined },
): EngineState {
  const images = state.images.set(image.id, image);
  const next = { ...state, images, layers: state.layers.set(layer.chainId, layer) };
  return name ? withTag(next, name, image.id) : next;
}

export function imageTag(
  context: EngineContext,
  name: string,
  options: { repo: string; tag?: string },
): void {
  const image = findImage(context.store.state, name);
  const reference = readReference(options.tag ? `${options.repo}:${options.tag}` : options.repo);
  if (reference.digest)
    throw new ApiError('invalidParameter', 'refusing to create a tag with a digest reference');
  context.store.commit(
    (state) => withTag(state, reference, image.id),
    [imageEvent(image.id, 'tag', formatFamiliar(withDefaultTag(reference)))],
  );
}
