import type { Process } from '../../kernel/process.ts';
import { ZONE_RULES } from '../../lib/time-zone-names.ts';

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

const FOLDER = '/usr/share/zoneinfo/';

/**
 * The zone that TZ or, without it, /etc/localtime names: a POSIX rule (`EST5EDT`, `<+05>-5`) or a place, which is known where tzdata has put a file
 * for it. What can't be read is UTC; the C library of Debian takes it for an abbreviation of that. @see tzset(3)
 */
export function timeZoneOf(proc: Process): TimeZone {
  const given = proc.env.get('TZ')?.replace(/^:/, '');
  if (given === undefined) return placeZone(proc, localtime(proc)) ?? UTC;
  const found = placeZone(proc, given.replace(FOLDER, '')) ?? parseRule(given);
  if (found) return found;
  const word = /^[A-Za-z]{3,}/.exec(given)?.[0];
  return word === undefined || proc.busybox ? UTC : { at: () => ({ offsetSeconds: 0, name: word }) };
}

/** The zone of a place, by its file in tzdata: `Europe/Berlin`. */
export function placeZone({ files }: Process, name: string): TimeZone | undefined {
  const rule = ZONE_RULES.get(name);
  return rule !== undefined && files.exists(FOLDER + name) ? parseRule(rule) : undefined;
}

/** The place that /etc/localtime is a link to; nothing where it is none. */
function localtime({ files }: Process): string {
  const path = '/etc/localtime';
  return files.lstatIfAny(path)?.type === 'symlink'
    ? files.readlink(path).replace(/^.*\/zoneinfo\//, '')
    : '';
}

/** The moment at which clocks there show this. @param localMs what they show, as if it were UTC */
export function fromLocal(zone: TimeZone, localMs: number): number {
  const guess = localMs - zone.at(localMs).offsetSeconds * 1000;
  return localMs - zone.at(guess).offsetSeconds * 1000;
}

const NAME = '([A-Za-z]{3,}|<[-+A-Za-z0-9]+>)';
const OFFSET = '([-+]?\\d{1,2}(?::\\d{2}){0,2})';
const CHANGE = '(M\\d+\\.\\d\\.\\d)(?:/(-?\\d+(?::\\d{2}){0,2}))?';
const RULE = new RegExp(`^${NAME}${OFFSET}(?:${NAME}${OFFSET}?(?:,${CHANGE},${CHANGE})?)?$`);

/** A zone by the rules of tzset(3); undefined where they are none. */
export function parseRule(text: string): TimeZone | undefined {
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
