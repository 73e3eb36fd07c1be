import type { BuildOptions } from '../../api/build-types.ts';
import type { EngineContext } from '../engine-context.ts';
import type { Build } from './build-state.ts';
import type { ParsedDockerfile } from './dockerfile/types.ts';
import type { BuildRecorder } from './history/build-recorder.ts';
import { Progress } from './progress.ts';
import { SharedWork } from './shared-work.ts';
import { sourceFrom } from './stage-source.ts';

/** A build that has not done anything yet. */
export function createBuild(
  context: EngineContext,
  options: BuildOptions,
  file: ParsedDockerfile,
  told: { progress?: Progress; recorder?: BuildRecorder } = {},
): Build {
  const { progress = new Progress(context.kernel.clock), recorder } = told;
  return {
    context,
    options,
    file,
    progress,
    layers: new Map(),
    cache: new Map(),
    bases: new Map(),
    remote: new Map(),
    stages: new Map(),
    buildContext: sourceFrom(options.context),
    shared: new SharedWork(context.kernel.scheduler),
    ...(recorder ? { recorder } : {}),
  };
}
