import type { EventMessage } from '../api/system-types.ts';
import type { Host } from '../host/host.ts';
import type { World } from './world.ts';

/** So much virtual time is leapt over at most. */
const MOST_MS = 3_600_000;
/** So long a busy world may take over it. */
const MOST_REAL_MS = 3000;

/**
 * Lets time jump until something happens: an event of a daemon, or `outputs` (which counts what terminals print) grows. `tell` hears what it was,
 * in words for the learner.
 */
export function skipAhead(
  { queue, machines }: World,
  host: Pick<Host, 'monotonicMs'>,
  outputs: () => number,
  tell: (text: string) => void,
): void {
  const [since, printed, began] = [queue.now(), outputs(), host.monotonicMs()];
  let event: EventMessage | undefined;
  const stops = machines.map(({ engine }) =>
    engine.store.subscribe(({ events }) => (event ??= events.find(isOfInterest))),
  );
  queue.leap({
    untilMs: since + MOST_MS,
    isOver: () => event !== undefined || outputs() !== printed || host.monotonicMs() - began > MOST_REAL_MS,
    onLanding: () => {
      for (const stop of stops) stop();
      const what = event ? eventText(event) : outputs() === printed ? undefined : 'the terminal has news';
      tell(skippedText(queue.now() - since, what));
    },
  });
}

/** What containers run to look after their health is no news. */
const isOfInterest = ({ Action }: EventMessage): boolean => !Action.startsWith('exec_');

/** `container web: die` */
function eventText({ Type, Action, Actor }: EventMessage): string {
  return `${Type} ${Actor.Attributes.name ?? Actor.ID.slice(0, 12)}: ${Action}`;
}

/** `what`: undefined where nothing happened. */
export function skippedText(ms: number, what: string | undefined): string {
  const later = lengthOfTime(ms);
  if (what === undefined)
    return ms < 1 ? 'Nothing here waits for time to pass.' : `Nothing happened in ${later}.`;
  return ms < 1 ? `At once: ${what}.` : `${later[0]?.toUpperCase() ?? ''}${later.slice(1)} later: ${what}.`;
}

function lengthOfTime(ms: number): string {
  if (ms >= 3_600_000) return 'an hour';
  const seconds = Math.round(ms / 1000);
  if (seconds >= 60) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return ms >= 1000 ? `${Math.round(ms / 100) / 10} s` : `${Math.round(ms)} ms`;
}
