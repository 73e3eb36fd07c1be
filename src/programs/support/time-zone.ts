import type { Process } from '../../kernel/process.ts';
import { ZONE_RULES } from './time-zone-names.ts';

/** How a place's clocks go. */
export interface TimeZone {
  /** What they show at a moment. @param ms since the epoch */
  at(ms: number): ZoneMoment;
}

/** An offset from UTC, east of it positive, and its abbreviation. */
export interface ZoneMoment {
  readonly offsetSeconds: number;
  readonly name: string;
}

export const UTC: TimeZone = { at: () => ({ offsetSeconds: 0, name: 'UTC' }) };

/**
 * The zone that TZ names: a POSIX rule (`EST5EDT`, `<+05>-5`) or a place. Userlands of busybox know places only where the package tzdata is; the
 * C library of others takes a word that it does not know for an abbreviation of UTC. Simplified: /etc/localtime is not read.
 * @see tzset(3)
 */
export function timeZoneOf(proc: Process): TimeZone {
  const text = (proc.env.get('TZ') ?? '').replace(/^:/, '');
  if (text === '') return UTC;
  const knowsPlaces = !proc.busybox || hasZoneData(proc);
  const rule = (knowsPlaces ? ZONE_RULES.get(text) : undefined) ?? text;
  const found = parseRule(rule);
  if (found) return found;
  const word = /^[A-Za-z]{3,}/.exec(text)?.[0];
  return word === undefined || proc.busybox ? UTC : { at: () => ({ offsetSeconds: 0, name: word }) };
}

/** The moment at which clocks there show this. @param localMs what they show, as if it were UTC */
export function fromLocal(zone: TimeZone, localMs: number): number {
  const guess = localMs - zone.at(localMs).offsetSeconds * 1000;
  return localMs - zone.at(guess).offsetSeconds * 1000;
}

function hasZoneData({ files }: Process): boolean {
  const packages = '/lib/apk/db/installed';
  return files.exists(packages) && /^P:tzdata$/m.test(files.readText(packages));
}

const NAME = '([A-Za-z]{3,}|<[-+A-Za-z0-9]+>)';
const OFFSET = '([-+]?\\d{1,2}(?::\\d{2}){0,2})';
const CHANGE = '(M\\d+\\.\\d\\.\\d)(?:/(-?\\d+(?::\\d{2}){0,2}))?';
const RULE = new RegExp(`^${NAME}${OFFSET}(?:${NAME}${OFFSET}?(?:,${CHANGE},${CHANGE})?)?$`);

function parseRule(text: string): TimeZone | undefined {
  const match = RULE.exec(text);
  if (!match) return undefined;
  const [
    ,
    name,
    offset = '',
    summerName,
    summerOffset,
    start = 'M3.2.0',
    startTime,
    end = 'M11.1.0',
    endTime,
  ] = match;
  const standard: ZoneMoment = { offsetSeconds: -seconds(offset), name: bare(name) };
  if (summerName === undefined) return { at: () => standard };
  const offsetSeconds = summerOffset === undefined ? standard.offsetSeconds + 3600 : -seconds(summerOffset);
  const summer: ZoneMoment = { offsetSeconds, name: bare(summerName) };
  return {
    at(ms) {
      const year = new Date(ms + standard.offsetSeconds * 1000).getUTCFullYear();
      const from = changeMs(year, start) + (seconds(startTime ?? '2') - standard.offsetSeconds) * 1000;
      const to = changeMs(year, end) + (seconds(endTime ?? '2') - summer.offsetSeconds) * 1000;
      const isSummer = from < to ? ms >= from && ms < to : ms >= from || ms < to;
      return isSummer ? summer : standard;
    },
  };
}

function bare(name: string | undefined): string {
  return (name ?? '').replace(/[<>]/g, '');
}

/** Of `5`, `-5:45`, `02:00:00`. */
function seconds(text: string): number {
  const [hours = 0, minutes = 0, rest = 0] = text.replace(/^[-+]/, '').split(':').map(Number);
  return (text.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60 + rest);
}

/** Midnight of `M3.5.0`: in March the fifth, or last, Sunday. */
function changeMs(year: number, rule: string): number {
  const [month = 1, week = 1, weekday = 0] = rule.slice(1).split('.').map(Number);
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  let day = 1 + ((weekday - first + 7) % 7) + (week - 1) * 7;
  while (day > days) day -= 7;
  return Date.UTC(year, month - 1, day);
}
