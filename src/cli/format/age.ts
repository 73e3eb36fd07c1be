import { formatHumanDuration } from '../../lib/human-duration.ts';

/** `5 minutes ago`, for a moment (RFC 3339). */
export function formatAge(moment: string, nowMs: number): string {
  return `${formatHumanDuration(nowMs - Date.parse(moment))} ago`;
}
