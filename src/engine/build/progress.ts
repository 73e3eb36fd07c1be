import type { BuildMessage, BuildVertex } from '../../api/build-types.ts';
import type { Clock } from '../../kernel/scheduler.ts';
import { sha256Digest } from '../../lib/sha256.ts';

/** A step of the build as its progress tells it. */
export interface Vertex {
  readonly digest: string;
  readonly name: string;
  readonly startedMs: number;
}

/** Makes the messages of a build's progress. */
export class Progress {
  readonly #clock: Clock;
  readonly #open = new Map<string, Vertex>();
  #count = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  begin(name: string): { vertex: Vertex; message: BuildMessage } {
    const vertex = { digest: sha256Digest(`${this.#count++} ${name}`), name, startedMs: this.#clock.now() };
    this.#open.set(vertex.digest, vertex);
    return { vertex, message: { vertexes: [{ ...vertex }] } };
  }

  end(vertex: Vertex, result: Pick<BuildVertex, 'cached' | 'error'> = {}): BuildMessage {
    this.#open.delete(vertex.digest);
    const completedMs = result.cached ? vertex.startedMs : this.#clock.now();
    return { vertexes: [{ ...vertex, completedMs, ...result }] };
  }

  /** Ends what still goes on: another step has failed. Nothing where there is none. */
  *cancel(): Generator<BuildMessage> {
    for (const vertex of this.#open.values()) yield this.end(vertex, { error: 'context canceled' });
  }

  /** Something inside of a step. `done` ends it. */
  status(
    vertex: Vertex,
    name: string,
    values: { current?: number; total?: number; startedMs?: number; done?: boolean; id?: string } = {},
  ): BuildMessage {
    const { current = 0, total = 0, startedMs = vertex.startedMs, done = true, id = name } = values;
    return {
      statuses: [
        {
          id,
          vertex: vertex.digest,
          name,
          current,
          total,
          startedMs,
          ...(done ? { completedMs: this.#clock.now() } : {}),
        },
      ],
    };
  }

  log(vertex: Vertex, stream: 1 | 2, data: Uint8Array): BuildMessage {
    return { logs: [{ vertex: vertex.digest, stream, data, timeMs: this.#clock.now() }] };
  }
}
