import type { BuildError } from '../../api/build-error.ts';
import { parseImageReference } from '../../lib/image-reference.ts';
import { keepTree } from '../content/layers.ts';
import { withTag } from '../images/tag.ts';
import type { EngineState, ImageRecord } from '../state.ts';
import type { Build } from './build-state.ts';

/** One commit: layers, cache, image, names, and the build in the history. */
export function keepImage(build: Build, image: ImageRecord): void {
  const { context, options, recorder } = build;
  keepTrees(build);
  context.store.commit(
    (state) => {
      const made = withSteps(build, state);
      let next: EngineState = {
        ...made,
        images: state.images.has(image.id) ? state.images : state.images.set(image.id, image),
      };
      for (const tag of options.tags) next = withTag(next, parseImageReference(tag), image.id);
      return recorder?.remember(next, { status: 'done', error: '', imageId: image.id }) ?? next;
    },
    options.tags.map((tag) => ({
      Type: 'image' as const,
      Action: 'tag',
      Actor: { ID: image.id, Attributes: { name: tag } },
    })),
  );
}

/** Of a build that failed, the cache keeps the steps that did not. @see buildkit v0.22 solver/jobs.go sharedOp */
export function keepSteps(build: Build, { message }: BuildError): void {
  keepTrees(build);
  build.context.store.commit((state) => {
    const next = withSteps(build, state);
    return build.recorder?.remember(next, { status: 'failed', error: message, imageId: '' }) ?? next;
  });
}

function keepTrees({ context, layers }: Build): void {
  for (const { record, tree } of layers.values()) keepTree(context, record, tree);
}

function withSteps({ layers, cache }: Build, state: EngineState): EngineState {
  return {
    ...state,
    layers: [...layers.values()].reduce(
      (map, { record }) => (map.has(record.chainId) ? map : map.set(record.chainId, record)),
      state.layers,
    ),
    buildCache: [...cache.values()].reduce((map, entry) => map.set(entry.key, entry), state.buildCache),
  };
}
