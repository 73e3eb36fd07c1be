import { ApiError } from '../../api/api-error.ts';
import type { FileSource } from '../../api/file-source.ts';
import { applyLayer } from '../content/apply-layer.ts';
import { createImage } from '../content/image-config.ts';
import { describeLayer, keepTree, treeOf } from '../content/layers.ts';
import type { EngineContext } from '../engine-context.ts';
import { formatTime } from '../time-format.ts';
import { applyChanges } from './apply-changes.ts';
import { readReference } from './find-image.ts';
import { imageEvent, withImage } from './tag.ts';

/** A file system handed over as an image of one layer. @throws ApiError for a URL: nothing outside of the machine can be reached @see moby v28 daemon/images/image_import.go */
export function imageImport(
  context: EngineContext,
  source: FileSource | string,
  options: { repo?: string; tag?: string; changes?: string[]; message?: string },
): { Id: string } {
  const { kernel, store } = context;
  if (typeof source === 'string') throw notReachable(source);
  const name = options.repo
    ? readReference(options.tag ? `${options.repo}:${options.tag}` : options.repo)
    : undefined;
  const tree = applyLayer(kernel, undefined, source);
  const layer = describeLayer('', treeOf(context, ''), tree);
  const created = formatTime(kernel.clock.now());
  const comment = options.message ?? '';
  const image = createImage({
    architecture: 'amd64',
    os: 'linux',
    created,
    author: '',
    config: applyChanges({ Env: null, Cmd: null, Entrypoint: null } as never, options.changes ?? []),
    history: [{ created, createdBy: '', comment, emptyLayer: false }],
    diffIds: [layer.diffId],
    topChainId: layer.chainId,
    sizeBytes: layer.sizeBytes,
    lastTaggedMs: name ? kernel.clock.now() : 0,
    parent: '',
    comment,
  });
  keepTree(context, layer, tree);
  store.commit(
    (state) => withImage(state, { image, layer, name }),
    [imageEvent(image.id, 'import', image.id)],
  );
  return { Id: image.id };
}

/** As on a machine without network. */
function notReachable(url: string): ApiError {
  const host = /^\w+:\/\/([^/:]+)/.exec(url)?.[1] ?? url;
  return new ApiError('system', `Get "${url}": dial tcp: lookup ${host}: no such host`);
}
