import type { EngineApi } from './engine-api.ts';

/** What a lesson's checks may look at, beside the daemon. Nothing here changes the world or sends a request to a learner's app. */
export interface Probe {
  readonly engine: EngineApi;
  /** A file of the machine as text, or undefined where there is none. */
  readFile(path: string): string | undefined;
}
