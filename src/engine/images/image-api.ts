import { ApiError } from '../../api/api-error.ts';
import type { BuildMessage, BuildOptions } from '../../api/build-types.ts';
import type { EngineApi } from '../../api/engine-api.ts';
import type { FileSource } from '../../api/file-source.ts';
import type { ProgressMessage } from '../../api/image-types.ts';
import { formatFamiliarName, formatRepository } from '../../lib/image-reference.ts';
import { buildPrune } from '../build/prune.ts';
import type { EngineContext } from '../engine-context.ts';
import { imageDelete, imagePrune } from './delete.ts';
import { readReference, tagsOf } from './find-image.ts';
import { imageHistory, imageInspect, imageList } from './list.ts';
import { imageCreate } from './pull.ts';
import { imageTag } from './tag.ts';

type ImageApi = Pick<
  EngineApi,
  | 'ImageList' | 'ImageCreate' | 'ImageImport' | 'ImageInspect' | 'ImageHistory' | 'ImagePush' | 'ImageTag' | 'ImageDelete' | 'ImageSearch' | 'ImagePrune'
  | 'ImageCommit' | 'ImageGetAll' | 'ImageLoad' | 'ImageBuild' | 'BuildPrune'
>; // prettier-ignore

/** Operations on images. What builds and transfers is loaded when it is first asked for: a first prompt needs none of it. */
export function createImageApi(context: EngineContext): ImageApi {
  return {
    ImageList: async (options) => imageList(context, options),
    ImageCreate: (options) => imageCreate(context, options),
    ImageImport: async (source, options) =>
      (await import('./transfer.ts')).imageImport(context, source, options),
    ImageInspect: async (name) => imageInspect(context, name),
    ImageHistory: async (name) => imageHistory(context, name),
    ImagePush: (name, options) => imagePush(context, name, options),
    ImageTag: async (name, options) => imageTag(context, name, options),
    ImageDelete: async (name, options) => imageDelete(context, name, options),
    ImageSearch: async (term, options) =>
      (await context.registry.search(term)).slice(0, options?.limit ?? 25).map((item) => ({
        name: item.name,
        description: item.description,
        star_count: item.starCount,
        is_official: item.isOfficial,
      })),
    ImagePrune: async (filters) => imagePrune(context, filters),
    ImageCommit: async (container, options) =>
      (await import('./commit.ts')).imageCommit(context, container, options),
    ImageGetAll: async (names) => (await import('./transfer.ts')).imageGetAll(context, names),
    ImageLoad: (source) => imageLoad(context, source),
    ImageBuild: (options) => imageBuild(context, options),
    BuildPrune: async (options) => buildPrune(context, options),
  };
}

async function* imageBuild(context: EngineContext, options: BuildOptions): AsyncGenerator<BuildMessage> {
  if (options.classic) {
    const { imageBuildClassic } = await import('../build/classic/classic-build.ts');
    yield* imageBuildClassic(context, options);
  } else yield* (await import('../build/build.ts')).imageBuild(context, options);
}

async function* imageLoad(context: EngineContext, source: FileSource): AsyncGenerator<ProgressMessage> {
  yield* (await import('./transfer.ts')).imageLoad(context, source);
}

/** The pretend registry takes no pushes: nobody can be logged in to it. */
async function* imagePush(
  context: EngineContext,
  name: string,
  options: { tag?: string },
): ReturnType<EngineApi['ImagePush']> extends AsyncIterable<infer T> ? AsyncGenerator<T> : never {
  const reference = readReference(options.tag ? `${name}:${options.tag}` : name);
  const repository = formatRepository(reference);
  const tags = [...context.store.state.tags.entries()].filter(([tag]) => tag.startsWith(`${repository}:`));
  if (tags.length === 0 || tagsOf(context.store.state, tags[0]?.[1] ?? '').length === 0) {
    throw new ApiError(
      'notFound',
      `An image does not exist locally with the tag: ${formatFamiliarName(reference)}`,
    );
  }
  yield { status: `The push refers to repository [${repository}]` };
  await context.kernel.clock.sleep(400);
  yield {
    error:
      'push access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
  };
}
