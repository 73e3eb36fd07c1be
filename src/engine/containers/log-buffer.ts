import { concatBytes } from '../../lib/bytes.ts';
import type { Scheduler, WaitQueue } from '../../kernel/scheduler.ts';

export interface LogEntry {
  readonly stream: 'stdout' | 'stderr';
  readonly timeMs: number;
  /** With its newline, unless the process ended in the middle of a line. */
  readonly data: Uint8Array;
}

/** Most bytes kept; the oldest lines go first. */
const LIMIT_BYTES = 4 * 1024 * 1024;

/** A container's log, a line an entry (the json-file driver). */
export class LogBuffer {
  entries: LogEntry[] = [];
  /** Grows by one for each entry that was dropped at the front. */
  dropped = 0;
  readonly changed: WaitQueue;
  #bytes = 0;
  readonly #partial = { stdout: [] as Uint8Array[], stderr: [] as Uint8Array[] };

  constructor(scheduler: Scheduler) {
    this.changed = scheduler.createWaitQueue();
  }

  append(stream: 'stdout' | 'stderr', bytes: Uint8Array, timeMs: number): void {
    let start = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      const line = concatBytes([...this.#partial[stream].splice(0), bytes.slice(start, end + 1)]);
      this.#add({ stream, timeMs, data: line });
      start = end + 1;
    }
    if (start < bytes.length) this.#partial[stream].push(bytes.slice(start));
    this.changed.wakeAll();
  }

  /** The process ended: what is left of a line is an entry. */
  flush(timeMs: number): void {
    for (const stream of ['stdout', 'stderr'] as const) {
      const rest = concatBytes(this.#partial[stream].splice(0));
      if (rest.length) this.#add({ stream, timeMs, data: rest });
    }
    this.changed.wakeAll();
  }

  /** Takes an entry of a saved log. */
  restore(entry: LogEntry): void {
    this.#add(entry);
  }

  #add(entry: LogEntry): void {
    this.entries.push(entry);
    this.#bytes += entry.data.length;
    while (this.#bytes > LIMIT_BYTES) {
      const oldest = this.entries.shift();
      if (!oldest) return;
      this.#bytes -= oldest.data.length;
      this.dropped++;
    }
  }
}
