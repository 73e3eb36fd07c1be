import { strftime } from '../support/strftime.ts';

/** `Tue, 24 Nov 2026 13:00:00 GMT`. @see RFC 9110 §5.6.7 */
export function formatHttpDate(ms: number): string {
  return strftime('%a, %d %b %Y %H:%M:%S GMT', ms);
}

/** Milliseconds of an HTTP date, or undefined. */
export function parseHttpDate(text: string): number | undefined {
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : ms;
}
