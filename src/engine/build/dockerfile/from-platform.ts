import { DockerfileError } from './dockerfile-error.ts';
import { tryExpand, type Variables } from './lint-from.ts';
import { parsePlatform, PlatformError, type Platform } from './platform.ts';
import { nearestName } from '../../../lib/suggest.ts';
import type { Stage } from './types.ts';

/**
 * The platform that a FROM asks for; undefined where it asks for none.
 * @throws DockerfileError
 * @see buildkit v0.22 frontend/dockerfile/dockerfile2llb/convert.go
 */
export function findStagePlatform(stage: Stage, variables: Variables): Platform | undefined {
  if (stage.platform === '') return undefined;
  const match = tryExpand(stage.platform, variables);
  try {
    return parsePlatform(match?.value ?? stage.platform);
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    const near = [...(match?.unmatched ?? [])]
      .map((name) => nearestName(name, [...variables.keys()], true))
      .find((name) => name !== undefined);
    const hint = near === undefined ? '' : ` (did you mean ${near}?)`;
    throw new DockerfileError(
      `failed to parse platform ${stage.platform}: ${error.message}${hint}`,
      stage.range,
    );
  }
}
