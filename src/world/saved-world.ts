import { toBytes, toText } from '../lib/bytes.ts';
import { sha256Hex } from '../lib/sha256.ts';
import type { LessonProgress } from '../lessons/lesson-run.ts';
import type { Storage } from '../host/host.ts';
import type { JournalEntry } from './journal.ts';
import {
  decodeState,
  loadState,
  saveState,
  type EngineSnapshot,
  type SavedState,
  type TextSink,
} from '../engine/snapshot.ts';
import type { FrozenTree } from '../kernel/files/mem-fs.ts';
import { checkOutline, migrated, SAVE_VERSION } from './save-format.ts';
import { TreeDecoder, type BlobSink, type SavedTree } from '../kernel/files/tree-codec.ts';
import {
  loadContainers,
  saveContainers,
  type ListedContainers,
  type SavedContainers,
} from './container-saver.ts';
import { TreeSaver } from './tree-saver.ts';

/** A machine at one moment: pointers only, made in no time. */
export interface MachineSnapshot {
  readonly randomState: number;
  readonly hostTree: FrozenTree;
  /** What its disk held when it was new, in bytes. */
  readonly hostStartBytes?: number;
  readonly engine: EngineSnapshot;
  /** Without power: this is what its disk holds. */
  readonly isOff?: boolean;
  /** Its network cable is pulled. */
  readonly isCut?: boolean;
}

/** A world at one moment: its first machine, and what else there is. */
export interface WorldSnapshot extends MachineSnapshot {
  readonly seed: number;
  readonly nowMs: number;
  /** The machines after the first. */
  readonly others?: readonly MachineSnapshot[];
  /** What each terminal's shell had. */
  readonly terminals: Readonly<Record<string, SavedTerminal>>;
  readonly lesson?: SavedLesson;
  /** What the learner ran to get here; none in what earlier versions saved. */
  readonly journal?: readonly JournalEntry[];
  /** What the page gave to keep. */
  readonly pageState?: string;
}

/** The lesson at hand. */
export interface SavedLesson {
  readonly id: string;
  readonly progress: LessonProgress;
}

export interface SavedTerminal {
  readonly cwd: string;
  readonly history: readonly string[];
}

interface SavedMachine extends Omit<MachineSnapshot, 'hostTree' | 'engine'> {
  readonly hostTree: SavedTree;
  /** `whole` in what earlier versions saved. */
  readonly state: SavedState | { readonly whole: string };
  readonly layerTrees: readonly (readonly [string, SavedTree])[];
  /** Listed in what earlier versions saved. */
  readonly containers: SavedContainers | ListedContainers;
}

interface Manifest extends Omit<WorldSnapshot, keyof MachineSnapshot | 'others'>, SavedMachine {
  readonly version: typeof SAVE_VERSION;
  readonly others?: readonly SavedMachine[];
}

/** What a list of saved worlds tells of one, beside it: read without reading the world. */
export interface SavedAbout {
  readonly savedMs: number;
  readonly machines: number;
  readonly containers: number;
  readonly images: number;
}

export const MANIFEST = 'manifest';
export const ABOUT = 'about';
export const BLOB = 'blob/';

/** Whether a world was saved there. */
export async function isSaved(storage: Storage): Promise<boolean> {
  return (await storage.get(MANIFEST)) !== undefined;
}

/** Writes what is not stored yet, the manifest with it in one transaction. Returns the bytes written. `known` holds the stored hashes. */
export async function saveWorld(
  storage: Storage,
  snapshot: WorldSnapshot,
  known: Set<string>,
  savedMs = snapshot.nowMs,
): Promise<number> {
  const used = new Set<string>();
  const entries = new Map<string, Uint8Array>();
  const put: BlobSink = (hash, bytes) => {
    used.add(hash);
    if (!known.has(hash) && !entries.has(BLOB + hash)) entries.set(BLOB + hash, bytes());
  };
  const putText = (text: string): string => {
    const bytes = toBytes(text);
    const hash = sha256Hex(bytes);
    put(hash, () => bytes);
    return hash;
  };
  const putOnce: TextSink = (identity, text) => {
    const before = savedTexts.get(identity);
    if (before !== undefined && (known.has(before) || used.has(before))) {
      used.add(before);
      return before;
    }
    const hash = putText(text());
    savedTexts.set(identity, hash);
    return hash;
  };
  const trees = new TreeSaver({ put, used, known });
  const before = machinesOf(lastSaved.get(known));
  const saveMachine = <T extends MachineSnapshot>({ hostTree, engine, ...rest }: T, index: number) => {
    const last = before[index];
    return {
      ...rest,
      hostTree: trees.save(hostTree, last?.hostTree),
      state: saveState(engine.state, putOnce),
      layerTrees: [...engine.layerTrees].map(([id, tree]) => [id, trees.save(tree)] as const),
      containers: saveContainers(engine.containers, last?.engine.containers, {
        trees,
        put: putOnce,
        used,
        known,
      }),
    };
  };
  const { others, ...first } = snapshot;
  const manifest: Manifest = {
    ...saveMachine(first, 0),
    version: SAVE_VERSION,
    ...(others?.length ? { others: others.map((other, index) => saveMachine(other, index + 1)) } : {}),
  };
  entries.set(MANIFEST, toBytes(JSON.stringify(manifest)));
  entries.set(ABOUT, toBytes(JSON.stringify(aboutOf(snapshot, savedMs))));
  const obsolete = [...known].filter((hash) => !used.has(hash));
  await storage.put(
    entries,
    obsolete.map((hash) => BLOB + hash),
  );
  for (const hash of obsolete) known.delete(hash);
  for (const hash of used) known.add(hash);
  lastSaved.set(known, snapshot);
  return [...entries.values()].reduce((sum, bytes) => sum + bytes.length, 0);
}

