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
  #count = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  begin(name: string): { vertex: Vertex; message: BuildMessage } {
    const vertex = { digest: sha256Digest(`${this.#count++} ${name}`), name, startedMs: this.#clock.now() };
    return { vertex, message: { vertexes: [{ ...vertex }] } };
  }

  end(vertex: Vertex, result: Pick<BuildVertex, 'cached' | 'error'> = {}): BuildMessage {
    return { vertexes: [{ ...vertex, completedMs: this.#clock.now(), ...result }] };
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
