import type { TravelTo } from '../queries/queries.ts';

/** Why nobody goes anywhere while a terminal runs a line; '' is a shell that has yet to begin. */
export const busy = (command: string): string =>
  command
    ? `“${command}” is still running in this terminal. Let it end, or press Ctrl+C there first.`
    : 'The terminal is not ready yet. Try again in a moment.';

/** Why there is no such place in the timeline. */
export function nowhere(to: TravelTo): string {
  if (to === 'undo') return 'There is nothing to undo: no command has changed anything yet.';
  return to === 'redo' ? 'There is nothing to redo.' : 'That point is not kept any more.';
}
