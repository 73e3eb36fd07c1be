import { formatHumanSize } from '../../lib/human-size.ts';

/** `85 MB`, in three digits. */
export const showSize = (bytes: number): string =>
  formatHumanSize(bytes, 3).replace(/(?=[a-zA-Z]+$)/, '\u00a0');

/** `40 ms`, `0.3 s`, `14 s`, `2 min 5 s`. */
export function showDuration(durationMs: number): string {
  if (durationMs < 95) return `${Math.round(durationMs)}\u00a0ms`;
  const seconds = durationMs / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1)}\u00a0s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole}\u00a0s`;
  const rest = whole % 60;
  return `${Math.floor(whole / 60)}\u00a0min${rest ? ` ${rest}\u00a0s` : ''}`;
}
