import { UTC, type TimeZone } from './time-zone.ts';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
]; // prettier-ignore

const two = (value: number): string => String(value).padStart(2, '0');

/** Conversions that are padded with spaces; all other numbers with zeros. */
const SPACED = 'ekl';

/** A time in a zone, UTC unless given, by a strftime(3) format, with GNU's flags `-_0^#`, widths and `%N`. @param ms milliseconds since the epoch */
export function strftime(format: string, ms: number, timeZone: TimeZone = UTC): string {
  const { offsetSeconds, name } = timeZone.at(ms);
  return format.replace(
    /%([-_0^#]*)((?:[1-9]\d*)?)(:*)([a-zA-Z%+])/g,
    (match, flags: string, width: string, colons: string, letter: string) => {
      const text =
        letter === 'z'
          ? offset(colons, offsetSeconds)
          : letter === 'Z'
            ? name
            : letter === 's'
              ? String(Math.floor(ms / 1000))
              : conversion(letter, ms + offsetSeconds * 1000);
      if (text === undefined) return match;
      if (letter === 'N')
        return flags.includes('-') ? text.replace(/0+$/, '') : text.slice(0, Number(width || 9));
      return pad(text, flags, Number(width || 0), letter);
    },
  );
}

function pad(text: string, flags: string, width: number, letter: string): string {
  const numeric = /^[ \d]+$/.test(text) && !'aAbBcnpPtZ%'.includes(letter);
  let result = text;
  if (numeric && /[-_0]/.test(flags)) {
    const digits = text.replace(/^[ 0]+(?=.)/, '');
    const fill = flags.includes('_') ? ' ' : '0';
    result = flags.includes('-') ? digits : digits.padStart(Math.max(width, text.length), fill);
  }
  if (/[\^#]/.test(flags)) result = result.toUpperCase();
  const spaces = flags.includes('_') || !numeric || (SPACED.includes(letter) && !flags.includes('0'));
  return flags.includes('-') ? result : result.padStart(width, spaces ? ' ' : '0');
}

/** `+0530`; a colon more each: `+05:30`, `+05:30:00`, as short as it can be. */
function offset(colons: string, seconds: number): string {
  const sign = seconds < 0 ? '-' : '+';
  const [hours, minutes, rest] = [3600, 60, 1].map((unit, index) =>
    two(Math.floor(Math.abs(seconds) / unit) % (index === 0 ? 100 : 60)),
  );
  switch (colons) {
    case '':
      return `${sign}${hours}${minutes}`;
    case ':':
      return `${sign}${hours}:${minutes}`;
    case '::':
      return `${sign}${hours}:${minutes}:${rest}`;
    default:
      return `${sign}${hours}${rest !== '00' ? `:${minutes}:${rest}` : minutes !== '00' ? `:${minutes}` : ''}`;
  }
}

function conversion(letter: string, ms: number): string | undefined {
  const date = new Date(Math.floor(ms));
  const day = DAYS[date.getUTCDay()] ?? '';
  const month = MONTHS[date.getUTCMonth()] ?? '';
  const hour = date.getUTCHours();
  const compound = { c: '%a %b %e %H:%M:%S %Y', D: '%m/%d/%y', F: '%Y-%m-%d', R: '%H:%M', T: '%H:%M:%S', r: '%I:%M:%S %p', x: '%m/%d/%y', X: '%H:%M:%S', h: '%b' }[letter]; // prettier-ignore
  if (compound) return strftime(compound, ms);
  switch (letter) {
    case 'a': return day.slice(0, 3);
    case 'A': return day;
    case 'b': return month.slice(0, 3);
    case 'B': return month;
    case 'C': return two(Math.floor(date.getUTCFullYear() / 100));
    case 'd': return two(date.getUTCDate());
    case 'e': return String(date.getUTCDate()).padStart(2);
    case 'H': return two(hour);
    case 'I': return two(hour % 12 || 12);
    case 'j': return String(dayOfYear(date)).padStart(3, '0');
    case 'k': return String(hour).padStart(2);
    case 'l': return String(hour % 12 || 12).padStart(2);
    case 'm': return two(date.getUTCMonth() + 1);
    case 'M': return two(date.getUTCMinutes());
    case 'n': return '\n';
    case 'N': return String(Math.floor((((ms % 1000) + 1000) % 1000) * 1e6)).padStart(9, '0');
    case 'p': return hour < 12 ? 'AM' : 'PM';
    case 'P': return hour < 12 ? 'am' : 'pm';
    case 'S': return two(date.getUTCSeconds());
    case 't': return '\t';
    case 'u': return String(date.getUTCDay() || 7);
    case 'w': return String(date.getUTCDay());
    case 'U': return two(Math.floor((dayOfYear(date) + 6 - date.getUTCDay()) / 7));
    case 'W': return two(Math.floor((dayOfYear(date) + 6 - ((date.getUTCDay() + 6) % 7)) / 7));
    case 'V': return two(isoWeek(date).week);
    case 'G': return String(isoWeek(date).year);
    case 'g': return two(isoWeek(date).year % 100);
    case 'q': return String(Math.floor(date.getUTCMonth() / 3) + 1);
    case 'y': return two(date.getUTCFullYear() % 100);
    case 'Y': return String(date.getUTCFullYear());
    case '%': return '%';
    default: return undefined;
  }
} // prettier-ignore

function dayOfYear(date: Date): number {
  return Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000) + 1;
}

/** The week that ISO 8601 counts, and the year it belongs to. */
function isoWeek(date: Date): { year: number; week: number } {
  const thursday = new Date(date.getTime() + (3 - ((date.getUTCDay() + 6) % 7)) * 86_400_000);
  return { year: thursday.getUTCFullYear(), week: Math.floor((dayOfYear(thursday) - 1) / 7) + 1 };
}
