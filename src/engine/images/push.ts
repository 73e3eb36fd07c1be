import { ApiError } from '../../api/api-error.ts';
import type { ProgressMessage } from '../../api/image-types.ts';
import type { PushStep, RegistryCredentials } from '../../api/registry.ts';
import {
  formatFamiliar,
  formatFamiliarName,
  formatReference,
  formatRepository,
  parseImageReference,
  type ImageReference,
} from '../../lib/image-reference.ts';
import { formatConfigFile } from '../content/image-config.ts';
import { layerTar } from '../content/layer-tar.ts';
import { chainOf, treeOf } from '../content/layers.ts';
import type { EngineContext } from '../engine-context.ts';
import { readReference } from './find-image.ts';
import { imageEvent } from './tag.ts';

export interface PushOptions {
  readonly tag?: string;
  /** Every tag of the repository. */
  readonly all?: boolean;
  readonly auth?: RegistryCredentials;
}

/** Sends one tag, or all of a repository, to its registry. @see moby v28 distribution/push.go */
export async function* imagePush(
  context: EngineContext,
  name: string,
  options: PushOptions,
): AsyncGenerator<ProgressMessage> {
  const reference = readReference(options.tag && !options.all ? `${name}:${options.tag}` : name);
  const repository = formatRepository(reference);
  const { tags } = context.store.state;
  const wanted = options.all
    ? [...tags].filter(([tag]) => tag.startsWith(`${repository}:`)).map(([tag]) => parseImageReference(tag))
    : tags.has(formatReference(reference))
      ? [reference]
      : [];
  yield { status: `The push refers to repository [${repository}]` };
  try {
    if (wanted.length === 0) throw new ApiError('notFound', nothingToPush(context, reference));
    for (const tagged of wanted) yield* pushTag(context, tagged, options.auth);
  } catch (error) {
    // Headers are sent by now: what goes wrong is told in the stream.
    if (!(error instanceof ApiError)) throw error;
    yield { error: error.message };
  }
}

function nothingToPush({ store }: EngineContext, reference: ImageReference): string {
  const repository = formatRepository(reference);
  const names = [...store.state.tags, ...store.state.digests].map(([name]) => name);
  const isKnown = names.some((name) => formatRepository(parseImageReference(name)) === repository);
  return isKnown
    ? `tag does not exist: ${formatFamiliar(reference)}`
    : `An image does not exist locally with the tag: ${formatFamiliarName(reference)}`;
}

async function* pushTag(
  context: EngineContext,
  reference: ImageReference,
  auth: RegistryCredentials | undefined,
): AsyncGenerator<ProgressMessage> {
  const { store, registry } = context;
  const image = store.state.images.get(store.state.tags.get(formatReference(reference)) ?? '');
  if (!image) return;
  const layers = chainOf(store.state, image.topChainId).map(({ diffId, parent, chainId }) => ({
    diffId,
    tar: () => layerTar(treeOf(context, parent), treeOf(context, chainId)),
  }));
  const steps = registry.push(reference, { config: formatConfigFile(image), layers }, auth);
  let next = await steps.next();
  for (; !next.done; next = await steps.next()) yield progress(next.value);
  const { digest, size } = next.value;
  store.commit(
    (state) => ({
      ...state,
      digests: state.digests.set(`${formatRepository(reference)}@${digest}`, image.id),
    }),
    [imageEvent(formatFamiliar(reference), 'push', formatFamiliarName(reference))],
  );
  yield { status: `${reference.tag ?? 'latest'}: digest: ${digest} size: ${size}` };
}

function progress({ diffId, status, progress }: PushStep): ProgressMessage {
  const id = diffId.slice('sha256:'.length, 'sha256:'.length + 12);
  return { id, status, ...(progress ? { progressDetail: progress } : {}) };
}
