/** What a clock shows at a place. */
export interface TimeZone {
  /** Minutes east of Greenwich at a time. @param ms milliseconds since the epoch */
  offsetMinutes(ms: number): number;
  /** `CET` or `CEST`. */
  abbreviation(ms: number): string;
}

export const UTC: TimeZone = { offsetMinutes: () => 0, abbreviation: () => 'UTC' };

const EU = ',M3.5.0,M10.5.0/3';
const US = ',M3.2.0,M11.1.0';

/**
 * Zones by the name that TZ has, with today's rules. Simplified: a few dozen that people ask for; a time long ago is shown by today's rules.
 * @see IANA time zone database, tzset(3)
 */
export const TIME_ZONES: ReadonlyMap<string, string> = new Map([
  ['UTC', 'UTC0'], ['Etc/UTC', 'UTC0'], ['GMT', 'GMT0'], ['Etc/GMT', 'GMT0'],
  ['Europe/London', `GMT0BST,M3.5.0/1,M10.5.0`], ['Europe/Dublin', `GMT0IST,M3.5.0/1,M10.5.0`], ['Europe/Lisbon', `WET0WEST,M3.5.0/1,M10.5.0`],
  ['Europe/Berlin', `CET-1CEST${EU}`], ['Europe/Paris', `CET-1CEST${EU}`], ['Europe/Madrid', `CET-1CEST${EU}`], ['Europe/Rome', `CET-1CEST${EU}`],
  ['Europe/Vienna', `CET-1CEST${EU}`], ['Europe/Zurich', `CET-1CEST${EU}`], ['Europe/Amsterdam', `CET-1CEST${EU}`], ['Europe/Brussels', `CET-1CEST${EU}`],
  ['Europe/Prague', `CET-1CEST${EU}`], ['Europe/Warsaw', `CET-1CEST${EU}`], ['Europe/Stockholm', `CET-1CEST${EU}`], ['Europe/Oslo', `CET-1CEST${EU}`],
  ['Europe/Copenhagen', `CET-1CEST${EU}`], ['Europe/Budapest', `CET-1CEST${EU}`], ['Europe/Helsinki', 'EET-2EEST,M3.5.0/3,M10.5.0/4'],
  ['Europe/Athens', 'EET-2EEST,M3.5.0/3,M10.5.0/4'], ['Europe/Kyiv', 'EET-2EEST,M3.5.0/3,M10.5.0/4'], ['Europe/Moscow', 'MSK-3'], ['Europe/Istanbul', '<+03>-3'],
  ['America/New_York', `EST5EDT${US}`], ['America/Toronto', `EST5EDT${US}`], ['America/Chicago', `CST6CDT${US}`], ['America/Denver', `MST7MDT${US}`],
  ['America/Phoenix', 'MST7'], ['America/Los_Angeles', `PST8PDT${US}`], ['America/Vancouver', `PST8PDT${US}`], ['America/Mexico_City', 'CST6'],
  ['America/Sao_Paulo', '<-03>3'], ['America/Argentina/Buenos_Aires', '<-03>3'], ['America/Bogota', '<-05>5'],
  ['Asia/Tokyo', 'JST-9'], ['Asia/Seoul', 'KST-9'], ['Asia/Shanghai', 'CST-8'], ['Asia/Hong_Kong', 'HKT-8'], ['Asia/Taipei', 'CST-8'], ['Asia/Singapore', '<+08>-8'],
  ['Asia/Kolkata', 'IST-5:30'], ['Asia/Dubai', '<+04>-4'], ['Asia/Jakarta', 'WIB-7'], ['Asia/Bangkok', '<+07>-7'], ['Asia/Ho_Chi_Minh', '<+07>-7'], ['Asia/Manila', 'PST-8'],
  ['Australia/Sydney', 'AEST-10AEDT,M10.1.0,M4.1.0/3'], ['Australia/Melbourne', 'AEST-10AEDT,M10.1.0,M4.1.0/3'], ['Australia/Perth', 'AWST-8'],
  ['Pacific/Auckland', 'NZST-12NZDT,M9.5.0,M4.1.0/3'], ['Africa/Cairo', 'EET-2EEST,M4.5.5/0,M10.5.4/24'], ['Africa/Lagos', 'WAT-1'], ['Africa/Johannesburg', 'SAST-2'],
  ['Africa/Nairobi', 'EAT-3'], ['EST5EDT', `EST5EDT${US}`], ['CST6CDT', `CST6CDT${US}`], ['MST7MDT', `MST7MDT${US}`], ['PST8PDT', `PST8PDT${US}`], ['CET', `CET-1CEST${EU}`],
]); // prettier-ignore

const NAME = '[A-Za-z]{3,}|<[-+\\w]+>';
const OFFSET = '[-+]?\\d{1,2}(?::\\d{2})?';
const RULE = 'M(\\d+)\\.(\\d)\\.(\\d)(?:/(-?\\d+))?';
const ZONE = new RegExp(`^(${NAME})(${OFFSET})(?:(${NAME})(${OFFSET})?(?:,${RULE},${RULE})?)?$`);

/** When a change comes: the `week`th (5: last) `day` of a month, at an hour of the local time before it. */
interface Change {
  readonly month: number;
  readonly week: number;
  readonly day: number;
  readonly hour: number;
}

/** A zone from the rules of tzset(3), `CET-1CEST,M3.5.0,M10.5.0/3`; undefined where they are none. */
export function parseTimeZone(rules: string): TimeZone | undefined {
  const [match, name = '', offset = '', summerName, summerOffset, ...dates] = ZONE.exec(rules) ?? [];
  if (match === undefined) return undefined;
  const standard = minutesOf(offset);
  const plain = name.replace(/[<>]/g, '');
  if (summerName === undefined) return { offsetMinutes: () => standard, abbreviation: () => plain };
  const summer = summerOffset === undefined ? standard + 60 : minutesOf(summerOffset);
  const begin = changeOf(dates.slice(0, 4)) ?? { month: 3, week: 2, day: 0, hour: 2 };
  const end = changeOf(dates.slice(4)) ?? { month: 11, week: 1, day: 0, hour: 2 };
  const isSummer = (ms: number): boolean => {
    const year = new Date(ms + standard * 60_000).getUTCFullYear();
    const from = instantOf(begin, year) - standard * 60_000;
    const to = instantOf(end, year) - summer * 60_000;
    return from < to ? ms >= from && ms < to : ms >= from || ms < to;
  };
  return {
    offsetMinutes: (ms) => (isSummer(ms) ? summer : standard),
    abbreviation: (ms) => (isSummer(ms) ? summerName.replace(/[<>]/g, '') : plain),
  };
}

/** TZ counts westward. */
function minutesOf(offset: string): number {
  const [hours = '0', minutes = '0'] = offset.replace(/^[-+]/, '').split(':');
  const total = Number(hours) * 60 + Number(minutes);
  return offset.startsWith('-') ? total : -total;
}

function changeOf([month, week, day, hour]: readonly (string | undefined)[]): Change | undefined {
  if (month === undefined) return undefined;
  return { month: Number(month), week: Number(week), day: Number(day), hour: Number(hour ?? 2) };
}

/** Milliseconds of the change as if the local time were UTC. */
function instantOf({ month, week, day, hour }: Change, year: number): number {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  let date = 1 + ((day - first + 7) % 7) + (week - 1) * 7;
  while (date > length) date -= 7;
  return Date.UTC(year, month - 1, date, hour);
}
