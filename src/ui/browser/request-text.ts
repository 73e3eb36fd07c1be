import { errorPage } from './error-page.ts';
import type { LoggedRequest } from './request-log.ts';

/** `200 OK`, or the browser's name of what went wrong: `ERR_EMPTY_RESPONSE`. */
export const outcomeText = (outcome: LoggedRequest['outcome']): string =>
  'failed' in outcome ? errorPage(outcome.failed, '').code : outcome.status;

/** `0.4 ms`, `12 ms`, `1.2 s` */
export function formatTook(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(1)} s`;
  return ms < 10 ? `${ms.toFixed(1)} ms` : `${Math.round(ms)} ms`;
}
