import { BuildError } from '../api/build-error.ts';
import type { BuildOptions, BuildVertex, BuildWarning } from '../api/build-types.ts';
import type { EngineApi } from '../api/engine-api.ts';

/** How a build ended: its error, if any, what the checks found, and its steps as they were told last, by digest. */
export interface BuildOutcome {
  readonly error?: BuildError;
  readonly warnings: readonly BuildWarning[];
  readonly vertexes: ReadonlyMap<string, BuildVertex>;
}

export type BuildObserver = (options: BuildOptions, outcome: BuildOutcome) => void;

/** The same daemon; every build's end is told to `observer`. */
export function observeBuilds(api: EngineApi, observer: BuildObserver): EngineApi {
  return {
    ...api,
    ImageBuild: async function* (options) {
      const warnings: BuildWarning[] = [];
      const vertexes = new Map<string, BuildVertex>();
      try {
        for await (const message of api.ImageBuild(options)) {
          if (!('result' in message)) {
            warnings.push(...(message.warnings ?? []));
            for (const vertex of message.vertexes ?? []) vertexes.set(vertex.digest, vertex);
          }
          yield message;
        }
        observer(options, { warnings, vertexes });
      } catch (error) {
        if (error instanceof BuildError) observer(options, { error, warnings, vertexes });
        throw error;
      }
    },
  };
}
