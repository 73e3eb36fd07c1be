import type { EngineApi } from './engine-api.ts';

/** A request the learner made over HTTP, and what came back. */
export interface RequestRecord {
  readonly method: string;
  readonly port: number;
  /** Path and query. */
  readonly target: string;
  /** It went to a container's own address, past every published port. */
  readonly direct: boolean;
  readonly status: number;
  /** The beginning of the body, as text. */
  readonly body: string;
}

/** A build the learner ran. */
export interface BuildRecord {
  readonly tags: readonly string[];
  /** Its instructions as the progress shows them (`RUN npm ci`), `FROM` left out, and which came from the cache. */
  readonly instructions: readonly { readonly text: string; readonly cached: boolean }[];
  /** Undefined where it went well. */
  readonly error?: string;
}

/** Parts of the world that change on their own. */
export type Topic =
  'containers' | 'images' | 'digests' | 'volumes' | 'networks' | 'swarm' | 'files' | 'requests' | 'builds' | 'commands' | 'answers'; // prettier-ignore

/** The network as a container sees it, or the machine (`machine`). Asks the model: nothing is sent, and nothing is changed. */
export interface NetworkProbe {
  /** Addresses of a name: /etc/hosts, then the name server. Undefined where there is no such running container. */
  resolve(from: string, name: string): readonly string[] | undefined;
  /** Whether a packet gets to a running container, a name or an address; with a port, whether something accepts there. Undefined where one of them is nobody. */
  reaches(from: string, to: string, port?: number): boolean | undefined;
}

/** What a lesson's checks may look at, beside the daemon. Nothing here changes the world or sends a request to a learner's app. */
export interface Probe {
  readonly engine: EngineApi;
  /** The first MiB of a file as text, or undefined where there is none. `place`: `machine`, `container:NAME`, `image:REF` or `volume:NAME`. */
  readFile(place: string, path: string): Promise<string | undefined>;
  readonly network: NetworkProbe;
  /** What was done since the step began, oldest first. */
  readonly requests: readonly RequestRecord[];
  readonly builds: readonly BuildRecord[];
  readonly commands: readonly string[];
  /** What was answered: id of the question → whether rightly. */
  readonly answers: ReadonlyMap<string, boolean>;
  /** A value that is another one whenever something of that topic may have changed. */
  version(topic: Topic): unknown;
}
