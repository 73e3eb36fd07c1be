import { ApiError } from '../../api/api-error.ts';
import type { LogOptions, LogRecord } from '../../api/engine-api.ts';
import { toBytes, concatBytes } from '../../lib/bytes.ts';
import type { EngineContext } from '../engine-context.ts';
import { parseMoment } from '../filters.ts';
import { formatTime } from '../time-format.ts';
import { cellOf, findContainer } from './find.ts';
import { isUp } from './is-up.ts';
import type { LogEntry } from './log-buffer.ts';

/** @see moby v28 daemon/logs.go */
export async function* containerLogs(
  context: EngineContext,
  reference: string,
  options: LogOptions,
): AsyncGenerator<LogRecord> {
  const { id, hostConfig } = findContainer(context.store.state, reference);
  const { log } = cellOf(context, id);
  if (hostConfig.LogConfig?.Type === 'none') {
    throw new ApiError('notImplemented', 'configured logging driver does not support reading');
  }
  if (!options.stdout && !options.stderr)
    throw new ApiError('invalidParameter', 'Bad parameters: you must choose at least one stream');
  const nowMs = context.kernel.clock.now();
  const since = options.since ? parseMoment(options.since, nowMs) : 0;
  const until = options.until && options.until !== '0' ? parseMoment(options.until, nowMs) : Infinity;
  const wanted = (entry: LogEntry): boolean =>
    (entry.stream === 'stdout' ? options.stdout : options.stderr) &&
    entry.timeMs >= since &&
    entry.timeMs <= until;
  const past = log.entries.filter(wanted);
  const tail =
    options.tail === undefined || options.tail === 'all' || !/^\d+$/.test(options.tail)
      ? past.length
      : Number(options.tail);
  let position = log.dropped + log.entries.length;
  for (const entry of tail === 0 ? [] : past.slice(-tail)) yield record(entry, options);
  const runs = (): boolean => {
    const container = context.store.state.containers.get(id);
    return container !== undefined && isUp(container);
  };
  while (options.follow) {
    const next = log.entries[position - log.dropped];
    if (next) {
      position++;
      if (next.timeMs > until) return;
      if (wanted(next)) yield record(next, options);
    } else if (!runs()) return;
    else if (context.kernel.clock.now() >= until) return;
    else await log.changed.wait(until === Infinity ? undefined : until - context.kernel.clock.now());
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
