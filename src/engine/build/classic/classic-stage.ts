import { describeLayer, keepTree } from '../../content/layers.ts';
import { createImage } from '../../content/image-config.ts';
import type { FrozenTree } from '../../../kernel/files/mem-fs.ts';
import type { ImageRecord } from '../../state.ts';
import { COMMIT_MS } from '../../images/commit.ts';
import { formatTime } from '../../time-format.ts';
import type { Build, StageState } from '../build-state.ts';
import type { CopyItem } from '../plan-copy.ts';
import type { StageScope } from '../variables.ts';

/** A stage of the classic builder: every step is an image, and the next step begins from it. */
export interface ClassicStage {
  readonly state: StageState;
  readonly scope: StageScope;
  /** Values of ARGs before the first FROM. */
  readonly globals: ReadonlyMap<string, string>;
  /** '' before the first step of a stage from scratch. */
  imageId: string;
  /** CMD stood in this stage: ENTRYPOINT leaves it alone then. */
  hasCmd: boolean;
  /** A step was not in the cache: those after it are not looked up any more. */
  cacheMissed: boolean;
  /** The last instruction came from the cache. */
  fromCache: boolean;
  /** What the last instruction copied. */
  copies: readonly CopyItem[] | undefined;
}

/** The image of an earlier build that did this very step from here, the newest one. @see moby v28 builder/dockerfile/imageprobe.go */
export function probeCache(build: Build, stage: ClassicStage, createdBy: string): ImageRecord | undefined {
  if (build.options.noCache || stage.cacheMissed) return undefined;
  const config = JSON.stringify(stage.state.config);
  let found: ImageRecord | undefined;
  for (const [, image] of build.context.store.state.images) {
    const isStep = image.parent === stage.imageId && image.history.at(-1)?.createdBy === createdBy;
    if (!isStep || JSON.stringify(image.config) !== config) continue;
    if (!found || image.created > found.created) found = image;
  }
  stage.cacheMissed = found === undefined;
  return found;
}

/** Goes on from an image. */
export function continueFrom(build: Build, stage: ClassicStage, image: ImageRecord): void {
  const { state } = stage;
  stage.imageId = image.id;
  state.config = image.config;
  state.history = [...image.history];
  state.diffIds = [...image.diffIds];
  state.chainId = image.topChainId;
  state.tree = build.context.layerTrees.get(image.topChainId) ?? state.tree;
}

/** Makes the stage's files and configuration the next image, in one commit. Without `tree` the step changed no file. */
export async function commitStep(
  build: Build,
  stage: ClassicStage,
  createdBy: string,
  tree?: FrozenTree,
): Promise<void> {
  const { context } = build;
  if (tree) await context.kernel.clock.sleep(COMMIT_MS);
  const { state } = stage;
  const created = formatTime(context.kernel.clock.now());
  const layer = tree && describeLayer(state.chainId, state.tree, tree);
  const parent = context.store.state.images.get(stage.imageId);
  const image = createImage({
    architecture: state.architecture,
    os: 'linux',
    created,
    author: parent?.author ?? '',
    config: state.config,
    history: [...state.history, { created, createdBy, comment: '', emptyLayer: layer === undefined }],
    diffIds: layer ? [...state.diffIds, layer.diffId] : state.diffIds,
    topChainId: layer?.chainId ?? state.chainId,
    sizeBytes: (parent?.sizeBytes ?? 0) + (layer?.sizeBytes ?? 0),
    lastTaggedMs: 0,
    parent: stage.imageId,
    comment: '',
  });
  if (layer && tree) keepTree(context, layer, tree);
  context.store.commit((current) => ({
    ...current,
    images: current.images.set(image.id, image),
    layers:
      layer && !current.layers.has(layer.chainId) ? current.layers.set(layer.chainId, layer) : current.layers,
  }));
  continueFrom(build, stage, image);
}
