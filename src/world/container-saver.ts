import type { ContainerMoment, ContainerMoments } from '../engine/containers/cell-table.ts';
import type { LogEntry } from '../engine/containers/log-buffer.ts';
import type { TextSink } from '../engine/snapshot.ts';
import { EMPTY_TREE } from '../kernel/files/tree.ts';
import type { FrozenTree } from '../kernel/files/mem-fs.ts';
import type { SavedTree } from '../kernel/files/tree-codec.ts';
import { toBytes, toText } from '../lib/bytes.ts';
import { PersistentMap } from '../lib/persistent-map.ts';
import type { TreeSaver } from './tree-saver.ts';

/** Containers as they are saved: hashes of pieces, each of which lists some tens of them. */
export interface SavedContainers {
  readonly pieces: readonly string[];
}

/** Container, its tree's text and its log's text. */
type Row = readonly [id: string, tree: string, log: string];

interface SaveOptions {
  readonly trees: TreeSaver;
  readonly put: TextSink;
  readonly used: Set<string>;
  readonly known: ReadonlySet<string>;
}

/** A piece as it was saved, and all that it needs. Containers that wrote nothing share their tree and their log. */
interface SavedPiece {
  readonly hash: string;
  readonly trees: ReadonlySet<FrozenTree>;
  readonly texts: ReadonlySet<string>;
}

/** By what stays the same object while nothing in the piece changes. Not that they were written: a save can fail, or be cleared. */
const savedPieces = new WeakMap<object, SavedPiece>();

/** Saves containers at the cost of the pieces in which one changed; `before` is what was saved last, to save trees as differences from. */
export function saveContainers(
  containers: ContainerMoments,
  before: ContainerMoments | undefined,
  options: SaveOptions,
): SavedContainers {
  const pieces: string[] = [];
  for (const { identity, entries } of containers.pieces()) {
    const piece =
      reused(savedPieces.get(identity), options) ?? encodePiece(identity, entries, before, options);
    savedPieces.set(identity, piece);
    pieces.push(piece.hash);
  }
  return { pieces };
}

/** A piece all of which is stored still; what it needs is marked as used. */
function reused(piece: SavedPiece | undefined, { trees, used, known }: SaveOptions): SavedPiece | undefined {
  if (!piece || !known.has(piece.hash)) return undefined;
  for (const text of piece.texts) if (!known.has(text)) return undefined;
  for (const tree of piece.trees) if (!trees.reuse(tree)) return undefined;
  used.add(piece.hash);
  for (const text of piece.texts) used.add(text);
  return piece;
}

function encodePiece(
  identity: object,
  entries: Iterable<readonly [string, ContainerMoment]>,
  before: ContainerMoments | undefined,
  { trees, put }: SaveOptions,
): SavedPiece {
  const [all, texts] = [new Set<FrozenTree>(), new Set<string>()];
  const rows: Row[] = [];
  for (const [id, { tree, log }] of entries) {
    const saved = trees.save(tree, before?.get(id)?.tree);
    const row: Row = [
      id,
      put(saved, () => JSON.stringify(saved)),
      put(log, () => JSON.stringify(log.map(encodeLog))),
    ];
    all.add(tree);
    texts.add(row[1]).add(row[2]);
    rows.push(row);
  }
  rows.sort(([a], [b]) => (a < b ? -1 : 1));
  return { hash: put(identity, () => JSON.stringify(rows)), trees: all, texts };
}

type SavedLog = [LogEntry['stream'], number, string];

function encodeLog({ stream, timeMs, data }: LogEntry): SavedLog {
  return [stream, timeMs, toText(data)];
}

/** What a saved world gives to read containers from. @throws Error where a part is missing */
export interface LoadOptions {
  text(hash: string): Promise<string>;
  tree(saved: SavedTree): Promise<FrozenTree>;
}

/** As they were saved up to version 3: all in the manifest. */
export interface ListedContainers {
  readonly listed: readonly { readonly id: string; readonly tree: number; readonly log: string }[];
  /** `tree` is an index of these. */
  readonly trees: readonly SavedTree[];
}

/** The reverse of `saveContainers`. */
export async function loadContainers(
  saved: SavedContainers | ListedContainers,
  options: LoadOptions,
): Promise<ContainerMoments> {
  const [trees, logs] = [new Map<string, FrozenTree>(), new Map<string, readonly LogEntry[]>()];
  const treeOf = async (hash: string): Promise<FrozenTree> => {
    const found = trees.get(hash) ?? (await options.tree(JSON.parse(await options.text(hash)) as SavedTree));
    trees.set(hash, found);
    return found;
  };
  const logOf = async (hash: string): Promise<readonly LogEntry[]> => {
    const found = logs.get(hash) ?? decodeLog(await options.text(hash));
    logs.set(hash, found);
    return found;
  };
  const moments: [string, ContainerMoment][] = [];
  if ('listed' in saved) {
    const all: FrozenTree[] = [];
    for (const tree of saved.trees) all.push(await options.tree(tree));
    for (const { id, tree, log } of saved.listed)
      moments.push([id, { tree: all[tree] ?? EMPTY_TREE, log: await logOf(log) }]);
  } else
    for (const hash of saved.pieces)
      for (const [id, tree, log] of JSON.parse(await options.text(hash)) as Row[])
        moments.push([id, { tree: await treeOf(tree), log: await logOf(log) }]);
  return PersistentMap.from(moments);
}

function decodeLog(text: string): LogEntry[] {
  const rows = JSON.parse(text) as SavedLog[];
  return rows.map(([stream, timeMs, data]) => ({ stream, timeMs, data: toBytes(data) }));
}
