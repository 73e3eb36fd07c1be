import { formatHumanDuration } from '../../lib/human-duration.ts';
import type { ContainerRecord } from '../state.ts';

/** The STATUS column: `Up 5 minutes (healthy)`, `Exited (0) 2 hours ago`. @see moby v28 container/state.go String */
export function formatStatus(container: ContainerRecord, nowMs: number): string {
  const { status, startedMs, finishedMs, exitCode, health } = container;
  switch (status) {
    case 'running': {
      const up = `Up ${formatHumanDuration(nowMs - startedMs)}`;
      return health ? `${up} (${health.status === 'starting' ? 'health: starting' : health.status})` : up;
    }
    case 'paused':
      return `Up ${formatHumanDuration(nowMs - startedMs)} (Paused)`;
    case 'restarting':
      return `Restarting (${exitCode}) ${formatHumanDuration(nowMs - finishedMs)} ago`;
    case 'removing':
      return 'Removal In Progress';
    case 'dead':
      return 'Dead';
    case 'created':
      return 'Created';
    case 'exited':
      return finishedMs ? `Exited (${exitCode}) ${formatHumanDuration(nowMs - finishedMs)} ago` : '';
  }
}
