import type { EventMessage } from '../api/system-types.ts';
import { PersistentMap } from '../lib/persistent-map.ts';
import type { NewEvent, Store } from './engine-context.ts';
import type { EngineState } from './state.ts';

const PAST_EVENTS = 256;

export const EMPTY_STATE: EngineState = {
  images: PersistentMap.empty(),
  tags: PersistentMap.empty(),
  digests: PersistentMap.empty(),
  layers: PersistentMap.empty(),
  containers: PersistentMap.empty(),
  networks: PersistentMap.empty(),
  volumes: PersistentMap.empty(),
  buildCache: PersistentMap.empty(),
};

type Listener = Parameters<Store['subscribe']>[0];

/** The control plane's one cell. `nowMs` stamps events. */
export function createStore(initial: EngineState, nowMs: () => number): Store {
  let state = initial;
  const listeners = new Set<Listener>();
  const pastEvents: EventMessage[] = [];
  return {
    get state() {
      return state;
    },
    pastEvents,
    commit: (change, events = []) => {
      const before = state;
      state = change(before);
      const stamped = events.map((event) => stamp(event, nowMs()));
      pastEvents.push(...stamped);
      pastEvents.splice(0, Math.max(0, pastEvents.length - PAST_EVENTS));
      for (const listener of [...listeners]) listener({ state, before, events: stamped });
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function stamp(event: NewEvent, nowMs: number): EventMessage {
  const micros = Math.round(nowMs * 1000);
  return { ...event, scope: 'local', time: Math.floor(nowMs / 1000), timeNano: `${micros}000` };
}
