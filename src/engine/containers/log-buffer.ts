import { concatBytes, toText } from '../../lib/bytes.ts';
import type { Scheduler, WaitQueue } from '../../kernel/scheduler.ts';
import type { LogRotation } from './log-config.ts';

export interface LogEntry {
  readonly stream: 'stdout' | 'stderr';
  readonly timeMs: number;
  /** With its newline, unless the process ended in the middle of a line. */
  readonly data: Uint8Array;
}

const NO_LINES: readonly LogEntry[] = [];

/** Most bytes kept; the oldest lines go first. */
const LIMIT_BYTES = 4 * 1024 * 1024;

/** A file of a log that is rotated. */
interface LogFile {
  entries: number;
  bytes: number;
}

/** A container's log, a line an entry (the json-file driver). */
export class LogBuffer {
  readonly entries: LogEntry[];
  #frozen: readonly LogEntry[] | undefined;
  readonly #changes: { mark(): void } | undefined;
  /** Grows by one for each entry that was dropped at the front. */
  dropped = 0;
  readonly changed: WaitQueue;
  #bytes = 0;
  #rotation: LogRotation | undefined;
  /** The oldest first. */
  #files: LogFile[] = [];
  /** Of a line whose end has not come. */
  #partial: { readonly stdout: Uint8Array[]; readonly stderr: Uint8Array[] } | undefined;

  /** `changes` is told of the first line after a freeze; `restored` is what it held when it was frozen. */
  constructor(scheduler: Scheduler, changes?: { mark(): void }, restored?: readonly LogEntry[]) {
    this.changed = scheduler.createWaitQueue();
    this.#changes = changes;
    this.#frozen = restored;
    this.entries = restored?.slice() ?? [];
  }

  /** From now on files are full at a size, and only so many are kept. */
  rotate(rotation: LogRotation | undefined): void {
    this.#rotation = rotation;
  }

  append(stream: 'stdout' | 'stderr', bytes: Uint8Array, timeMs: number): void {
    const partial = (this.#partial ??= { stdout: [], stderr: [] })[stream];
    let start = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      const line = concatBytes([...partial.splice(0), bytes.slice(start, end + 1)]);
      this.#add({ stream, timeMs, data: line });
      start = end + 1;
    }
    if (start < bytes.length) partial.push(bytes.slice(start));
    this.changed.wakeAll();
  }

  /** The process ended: what is left of a line is an entry. */
  flush(timeMs: number): void {
    for (const stream of ['stdout', 'stderr'] as const) {
      const rest = concatBytes(this.#partial?.[stream].splice(0) ?? []);
      if (rest.length) this.#add({ stream, timeMs, data: rest });
    }
    this.changed.wakeAll();
  }

  /** This very moment's lines: the same list until another is written. */
  freeze(): readonly LogEntry[] {
    return (this.#frozen ??= this.entries.length > 0 ? this.entries.slice() : NO_LINES);
  }

  /** Takes an entry of a saved log. */
  restore(entry: LogEntry): void {
    this.#add(entry);
  }

  #add(entry: LogEntry): void {
    if (this.#frozen) this.#changes?.mark();
    this.#frozen = undefined;
    if (this.#rotation) this.#turnFile(entry, this.#rotation);
    this.entries.push(entry);
    this.#bytes += entry.data.length;
    while (this.#bytes > LIMIT_BYTES && this.entries.length > 0) this.#drop(1);
  }

  /** A file that is full before a line comes is left for a new one. @see moby v28 daemon/logger/loggerutils/logfile.go checkCapacityAndRotate */
  #turnFile(entry: LogEntry, { maxBytes, files }: LogRotation): void {
    if ((this.#files.at(-1)?.bytes ?? maxBytes) >= maxBytes) this.#files.push({ entries: 0, bytes: 0 });
    if (this.#files.length > files) {
      this.#drop(this.#files[0]?.entries ?? 0);
      this.#files.shift();
    }
    const last = this.#files.at(-1);
    if (!last) return;
    last.entries++;
    last.bytes += writtenBytes(entry);
  }

  #drop(count: number): void {
    const gone = this.entries.splice(0, count);
    this.#bytes -= gone.reduce((sum, { data }) => sum + data.length, 0);
    this.dropped += gone.length;
    let left = gone.length;
    for (const file of this.#files) {
      const taken = Math.min(left, file.entries);
      file.entries -= taken;
      left -= taken;
    }
  }
}

/** What the json-file driver writes of a line. */
function writtenBytes({ stream, data }: LogEntry): number {
  const time = 'YYYY-MM-DDThh:mm:ss.nnnnnnnnnZ';
  return JSON.stringify({ log: toText(data), stream, time }).length + 1;
}