/** By the storage's set of hashes: what the next save is compared with. */
const lastSaved = new WeakMap<ReadonlySet<string>, WorldSnapshot>();

const machinesOf = (snapshot: WorldSnapshot | undefined): readonly MachineSnapshot[] =>
  snapshot ? [snapshot, ...(snapshot.others ?? [])] : [];

function aboutOf(snapshot: WorldSnapshot, savedMs: number): SavedAbout {
  const machines = machinesOf(snapshot);
  const count = (of: 'containers' | 'images'): number =>
    machines.reduce((sum, { engine }) => sum + engine.state[of].size, 0);
  return { savedMs, machines: machines.length, containers: count('containers'), images: count('images') };
}

/** Hashes of texts that were saved, by what they were made of. Not that they were written: a save can fail, or be cleared. */
const savedTexts = new WeakMap<object, string>();

/** The world that was saved last, or undefined where there is none. @throws Error where it can't be read */
export async function loadWorld(storage: Storage, known: Set<string>): Promise<WorldSnapshot | undefined> {
  const bytes = await storage.get(MANIFEST);
  if (!bytes) return undefined;
  const outline = migrated(JSON.parse(toText(bytes)));
  checkOutline(outline);
  const manifest = outline as unknown as Manifest;
  const blob = async (hash: string): Promise<Uint8Array> => {
    const found = await storage.get(BLOB + hash);
    if (!found) throw new Error(`a part of the saved state is missing (${hash.slice(0, 12)})`);
    return found;
  };
  const decoder = new TreeDecoder(blob);
  const loadMachine = (saved: SavedMachine): Promise<MachineSnapshot> => decodeMachine(saved, decoder, blob);
  const { seed, nowMs, terminals, journal, lesson, pageState } = manifest;
  const first = await loadMachine(manifest);
  const others: MachineSnapshot[] = [];
  for (const saved of manifest.others ?? []) others.push(await loadMachine(saved));
  for (const key of await storage.keys(BLOB)) known.add(key.slice(BLOB.length));
  return {
    ...first,
    seed,
    nowMs,
    terminals,
    ...(others.length ? { others } : {}),
    ...(journal ? { journal } : {}),
    ...(lesson ? { lesson } : {}),
    ...(pageState === undefined ? {} : { pageState }),
  };
}

async function decodeMachine(
  saved: SavedMachine,
  decoder: TreeDecoder,
  blob: (hash: string) => Promise<Uint8Array>,
): Promise<MachineSnapshot> {
  const layerTrees = new Map<string, FrozenTree>();
  for (const [id, tree] of saved.layerTrees) layerTrees.set(id, await decoder.decode(tree));
  const text = async (hash: string): Promise<string> => toText(await blob(hash));
  const containers = await loadContainers(saved.containers, { text, tree: (tree) => decoder.decode(tree) });
  const state =
    'whole' in saved.state
      ? decodeState(JSON.parse(await text(saved.state.whole)))
      : await loadState(saved.state, text);
  return {
    randomState: saved.randomState,
    hostTree: await decoder.decode(saved.hostTree),
    ...(saved.hostStartBytes === undefined ? {} : { hostStartBytes: saved.hostStartBytes }),
    engine: { state, layerTrees, containers },
    ...(saved.isOff ? { isOff: true } : {}),
    ...(saved.isCut ? { isCut: true } : {}),
  };
}

/** Forgets everything that was saved. */
export async function clearSaved(storage: Storage, known: Set<string>): Promise<void> {
  await storage.put(new Map(), [MANIFEST, ABOUT, ...(await storage.keys(BLOB))]);
  known.clear();
}
