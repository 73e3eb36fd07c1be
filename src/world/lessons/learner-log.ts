import type { BuildRecord, RequestRecord } from '../../api/probe.ts';
import type { BuildOptions } from '../../api/build-types.ts';
import { toText } from '../../lib/bytes.ts';
import type { Machine } from '../machine.ts';
import type { BuildOutcome } from '../observe-builds.ts';
import { plainOutput } from '../plain-output.ts';
import { watchRequests } from './watch-requests.ts';

/** So much of the terminals' output is kept for hints. */
const KEPT_OUTPUT = 16 * 1024;
const MOST_RECORDS = 200;
const INSTRUCTION = /^\[(?:\S+ )?\d+\/\d+\] (?!FROM )/;
const POSITION = /^\[[^\]]*\] /;

/** What the learner did on a machine since the step at hand began. */
export class LearnerLog {
  readonly requests: RequestRecord[] = [];
  readonly builds: BuildRecord[] = [];
  readonly commands: string[] = [];
  readonly answers = new Map<string, boolean>();
  output = '';
  /** Counts what was noted. */
  revision = 0;
  readonly #machine: Machine;
  readonly #changed: () => void;

  /** Begins to listen on the machine. `changed` is called when something was noted. */
  constructor(machine: Machine, changed: () => void) {
    this.#machine = machine;
    this.#changed = changed;
    machine.kernel.hostNetwork.onConnect = (socket) =>
      watchRequests(socket, isContainer(machine, socket.remote.address), (request, index) =>
        this.#noteRequest(request, index),
      );
  }

  /** Listens no more. */
  end(): void {
    this.#machine.kernel.hostNetwork.onConnect = undefined;
  }

  /** Another step begins: what was done before does not count for it. */
  clear(): void {
    for (const list of [this.requests, this.builds, this.commands]) list.length = 0;
    this.answers.clear();
    this.output = '';
    this.#note();
  }

  command(line: string): void {
    if (line.trim() === '') return;
    keep(this.commands, line.trim());
    this.#note();
  }

  build({ tags }: BuildOptions, { error, vertexes }: BuildOutcome): void {
    const instructions = [...vertexes.values()].filter(({ name }) => INSTRUCTION.test(name));
    keep(this.builds, {
      tags,
      instructions: instructions.map(({ name, cached }) => ({
        text: name.replace(POSITION, ''),
        cached: cached ?? false,
      })),
      ...(error ? { error: error.message } : {}),
    });
    this.#note();
  }

  wrote(bytes: Uint8Array): void {
    this.output = (this.output + plainOutput(toText(bytes))).slice(-KEPT_OUTPUT);
  }

  answer(question: string, right: boolean): void {
    this.answers.set(question, right);
    this.#note();
  }

  /** Notes a request, or puts what is now known of it in place of what was: an index of before. */
  #noteRequest(request: RequestRecord, index: number | undefined): number {
    const place =
      index !== undefined && this.requests[index]?.target === request.target ? index : this.requests.length;
    if (place < MOST_RECORDS) this.requests[place] = request;
    this.#note();
    return place;
  }

  #note(): void {
    this.revision += 1;
    this.#changed();
  }
}

function isContainer({ engine }: Machine, address: string): boolean {
  return [...engine.store.state.containers].some(([, { endpoints }]) =>
    [...endpoints.values()].some((endpoint) => endpoint.address === address),
  );
}

function keep<T>(list: T[], item: T): void {
  list.push(item);
  if (list.length > MOST_RECORDS) list.shift();
}
