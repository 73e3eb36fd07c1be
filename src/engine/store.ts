import type { EventMessage } from '../api/system-types.ts';
import { PersistentMap } from '../lib/persistent-map.ts';
import type { NewEvent, Store, StoreUpdate } from './engine-context.ts';
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
  builds: PersistentMap.empty(),
};

type Listener = (update: StoreUpdate) => void;

function updateOf(before: EngineState, state: EngineState, events: readonly EventMessage[]): StoreUpdate {
  let changes: ReturnType<StoreUpdate['containerChanges']> | undefined;
  return {
    state,
    before,
    events,
    containerChanges: () => (changes ??= [...state.containers.changesSince(before.containers)]),
  };
}

/** The control plane's one cell. `nowMs` stamps events. */
export function createStore(initial: EngineState, nowMs: () => number): Store {
  let state = initial;
  const listeners = new Set<Listener>();
  const pastEvents: EventMessage[] = [];
  let lastNano = 0n;
  /** Events of one moment keep their order: each is a nanosecond later. */
  const stamp = (event: NewEvent): EventMessage => {
    const ms = nowMs();
    const nano = BigInt(Math.round(ms * 1000)) * 1000n;
    lastNano = nano > lastNano ? nano : lastNano + 1n;
    return { scope: 'local', ...event, time: Math.floor(ms / 1000), timeNano: String(lastNano) };
  };
  return {
    get state() {
      return state;
    },
    pastEvents,
    commit: (change, events = []) => {
      const before = state;
      state = change(before);
      const stamped = events.map(stamp);
      pastEvents.push(...stamped);
      pastEvents.splice(0, Math.max(0, pastEvents.length - PAST_EVENTS));
      const update = updateOf(before, state, stamped);
      for (const listener of [...listeners]) listener(update);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
