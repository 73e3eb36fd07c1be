import { tableOf } from '../../lib/table.ts';
import { fromLocal, UTC, type TimeZone } from './time-zone.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const UNIT_MS: Readonly<Record<string, number>> = tableOf({
  sec: 1000,
  second: 1000,
  min: 60_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
  fortnight: 1_209_600_000,
});
const ORDINALS: Readonly<Record<string, number>> = tableOf({
  last: -1,
  this: 0,
  next: 1,
  first: 1,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
});
const ZONES: Readonly<Record<string, number>> = tableOf({
  utc: 0,
  gmt: 0,
  z: 0,
  ut: 0,
  wet: 0,
  cet: 60,
  cest: 120,
  bst: 60,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  msk: 180,
});

/** What a date's words have said so far. */
interface Fields {
  date?: readonly [year: number, month: number, day: number];
  time?: readonly [hour: number, minute: number, second: number];
  zoneMinutes?: number;
  weekday?: { readonly day: number; readonly count: number };
  months: number;
  ms: number;
  /** Days added by words: they keep the time of day. */
  days: number;
  absolute?: number;
}

/**
 * A date as people write it for `date -d` and `touch -d`: ISO and US dates, month names, times, zones, weekdays, and what is relative to them
 * (`2 days ago`, `next friday`, `yesterday`). Milliseconds since the epoch, or undefined. Without a zone of its own it is meant in `zone`.
 * @see GNU coreutils, "Date input formats"
 */
export function parseTime(text: string, nowMs: number, zone: TimeZone = UTC): number | undefined {
  const fields: Fields = { months: 0, ms: 0, days: 0 };
  const localNow = nowMs + zone.at(nowMs).offsetSeconds * 1000;
  let rest = text.trim().toLowerCase();
  while (rest !== '') {
    const length = takeAny(rest, fields, localNow);
    if (length === 0) return undefined;
    rest = rest.slice(length).replace(/^[\s,]+/, '');
  }
  return resolve(fields, text.trim() === '' ? midnight(localNow) : localNow, zone);
}

/** Nothing at all means the day's beginning. */
function midnight(ms: number): number {
  return Math.floor(ms / 86_400_000) * 86_400_000;
}

type Rule = readonly [
  pattern: RegExp,
  take: (match: readonly (string | undefined)[], fields: Fields, nowMs: number) => boolean,
];

const MONTH = `(${MONTHS.join('|')})[a-z]*\\.?`;
const num = (text: string | undefined): number => Number(text ?? 0);
const monthOf = (text: string | undefined): number => MONTHS.indexOf((text ?? '').slice(0, 3)) + 1;

const RULES: readonly Rule[] = [
  [/^@(-?\d+(?:[.,]\d+)?)/, ([, seconds], fields) => ((fields.absolute = num(seconds?.replace(',', '.')) * 1000), true)],
  [/^(\d{4})-(\d\d?)-(\d\d?)(?:t(?=\d)|(?=\D|$))/, ([, y, m, d], fields) => setDate(fields, num(y), num(m), num(d))],
  [/^(\d{4})(\d\d)(\d\d)(?:t(?=\d)|(?!\d))/, ([, y, m, d], fields) => setDate(fields, num(y), num(m), num(d))],
  [/^(\d{4})\/(\d\d?)\/(\d\d?)(?!\d)/, ([, y, m, d], fields) => setDate(fields, num(y), num(m), num(d))],
  [/^(\d\d?)\/(\d\d?)\/(\d{4})(?!\d)/, ([, m, d, y], fields) => setDate(fields, num(y), num(m), num(d))],
  [new RegExp(`^(\\d\\d?)[\\s-]*${MONTH}[\\s-]*(\\d{4})?(?![\\d:])`), ([, d, m, y], fields, now) => setDate(fields, y === undefined ? yearOf(now) : num(y), monthOf(m), num(d))],
  [new RegExp(`^${MONTH}\\s+(\\d\\d?)(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?(?![\\d:])`), ([, m, d, y], fields, now) => setDate(fields, y === undefined ? yearOf(now) : num(y), monthOf(m), num(d))],
  [/^(\d\d?):(\d\d)(?::(\d\d(?:[.,]\d+)?))?\s*(am|pm|a\.m\.|p\.m\.)?/, ([, h, m, s, half], fields) => setTime(fields, num(h), num(m), num(s?.replace(',', '.')), half)],
  [/^(\d\d?)\s*(am|pm)\b/, ([, h, half], fields) => setTime(fields, num(h), 0, 0, half)],
  [/^([-+])(\d\d):?(\d\d)?(?![\d\s]*[a-z])(?!\s*\d)/, ([, sign, h, m], fields) => fields.time !== undefined && setZone(fields, (sign === '-' ? -1 : 1) * (num(h) * 60 + num(m)))],
  [/^(utc|gmt|ut|z|wet|cet|cest|bst|est|edt|cst|cdt|mst|mdt|pst|pdt|msk)\b/, ([, name], fields) => setZone(fields, ZONES[name ?? ''] ?? 0)],
  [/^(now|today|midnight|noon|yesterday|tomorrow)\b/, ([, word], fields) => setWord(fields, word ?? '')],
  [/^(?:([-+]?)\s*(\d+)|(last|this|next|first|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)|(?:an?\b)?)\s*(sec|second|min|minute|hour|day|week|fortnight|month|year)s?\b(\s+ago\b)?/, takeRelative],
  [new RegExp(`^(?:(last|this|next)\\s+)?(${DAYS.join('|')})(?:[a-z]*)\\b`), ([, which, day], fields) => ((fields.weekday = { day: DAYS.indexOf(day ?? ''), count: ORDINALS[which ?? 'this'] ?? 0 }), true)],
]; // prettier-ignore

