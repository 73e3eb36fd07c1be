import type { BuildOptions } from '../../api/build-types.ts';
import { readPlatform } from '../images/platform.ts';
import type { Build } from './build-state.ts';
import { buildErrorAt } from './build-state.ts';
import { DockerfileError, type LineRange } from './dockerfile/dockerfile-error.ts';
import { findStagePlatform } from './dockerfile/from-platform.ts';
import { formatPlatform, type Platform } from './dockerfile/platform.ts';
import type { Stage } from './dockerfile/types.ts';
import { HOST } from './variables.ts';
import { ownEntry } from '../../lib/table.ts';

/** An image that a build needs. */
export interface BaseReference {
  /** As the Dockerfile names it: an image, or a named context. */
  readonly name: string;
  readonly platform: Platform;
  /** Where it is named. */
  readonly range: LineRange;
}

/** What the build is for. @throws ApiError invalidParameter */
export const targetPlatform = ({ platform }: BuildOptions): Platform =>
  platform ? readPlatform(platform) : HOST;

/** The image that a stage begins with. @throws BuildError */
export function baseReference(
  { options }: Build,
  stage: Stage,
  name: string,
  variables: ReadonlyMap<string, string>,
): BaseReference {
  try {
    const platform = findStagePlatform(stage, variables) ?? targetPlatform(options);
    return { name, platform, range: stage.range };
  } catch (error) {
    if (error instanceof DockerfileError) throw buildErrorAt(options, error.range, error.message);
    throw error;
  }
}

/** Under this an image is in `bases`. */
export const baseKey = ({ name, platform }: Pick<BaseReference, 'name' | 'platform'>): string =>
  `${name} ${formatPlatform(platform)}`;

const IMAGE_CONTEXT = 'docker-image://';

/** The image that a name means: of a named context (`--build-context name=docker-image://alpine`) its own, else the one of that name. */
export function imageName({ namedContexts }: BuildOptions, name: string): string {
  const named = ownEntry(namedContexts, name);
  return typeof named === 'string' && named.startsWith(IMAGE_CONTEXT)
    ? named.slice(IMAGE_CONTEXT.length)
    : name;
}
