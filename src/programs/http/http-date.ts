/** A busy server says the same second many times. */
let last = { second: NaN, text: '' };

/** `Tue, 24 Nov 2026 13:00:00 GMT`. @see RFC 9110 §5.6.7 */
export function formatHttpDate(ms: number): string {
  const second = Math.floor(ms / 1000);
  if (last.second !== second) last = { second, text: new Date(ms).toUTCString() };
  return last.text;
}

/** Milliseconds of an HTTP date, or undefined. */
export function parseHttpDate(text: string): number | undefined {
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : ms;
}