/** Lets the first rule that fits take what is in front; how much it took. */
function takeAny(rest: string, fields: Fields, nowMs: number): number {
  for (const [pattern, take] of RULES) {
    const match = pattern.exec(rest);
    if (match && match[0] !== '' && take(match, fields, nowMs)) return match[0].length;
  }
  return 0;
}

function yearOf(ms: number): number {
  return new Date(ms).getUTCFullYear();
}

function setDate(fields: Fields, year: number, month: number, day: number): boolean {
  const found = new Date(Date.UTC(year, month - 1, day));
  if (month < 1 || month > 12 || day < 1 || found.getUTCMonth() !== month - 1) return false;
  fields.date = [year, month, day];
  return true;
}

function setTime(fields: Fields, hour: number, minute: number, second: number, half: string | undefined): boolean {
  if (half !== undefined && (hour < 1 || hour > 12)) return false;
  const hours = half === undefined ? hour : (hour % 12) + (half.startsWith('p') ? 12 : 0);
  if (hours > 23 || minute > 59 || second >= 61) return false;
  fields.time = [hours, minute, second];
  return true;
} // prettier-ignore

function setZone(fields: Fields, minutes: number): boolean {
  fields.zoneMinutes = minutes;
  return true;
}

function setWord(fields: Fields, word: string): boolean {
  if (word === 'midnight' || word === 'noon')
    return setTime(fields, word === 'noon' ? 12 : 0, 0, 0, undefined);
  fields.days += { yesterday: -1, tomorrow: 1 }[word] ?? 0;
  return true;
}

function takeRelative([, sign, digits, word, unit = '', ago]: readonly (string | undefined)[], fields: Fields): boolean {
  const size = digits === undefined ? (ORDINALS[word ?? ''] ?? 1) : Number(digits);
  const count = size * (sign === '-' ? -1 : 1) * (ago === undefined ? 1 : -1);
  if (unit === 'month') fields.months += count;
  else if (unit === 'year') fields.months += count * 12;
  else if (unit === 'day') fields.days += count;
  else if (unit === 'week') fields.days += count * 7;
  else if (unit === 'fortnight') fields.days += count * 14;
  else fields.ms += count * (UNIT_MS[unit] ?? 0);
  return true;
} // prettier-ignore

function resolve(fields: Fields, nowMs: number, zone: TimeZone): number {
  if (fields.absolute !== undefined) return fields.absolute + fields.ms + fields.days * 86_400_000;
  const now = new Date(Math.floor(nowMs));
  const keepsTime = fields.date === undefined && fields.time === undefined && fields.weekday === undefined;
  const [year, month, day] = fields.date ?? [now.getUTCFullYear(), now.getUTCMonth() + 1, now.getUTCDate()];
  const [hour, minute, second] = fields.time ?? [0, 0, 0];
  const clock = keepsTime ? nowMs - Date.UTC(year, month - 1, day) : ((hour * 60 + minute) * 60 + second) * 1000;
  let days = day + fields.days;
  if (fields.weekday) {
    const from = new Date(Date.UTC(year, month - 1 + fields.months, days)).getUTCDay();
    const ahead = (fields.weekday.day - from + 7) % 7;
    days += ahead + 7 * (fields.weekday.count - (fields.weekday.count > 0 && ahead !== 0 ? 1 : 0));
  }
  const local = Date.UTC(year, month - 1 + fields.months, days) + clock;
  if (fields.zoneMinutes !== undefined) return local + fields.ms - fields.zoneMinutes * 60_000;
  return fromLocal(zone, local) + fields.ms;
} // prettier-ignore
