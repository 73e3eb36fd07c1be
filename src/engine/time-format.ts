/** What did not happen. */
export const ZERO_TIME = '0001-01-01T00:00:00Z';

/** Milliseconds since the epoch → RFC 3339 with nanoseconds, as Go writes it; 0 is the zero time. */
export function formatTime(ms: number): string {
  if (ms === 0) return ZERO_TIME;
  const whole = new Date(ms).toISOString().slice(0, 19);
  const nanos = Math.round((ms % 1000) * 1e6);
  const fraction = String(nanos).padStart(9, '0').replace(/0+$/, '');
  return fraction ? `${whole}.${fraction}Z` : `${whole}Z`;
}
