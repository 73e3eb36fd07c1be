import type { EngineApi } from './engine-api.ts';

/** A request the learner made over HTTP, and what came back. */
export interface RequestRecord {
  readonly method: string;
  readonly port: number;
  /** Path and query. */
  readonly target: string;
  readonly status: number;
  /** The beginning of the body, as text. */
  readonly body: string;
}

/** A build the learner ran. */
export interface BuildRecord {
  readonly tags: readonly string[];
  /** Instructions that ran, and how many of them came from the cache. */
  readonly steps: number;
  readonly cached: number;
  /** Undefined where it went well. */
  readonly error?: string;
}

/** Parts of the world that change on their own. */
export type Topic =
  'containers' | 'images' | 'volumes' | 'networks' | 'swarm' | 'files' | 'requests' | 'builds' | 'commands' | 'answers'; // prettier-ignore

/** What a lesson's checks may look at, beside the daemon. Nothing here changes the world or sends a request to a learner's app. */
export interface Probe {
  readonly engine: EngineApi;
  /** A file as text, or undefined where there is none. `place`: `machine`, `container:NAME` or `volume:NAME`. */
  readFile(place: string, path: string): Promise<string | undefined>;
  /** What was done since the step began, oldest first. */
  readonly requests: readonly RequestRecord[];
  readonly builds: readonly BuildRecord[];
  readonly commands: readonly string[];
  /** What was answered: id of the question → whether rightly. */
  readonly answers: ReadonlyMap<string, boolean>;
  /** A value that is another one whenever something of that topic may have changed. */
  version(topic: Topic): unknown;
}
