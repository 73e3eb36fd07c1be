const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
]; // prettier-ignore

/** A time in UTC by strftime's letters, those that scripts use. */
export function formatTime(format: string, seconds: number): string {
  const date = new Date(seconds * 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const iso = date.toISOString();
  return format.replace(/%([a-zA-Z%])/g, (whole, letter: string) => {
    switch (letter) {
      case 'Y': return String(date.getUTCFullYear());
      case 'm': return two(date.getUTCMonth() + 1);
      case 'd': return two(date.getUTCDate());
      case 'e': return String(date.getUTCDate()).padStart(2);
      case 'H': return two(date.getUTCHours());
      case 'M': return two(date.getUTCMinutes());
      case 'S': return two(date.getUTCSeconds());
      case 'y': return two(date.getUTCFullYear() % 100);
      case 'F': return iso.slice(0, 10);
      case 'T': return iso.slice(11, 19);
      case 'R': return iso.slice(11, 16);
      case 's': return String(seconds);
      case 'a': return (DAYS[date.getUTCDay()] ?? '').slice(0, 3);
      case 'A': return DAYS[date.getUTCDay()] ?? '';
      case 'b': return (MONTHS[date.getUTCMonth()] ?? '').slice(0, 3);
      case 'B': return MONTHS[date.getUTCMonth()] ?? '';
      case 'Z': return 'UTC';
      case 'z': return '+0000';
      case '%': return '%';
      case 'n': return '\n';
      case 't': return '\t';
      default: return whole;
    }
  }); // prettier-ignore
}
