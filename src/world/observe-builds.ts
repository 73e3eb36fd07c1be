import { BuildError } from '../api/build-error.ts';
import type { BuildOptions, BuildWarning } from '../api/build-types.ts';
import type { EngineApi } from '../api/engine-api.ts';

/** How a build ended: its error, if any, and what the checks found. */
export type BuildObserver = (
  options: BuildOptions,
  outcome: { readonly error?: BuildError; readonly warnings: readonly BuildWarning[] },
) => void;

/** The same daemon; every build's end is told to `observer`. */
export function observeBuilds(api: EngineApi, observer: BuildObserver): EngineApi {
  return {
    ...api,
    ImageBuild: async function* (options) {
      const warnings: BuildWarning[] = [];
      try {
        for await (const message of api.ImageBuild(options)) {
          if (!('result' in message)) warnings.push(...(message.warnings ?? []));
          yield message;
        }
        observer(options, { warnings });
      } catch (error) {
        if (error instanceof BuildError) observer(options, { error, warnings });
        throw error;
      }
    },
  };
}
