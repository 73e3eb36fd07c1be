import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RecordKind, WorldChange, WorldRecords } from '../world/mirror.ts';

/** Records of the world by kind and id. A kind's map is replaced when one of its records changed, never edited. */
export type Mirror = { readonly [K in RecordKind]: ReadonlyMap<string, WorldRecords[K]> };

export type MirrorStore = StoreApi<Mirror>;

const EMPTY: Mirror = {
  image: new Map(),
  container: new Map(),
  volume: new Map(),
  network: new Map(),
  build: new Map(),
  machine: new Map(),
  node: new Map(),
  service: new Map(),
  traffic: new Map(),
  terminal: new Map(),
  activity: new Map(),
  lesson: new Map(),
  markers: new Map(),
  file: new Map(),
  point: new Map(),
  timeline: new Map(),
};

/** The mirror after these changes: kinds that did not change keep their map. */
export function applyChanges(mirror: Mirror, changes: readonly WorldChange[]): Mirror {
  const touched = new Map<RecordKind, Map<string, unknown>>();
  for (const { kind, id, value } of changes) {
    let records = touched.get(kind);
    if (!records) touched.set(kind, (records = new Map<string, unknown>(mirror[kind])));
    if (value === undefined) records.delete(id);
    else records.set(id, value);
  }
  return { ...mirror, ...Object.fromEntries(touched) };
}

/** The page's one-way picture of the world; only the connection writes to it. */
export function createMirrorStore(): MirrorStore {
  return createStore<Mirror>(() => EMPTY);
}

/** Forgets everything: another world begins. */
export function clearMirror(store: MirrorStore): void {
  store.setState(EMPTY);
}
