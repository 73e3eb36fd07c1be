import { cellOf, findContainer, containerEvent } from '../containers/find.ts';
import { createImage } from '../content/image-config.ts';
import { describeLayer, keepTree, treeOf } from '../content/layers.ts';
import type { EngineContext } from '../engine-context.ts';
import { formatTime } from '../time-format.ts';
import { applyChanges } from './apply-changes.ts';
import { readReference } from './find-image.ts';
import { withImage } from './tag.ts';

export interface CommitOptions {
  repo?: string;
  tag?: string;
  comment?: string;
  author?: string;
  changes?: string[];
}

/** Virtual time in which a container's changes become a layer. */
export const COMMIT_MS = 100;

/** A container's files and configuration as a new image. @see moby v28 daemon/commit.go */
export async function imageCommit(
  context: EngineContext,
  reference: string,
  options: CommitOptions,
): Promise<{ Id: string }> {
  const { store, kernel } = context;
  findContainer(store.state, reference);
  await kernel.clock.sleep(COMMIT_MS);
  const container = findContainer(store.state, reference);
  const base = store.state.images.get(container.imageId);
  const name = options.repo
    ? readReference(options.tag ? `${options.repo}:${options.tag}` : options.repo)
    : undefined;
  const below = container.chainId;
  const tree = cellOf(context, container.id).fs.freeze();
  const layer = describeLayer(below, treeOf(context, below), tree);
  const created = formatTime(kernel.clock.now());
  const config = applyChanges(container.config, options.changes ?? []);
  const image = createImage({
    architecture: base?.architecture ?? 'amd64',
    os: 'linux',
    created,
    author: options.author ?? '',
    config,
    history: [
      ...(base?.history ?? []),
      {
        created,
        createdBy: [container.path, ...container.args].join(' '),
        comment: options.comment ?? '',
        emptyLayer: false,
      },
    ],
    diffIds: [...(base?.diffIds ?? []), layer.diffId],
    topChainId: layer.chainId,
    sizeBytes: (base?.sizeBytes ?? 0) + layer.sizeBytes,
    lastTaggedMs: name ? kernel.clock.now() : 0,
    parent: container.imageId,
    comment: options.comment ?? '',
  });
  keepTree(context, layer, tree);
  store.commit(
    (state) => withImage(state, { image, layer, name }),
    [
      containerEvent(container, 'commit', {
        comment: options.comment ?? '',
        imageID: image.id,
        imageRef: options.repo ?? '',
      }),
    ],
  );
  return { Id: image.id };
}
