import { ApiError } from '../../../api/api-error.ts';
import { ClassicBuildError } from '../../../api/build-error.ts';
import type { BuildMessage } from '../../../api/build-types.ts';
import { treeOf } from '../../content/layers.ts';
import { lookUpImage } from '../../images/find-image.ts';
import { imageCreate } from '../../images/pull.ts';
import type { ImageRecord } from '../../state.ts';
import { baseKey } from '../base-image.ts';
import type { Build } from '../build-state.ts';
import { expandBase } from '../build-stage.ts';
import { findStage } from '../dockerfile/stage-graph.ts';
import type { Instruction, Stage } from '../dockerfile/types.ts';
import { scratchState } from '../resolve-base.ts';
import { HOST, StageScope } from '../variables.ts';
import { continueFrom, type ClassicStage } from './classic-stage.ts';

/** A stage from its FROM: an earlier stage, an image that is here, or one that is pulled. @throws ClassicBuildError */
export async function* beginStage(
  build: Build,
  stage: Stage,
  index: number,
  results: readonly ClassicStage[],
  globals: ReadonlyMap<string, string>,
): AsyncGenerator<BuildMessage, ClassicStage> {
  const name = expandBase(build, stage, globals);
  if (name === '') throw new ClassicBuildError(`base name (${stage.base}) should not be blank`, 1);
  const made: ClassicStage = {
    state: scratchState(HOST),
    scope: new StageScope(build.file.escape),
    globals,
    imageId: '',
    hasCmd: false,
    cacheMissed: false,
    fromCache: false,
    copies: undefined,
  };
  if (name === 'scratch') return made;
  const earlier = findStage(build.file.stages, name, index);
  const image =
    earlier === undefined
      ? yield* findBase(build, name)
      : build.context.store.state.images.get(results[earlier]?.imageId ?? '');
  if (!image) throw new ClassicBuildError(`invalid reference to stage ${name}`, 1);
  made.state.architecture = image.architecture;
  made.state.tree = treeOf(build.context, image.topChainId);
  continueFrom(build, made, image);
  return made;
}

/** An image that is here, or is pulled with its progress. @throws ClassicBuildError */
async function* findBase(build: Build, name: string): AsyncGenerator<BuildMessage, ImageRecord | undefined> {
  const { context, options } = build;
  const local = lookUpImage(context.store.state, name);
  if (local && !options.pull) return local;
  try {
    for await (const { id, status, progressDetail } of imageCreate(context, { fromImage: name }))
      if (!progressDetail) yield { stream: `${id ? `${id}: ` : ''}${status}\n` };
  } catch (error) {
    if (error instanceof ApiError) throw new ClassicBuildError(error.message, 1, error.available);
    throw error;
  }
  return lookUpImage(context.store.state, name);
}

/** Images that COPY takes files from. @throws ClassicBuildError */
export async function* resolveFrom(build: Build, instruction: Instruction): AsyncGenerator<BuildMessage> {
  if (instruction.kind !== 'copy' || !instruction.from) return;
  const { from } = instruction;
  const { file, bases, context } = build;
  const key = baseKey({ name: from, platform: HOST });
  if (bases.has(key) || findStage(file.stages, from, file.stages.length) !== undefined) return;
  try {
    const image = yield* findBase(build, from);
    if (!image) return;
    const state = { ...scratchState(HOST), tree: treeOf(context, image.topChainId) };
    bases.set(key, { imageId: image.id, fetched: undefined, state, name: from });
  } catch (error) {
    if (!(error instanceof ClassicBuildError)) throw error;
    throw new ClassicBuildError(`invalid from flag value ${from}: ${error.message}`, 1, error.available);
  }
}
