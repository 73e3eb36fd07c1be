/** Levels of the error log, the gravest first. */
export const LOG_LEVELS: readonly string[] = [
  ...['emerg', 'alert', 'crit', 'error', 'warn', 'notice', 'info', 'debug'],
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((number) => `trace${number}`),
];

/** Whether a line of this level is written where the log goes down to `limit`; notices of the server's life always are. */
export function isLogged(level: string, limit: string): boolean {
  return level === 'notice' || LOG_LEVELS.indexOf(level) <= LOG_LEVELS.indexOf(limit);
}
