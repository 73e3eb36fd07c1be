import type { Filters } from '../../api/engine-api.ts';
import type { EventMessage } from '../../api/system-types.ts';
import type { EngineContext } from '../engine-context.ts';
import { checkFilters, matchesExactly, matchesLabels, matchesPrefix, parseMoment } from '../filters.ts';

const KNOWN = [
  'config', 'container', 'daemon', 'event', 'image', 'label', 'network', 'node', 'plugin', 'scope', 'secret', 'service', 'type', 'volume',
]; // prettier-ignore

/**
 * What happened since `since` (of the last 256 events) and what happens until `until`; for ever without it. Ends when the client stops listening.
 * @throws ApiError invalidParameter @see moby v28 daemon/events.go, daemon/events/filter.go
 */
export async function* systemEvents(
  context: EngineContext,
  options: { since?: string; until?: string; filters?: Filters } = {},
): AsyncGenerator<EventMessage> {
  const filters = options.filters ?? {};
  checkFilters(filters, KNOWN);
  const { store, kernel } = context;
  const nowMs = kernel.clock.now();
  const since = options.since ? parseMoment(options.since, nowMs) : Infinity;
  const until = options.until ? parseMoment(options.until, nowMs) : Infinity;
  const waiting: EventMessage[] = store.pastEvents.filter((event) => momentOf(event) >= since);
  const arrived = kernel.scheduler.createWaitQueue();
  const stop = store.subscribe(({ events }) => {
    waiting.push(...events);
    if (events.length) arrived.wakeAll();
  });
  try {
    for (;;) {
      for (let event = waiting.shift(); event; event = waiting.shift()) {
        if (momentOf(event) > until) return;
        if (isWanted(event, filters)) yield event;
      }
      const left = until - kernel.clock.now();
      if (left <= 0) return;
      await arrived.wait(left === Infinity ? undefined : left);
    }
  } finally {
    stop();
  }
}

function momentOf(event: EventMessage): number {
  return Number(event.timeNano) / 1e6;
}

function isWanted(event: EventMessage, filters: Filters): boolean {
  const { Type, Action, Actor, scope } = event;
  const base = Action.split(':')[0] ?? '';
  const { image = '', ...labels } = Actor.Attributes;
  return (
    (matchesExactly(filters, 'event', Action) || matchesExactly(filters, 'event', base)) &&
    matchesExactly(filters, 'type', Type) &&
    matchesExactly(filters, 'scope', scope) &&
    (filters['image'] === undefined || isImage(event, image, filters['image'])) &&
    OBJECTS.every(
      (type) => filters[type] === undefined || (type === Type && isActor(event, type, filters)),
    ) &&
    matchesLabels(labels, filters['label'] ?? [])
  );
}

const OBJECTS = [
  'config',
  'container',
  'daemon',
  'network',
  'node',
  'plugin',
  'secret',
  'service',
  'volume',
] as const;

function isActor({ Actor }: EventMessage, type: string, filters: Filters): boolean {
  const byId = matchesPrefix(filters, type, Actor.ID);
  return byId || matchesPrefix(filters, type, Actor.Attributes['name'] ?? '');
}

/** Events of an image itself, and of containers made from it. Tags don't matter where the filter has none. */
function isImage({ Type, Actor }: EventMessage, image: string, wanted: readonly string[]): boolean {
  const names = Type === 'image' ? [Actor.ID, Actor.Attributes['name'] ?? ''] : [image];
  return names.some(
    (name) => name !== '' && wanted.some((text) => text === name || text === name.replace(/:[^/:]*$/, '')),
  );
}
