import { ApiError } from '../../api/api-error.ts';
import type { LogOptions, LogRecord } from '../../api/engine-api.ts';
import { toBytes, concatBytes } from '../../lib/bytes.ts';
import type { EngineContext } from '../engine-context.ts';
import { formatTime } from '../time-format.ts';
import { cellOf, findContainer } from './find.ts';
import type { LogEntry } from './log-buffer.ts';

/** @see moby v28 daemon/logs.go */
export async function* containerLogs(context: EngineContext, reference: string, options: LogOptions): AsyncGenerator<LogRecord> {
  const { id } = findContainer(context.store.state, reference);
  const { log } = cellOf(context, id);
  if (!options.stdout && !options.stderr) throw new ApiError('invalidParameter', 'Bad parameters: you must choose at least one stream');
  const nowMs = context.kernel.clock.now();
  const since = timeOf(options.since, nowMs) ?? 0;
  const until = timeOf(options.until, nowMs) ?? Infinity;
  const wanted = (entry: LogEntry): boolean => (entry.stream === 'stdout' ? options.stdout : options.stderr) && entry.timeMs >= since && entry.timeMs <= until;
  const past = log.entries.filter(wanted);
  const tail = options.tail === undefined || options.tail === 'all' || !/^\d+$/.test(options.tail) ? past.length : Number(options.tail);
  let position = log.dropped + log.entries.length;
  for (const entry of tail === 0 ? [] : past.slice(-tail)) yield record(entry, options);
  const runs = (): boolean => ['running', 'paused', 'restarting'].includes(context.store.state.containers.get(id)?.status ?? '');
  while (options.follow) {
    const next = log.entries[position - log.dropped];
    if (next) {
      position++;
      if (next.timeMs > until) return;
      if (wanted(next)) yield record(next, options);
    } else if (!runs()) return;
    else await log.changed.wait();
  }
}

function record(entry: LogEntry, { timestamps }: LogOptions): LogRecord {
  const data = timestamps ? concatBytes([toBytes(`${paddedTime(entry.timeMs)} `), entry.data]) : entry.data;
  return { stream: entry.stream, data };
}

/** Nanoseconds always written out. */
function paddedTime(ms: number): string {
  const [seconds = '', fraction = ''] = formatTime(ms).replace('Z', '').split('.');
  return `${seconds}.${fraction.padEnd(9, '0')}Z`;
}

/** Unix seconds with fraction, RFC 3339, or a duration before now. */
function timeOf(text: string | undefined, nowMs: number): number | undefined {
  if (text === undefined || text === '') return undefined;
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
  const parsed = new Date(text).getTime();
  if (Number.isNaN(parsed)) throw new ApiError('invalidParameter', `invalid value for "since": ${text}`);
  return Math.min(parsed, nowMs + 1e12);
}
