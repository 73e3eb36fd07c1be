import type { FrozenTree } from '../kernel/files/mem-fs.ts';
import { PersistentMap } from '../lib/persistent-map.ts';
import type { ContainerMoments } from './containers/cell-table.ts';
import { EMPTY_STATE } from './store.ts';
import type { EngineState } from './state.ts';

/** A daemon at one moment: its state and the frozen cells beside it. */
export interface EngineSnapshot {
  readonly state: EngineState;
  readonly layerTrees: ReadonlyMap<string, FrozenTree>;
  readonly containers: ContainerMoments;
}

const MAP = '\0map';
const PERSISTENT_MAP = '\0persistent';

/** The state as plain JSON values. */
export function encodeState(state: EngineState): unknown {
  const { swarm, ...maps } = state;
  const entries = Object.entries(maps).map(
    ([name, map]) => [name, sortedEntries(map as PersistentMap<string, unknown>)] as const,
  );
  return JSON.parse(encode({ ...Object.fromEntries(entries), ...(swarm ? { swarm } : {}) }));
}

function encode(data: unknown): string {
  return JSON.stringify(data, (_key, value: unknown) => {
    if (value instanceof Map) return { [MAP]: [...(value as Map<string, unknown>)] };
    return value instanceof PersistentMap
      ? { [PERSISTENT_MAP]: sortedEntries(value as PersistentMap<string, unknown>) }
      : value;
  });
}

function sortedEntries(map: PersistentMap<string, unknown>): (readonly [string, unknown])[] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Where the parts of a saved state are: hashes of texts. */
export interface SavedState {
  /** Of each map, in pieces. */
  readonly maps: Readonly<Record<string, readonly string[]>>;
  readonly swarm?: string;
}

/** Stores a text unless that of this identity is stored already; its hash. */
export type TextSink = (identity: object, text: () => string) => string;

/** Saves a state so that what did not change since the last time costs nothing. */
export function saveState({ swarm, ...maps }: EngineState, put: TextSink): SavedState {
  const saved = Object.entries(maps).map(([name, map]) => {
    const pieces = (map as PersistentMap<string, unknown>).pieces();
    return [
      name,
      [...pieces].map(({ identity, entries }) => put(identity, () => encodePiece(entries))),
    ] as const;
  });
  return { maps: Object.fromEntries(saved), ...(swarm ? { swarm: put(swarm, () => encode(swarm)) } : {}) };
}

function encodePiece(entries: Iterable<readonly [string, unknown]>): string {
  return encode([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The reverse of `saveState`. */
export async function loadState(
  saved: SavedState,
  text: (hash: string) => Promise<string>,
): Promise<EngineState> {
  const data: Record<string, unknown> = {};
  for (const [name, pieces] of Object.entries(saved.maps)) {
    const entries: unknown[] = [];
    for (const hash of pieces) entries.push(...(JSON.parse(await text(hash)) as unknown[]));
    data[name] = entries;
  }
  if (saved.swarm !== undefined) data['swarm'] = JSON.parse(await text(saved.swarm));
  return decodeState(data);
}

/** The reverse of `encodeState`. */
export function decodeState(data: unknown): EngineState {
  const { swarm, ...maps } = revive(data) as Record<string, [string, unknown][]> & Pick<EngineState, 'swarm'>;
  const decoded = Object.fromEntries(
    Object.keys(EMPTY_STATE).map((name) => [name, PersistentMap.from(maps[name] ?? [])]),
  );
  return { ...(decoded as unknown as EngineState), ...(swarm ? { swarm } : {}) };
}

function revive(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revive);
  if (typeof value !== 'object' || value === null) return value;
  const record = value as Record<string, unknown>;
  const entries = record[MAP] ?? record[PERSISTENT_MAP];
  if (Array.isArray(entries)) {
    const pairs = (entries as [string, unknown][]).map(([key, item]) => [key, revive(item)] as const);
    return record[MAP] ? new Map(pairs) : PersistentMap.from(pairs);
  }
  return Object.fromEntries(Object.entries(record).map(([key, item]) => [key, revive(item)]));
}
