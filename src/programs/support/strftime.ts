const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
]; // prettier-ignore

const two = (value: number): string => String(value).padStart(2, '0');

/** A time in UTC by a strftime(3) format, with GNU's `%N`, `%-d`, `%_d`. @param ms milliseconds since the epoch */
export function strftime(format: string, ms: number): string {
  return format.replace(
    /%([-_0^]?)(:*)([a-zA-Z%+])/g,
    (match, flag: string, _colons: string, letter: string) => {
      const text = conversion(letter, ms);
      if (text === undefined) return match;
      if (flag === '-') return text.replace(/^[ 0]+(?=.)/, '');
      if (flag === '_') return text.replace(/^0+(?=.)/, (zeros) => ' '.repeat(zeros.length));
      return flag === '^' ? text.toUpperCase() : text;
    },
  );
}

function conversion(letter: string, ms: number): string | undefined {
  const date = new Date(Math.floor(ms));
  const day = DAYS[date.getUTCDay()] ?? '';
  const month = MONTHS[date.getUTCMonth()] ?? '';
  const hour = date.getUTCHours();
  const compound = { c: '%a %b %e %H:%M:%S %Y', D: '%m/%d/%y', F: '%Y-%m-%d', R: '%H:%M', T: '%H:%M:%S', r: '%I:%M:%S %p', x: '%m/%d/%y', X: '%H:%M:%S', h: '%b', '+': '%a %b %e %H:%M:%S %Z %Y' }[letter]; // prettier-ignore
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
    case 's': return String(Math.floor(ms / 1000));
    case 'S': return two(date.getUTCSeconds());
    case 't': return '\t';
    case 'u': return String(date.getUTCDay() || 7);
    case 'w': return String(date.getUTCDay());
    case 'y': return two(date.getUTCFullYear() % 100);
    case 'Y': return String(date.getUTCFullYear());
    case 'z': return '+0000';
    case 'Z': return 'UTC';
    case '%': return '%';
    default: return undefined;
  }
} // prettier-ignore

function dayOfYear(date: Date): number {
  return Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000) + 1;
}

/** `2026-11-24 13:00:00`, `@1700000000`, `now`, `2 days ago`, RFC 3339 … → milliseconds, or undefined. Times without a zone are UTC. */
export function parseTime(text: string, nowMs: number): number | undefined {
  const trimmed = text.trim();
  if (/^@-?\d+(\.\d+)?$/.test(trimmed)) return Number(trimmed.slice(1)) * 1000;
  const lower = trimmed.toLowerCase();
  const relative = /^(?:now|today|)\s*([-+]?\d+)\s*(second|sec|minute|min|hour|day|week)s?(\s+ago)?$/.exec(
    lower,
  );
  if (relative) {
    const unit =
      { second: 1, sec: 1, minute: 60, min: 60, hour: 3600, day: 86400, week: 604800 }[relative[2] ?? ''] ??
      1;
    return nowMs + Number(relative[1]) * unit * 1000 * (relative[3] ? -1 : 1);
  }
  const word = { now: 0, today: 0, '': 0, yesterday: -1, tomorrow: 1 }[lower];
  if (word !== undefined) return nowMs + word * 86_400_000;
  const iso = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d(?:\.\d+)?)?)?\s*(Z|UTC|GMT|[-+]\d\d:?\d\d)?$/i.exec(
    trimmed,
  );
  const normal = iso
    ? `${iso[1] ?? ''}T${iso[2] ?? '00:00'}${iso[3] ?? ':00'}${/^[-+]/.test(iso[4] ?? '') ? (iso[4] ?? '') : 'Z'}`
    : /(GMT|UTC|[-+]\d{4})$/.test(trimmed)
      ? trimmed
      : `${trimmed} UTC`;
  const ms = Date.parse(normal);
  return Number.isNaN(ms) ? undefined : ms;
}
