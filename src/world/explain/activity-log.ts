import { toText } from '../../lib/bytes.ts';
import type { TerminalRecord } from '../mirror.ts';
import { plainOutput } from '../plain-output.ts';
import type { CommandNote, RequestNote } from './scene.ts';

/** So much of a command's output is kept, from its end. */
const KEPT_OUTPUT = 16 * 1024;
const MOST_COMMANDS = 60;
const MOST_REQUESTS = 30;

type Open = { -readonly [K in keyof CommandNote]: CommandNote[K] } & { pieces: Uint8Array[]; size: number };

/** What was typed in the terminals, what came of it, and what the browser panel asked for: the newest of each. */
export class ActivityLog {
  readonly #notes: Open[] = [];
  readonly #requests: RequestNote[] = [];
  #count = 0;

  /** Counts what was noted: it grows when a command begins or ends, and with each request. */
  get count(): number {
    return this.#count;
  }

  get requests(): readonly RequestNote[] {
    return this.#requests;
  }

  began({ id: terminal, machine, cwd }: TerminalRecord, line: string, startedMs: number): void {
    const number = (this.#count += 1);
    this.#notes.push({ number, terminal, machine, cwd, line, output: '', startedMs, pieces: [], size: 0 });
    if (this.#notes.length > MOST_COMMANDS) this.#notes.shift();
  }

  /** What a terminal showed belongs to its last command: the end of it may come after the command's end. */
  wrote(terminal: string, bytes: Uint8Array): void {
    const note = this.#last(terminal);
    if (!note) return;
    note.pieces.push(bytes);
    note.size += bytes.length;
    while (note.size - (note.pieces[0]?.length ?? 0) > KEPT_OUTPUT)
      note.size -= note.pieces.shift()?.length ?? 0;
  }

  ended(terminal: string, status: number, endedMs: number): void {
    const note = this.#last(terminal);
    if (!note || note.status !== undefined) return;
    this.#count += 1;
    note.status = status;
    note.endedMs = endedMs;
  }

  request(request: RequestNote): void {
    this.#count += 1;
    this.#requests.push(request);
    if (this.#requests.length > MOST_REQUESTS) this.#requests.shift();
  }

  /** Oldest first. */
  notes(): CommandNote[] {
    return this.#notes.map(({ pieces, size, ...note }) => ({
      ...note,
      output: size > 0 ? plainOutput(pieces.map(toText).join('')) : '',
    }));
  }

  #last(terminal: string): Open | undefined {
    return this.#notes.findLast((note) => note.terminal === terminal);
  }
}
