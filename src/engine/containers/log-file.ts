import { toBytes, toText } from '../../lib/bytes.ts';
import type { LogEntry } from './log-buffer.ts';

interface LogLine {
  readonly log: string;
  readonly stream: 'stdout' | 'stderr';
  /** Milliseconds since the epoch with fraction. Simplified: json-file writes RFC 3339. */
  readonly time: number;
}

/** Entries as a json-file: a line of JSON each. Bytes that are no UTF-8 become U+FFFD, as there. @see moby v28 daemon/logger/jsonfilelog */
export function encodeLog(entries: readonly LogEntry[]): Uint8Array {
  const lines = entries.map(({ data, stream, timeMs }): LogLine => ({ log: toText(data), stream, time: timeMs }));
  return toBytes(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

export function decodeLog(bytes: Uint8Array): LogEntry[] {
  return toText(bytes)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { log, stream, time } = JSON.parse(line) as LogLine;
      return { stream, timeMs: time, data: toBytes(log) };
    });
}
