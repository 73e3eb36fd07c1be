import { parseDuration } from '../../lib/go-duration.ts';

/** The layouts that a time may have; what is left out is zero, and UTC. */
const DATE =
  /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2})(?::(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?)?(Z|[+-]\d{2}:\d{2})?$/;

/**
 * A value of --since or --until as the API takes it: seconds since the epoch. `10m` is ten minutes ago.
 * @throws Error in the client's words
 * @see moby v28.2.2 api/types/time/timestamp.go GetTimestamp
 */
export function parseTimeOption(text: string, nowMs: number): string {
  const age = ageNs(text);
  if (age !== undefined) return String(Math.floor((nowMs - age / 1e6) / 1000));
  const match = DATE.exec(text);
  if (match) return fromDate(match);
  if (text.includes('-')) throw new Error(`parsing time ${JSON.stringify(text)}: cannot parse it`);
  if (!/^\d+(\.\d+)?$/.test(text))
    throw new Error(`failed to parse value as time or duration: ${JSON.stringify(text)}`);
  return text;
}

function ageNs(text: string): number | undefined {
  if (text === '0') return undefined;
  try {
    return parseDuration(text);
  } catch {
    return undefined;
  }
}

function fromDate(match: RegExpExecArray): string {
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '', zone = 'Z'] = match;
  const ms = Date.parse(`${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour}:${minute}:${second}${zone}`);
  return `${Math.floor(ms / 1000)}.${fraction.padEnd(9, '0')}`;
}
