import type { BuildMessage, BuildOptions } from '../../api/build-types.ts';
import type { EngineApi } from '../../api/engine-api.ts';
import type { FileSource } from '../../api/file-source.ts';
import type { ProgressMessage } from '../../api/image-types.ts';
import { buildPrune } from '../build/prune.ts';
import type { EngineContext } from '../engine-context.ts';
import { imageDelete } from './delete.ts';
import { imagePrune } from './prune.ts';
import { imageHistory, imageInspect, imageList } from './list.ts';
import { imageCreate } from './pull.ts';
import type { PushOptions } from './push.ts';
import { imageTag } from './tag.ts';

type ImageApi = Pick<
  EngineApi,
  | 'ImageList' | 'ImageCreate' | 'ImageImport' | 'ImageInspect' | 'ImageHistory' | 'ImagePush' | 'ImageTag' | 'ImageDelete' | 'ImageSearch' | 'ImagePrune'
  | 'ImageCommit' | 'ImageGetAll' | 'ImageLoad' | 'ImageBuild' | 'BuildPrune' | 'BuildHistory' | 'DistributionInspect'
  | 'RegistryManifests'
>; // prettier-ignore

/** Operations on images. What builds and transfers is loaded when it is first asked for: a first prompt needs none of it. */
export function createImageApi(context: EngineContext): ImageApi {
  return {
    ImageList: async (options) => imageList(context, options),
    ImageCreate: (options) => imageCreate(context, options),
    ImageImport: async (source, options) =>
      (await import('./import.ts')).imageImport(context, source, options),
    ImageInspect: async (name) => imageInspect(context, name),
    ImageHistory: async (name) => imageHistory(context, name),
    ImagePush: (name, options) => imagePush(context, name, options),
    ImageTag: async (name, options) => imageTag(context, name, options),
    ImageDelete: async (name, options) => imageDelete(context, name, options),
    DistributionInspect: async (name, options) =>
      (await import('./distribution-inspect.ts')).distributionInspect(context, name, options?.auth),
    RegistryManifests: async (name, options) =>
      (await import('./registry-manifests.ts')).registryManifests(context, name, options),
    ImageSearch: async (term, options) => (await import('./search.ts')).imageSearch(context, term, options),
    ImagePrune: async (filters) => imagePrune(context, filters),
    ImageCommit: async (container, options) =>
      (await import('./commit.ts')).imageCommit(context, container, options),
    ImageGetAll: async (names, options) => (await import('./save.ts')).imageGetAll(context, names, options),
    ImageLoad: (source) => imageLoad(context, source),
    ImageBuild: (options) => imageBuild(context, options),
    BuildHistory: async () =>
      (await import('../build/history/former-builds.ts')).formerBuilds(context.store.state),
    BuildPrune: async (options) => buildPrune(context, options),
  };
}

async function* imageBuild(context: EngineContext, options: BuildOptions): AsyncGenerator<BuildMessage> {
  if (options.classic) {
    const { imageBuildClassic } = await import('../build/classic/classic-build.ts');
    yield* imageBuildClassic(context, options);
  } else yield* (await import('../build/build.ts')).imageBuild(context, options);
}

async function* imageLoad(context: EngineContext, source: FileSource): AsyncGenerator<{ stream: string }> {
  yield* (await import('./load.ts')).imageLoad(context, source);
}

async function* imagePush(
  context: EngineContext,
  name: string,
  options: PushOptions,
): AsyncGenerator<ProgressMessage> {
  yield* (await import('./push.ts')).imagePush(context, name, options);
}
