import { concatBytes, toBytes, toText } from '../../lib/bytes.ts';
import { PersistentMap } from '../../lib/persistent-map.ts';
import { sha256Hex } from '../../lib/sha256.ts';
import { contentHash, noteContentHash } from './content-hash.ts';
import { dataFromPages, storedPages, type FileData } from './file-data.ts';
import type { Extents } from './extents.ts';
import type { FileType, Ino } from './inode.ts';
import type { Inode, InodeTable } from './inode-table.ts';

/** A saved tree: the hashes of its blobs, in order. Small enough for a manifest. */
export interface SavedTree {
  readonly root: Ino;
  readonly nextIno: Ino;
  readonly bytes: number;
  /** Each holds the inodes of one range of numbers; trees that share inodes share chunks. */
  readonly chunks: readonly string[];
}

/** Takes blobs by the hash of their content. */
export type BlobSink = (hash: string, bytes: () => Uint8Array) => void;
/** Gives a blob back. @throws Error where it is missing */
export type BlobSource = (hash: string) => Promise<Uint8Array>;

/** Inodes in one chunk. */
const CHUNK = 128;

/** type, mode, uid, gid, times, links, device, target, content or entries, parents */
type SavedInode = [
  ino: Ino,
  type: FileType,
  mode: number,
  uid: number,
  gid: number,
  atimeMs: number,
  mtimeMs: number,
  ctimeMs: number,
  nlink: number,
  rdev: readonly [number, number],
  target: string,
  size: number,
  pages: readonly number[],
  content: string,
  entries: [string, Ino][] | null,
  parents: readonly Ino[],
  /** Only of files with holes. */
  extents?: Extents,
];

/** A tree as it was saved: what finds it again, and which blobs each of its chunks stands for. */
export interface EncodedTree {
  readonly tree: InodeTable;
  readonly saved: SavedTree;
  /** By the chunk's number. */
  readonly chunks: ReadonlyMap<number, EncodedChunk>;
}

interface EncodedChunk {
  readonly hash: string;
  /** Its own, and those of the contents in it. */
  readonly blobs: readonly string[];
}

/** Hands the blobs of a tree to `put`. Those of a chunk that is as in `before` are not made again: that costs what changed since. */
export function encodeTree(tree: InodeTable, put: BlobSink, before?: EncodedTree): EncodedTree {
  const chunks = new Map(before?.chunks);
  for (const key of changedChunks(tree, before?.tree)) {
    const chunk = encodeChunk(tree, key, put);
    if (chunk) chunks.set(key, chunk);
    else chunks.delete(key);
  }
  const hashes = [...chunks].sort(([a], [b]) => a - b).map(([, { hash }]) => hash);
  const saved = { root: tree.root, nextIno: tree.nextIno, bytes: tree.bytes, chunks: hashes };
  return { tree, saved, chunks };
}

function changedChunks(tree: InodeTable, before: InodeTable | undefined): Set<number> {
  const keys = new Set<number>();
  const since = before?.inodes ?? PersistentMap.empty<Ino, Inode>();
  for (const { key } of tree.inodes.changesSince(since)) keys.add(Math.floor(key / CHUNK));
  return keys;
}

function encodeChunk(tree: InodeTable, key: number, put: BlobSink): EncodedChunk | undefined {
  const blobs: string[] = [];
  const sink: BlobSink = (hash, bytes) => {
    blobs.push(hash);
    put(hash, bytes);
  };
  const inodes: SavedInode[] = [];
  for (let ino = key * CHUNK; ino < (key + 1) * CHUNK; ino++) {
    const inode = tree.inodes.get(ino);
    if (inode) inodes.push(encodeInode(ino, inode, sink));
  }
  if (inodes.length === 0) return undefined;
  const bytes = toBytes(JSON.stringify(inodes));
  const hash = sha256Hex(bytes);
  sink(hash, () => bytes);
  return { hash, blobs };
}

function encodeInode(ino: Ino, inode: Inode, put: BlobSink): SavedInode {
  const { data } = inode;
  const pages = storedPages(data);
  const entries = inode.entries ? [...inode.entries].sort((a, b) => (a[0] < b[0] ? -1 : 1)) : null;
  const saved: SavedInode = [
    ino, inode.type, inode.mode, inode.uid, inode.gid, inode.atimeMs, inode.mtimeMs, inode.ctimeMs, inode.nlink, inode.rdev,
    inode.target, data.size, pages.map((page) => page.index), pages.length ? encodeContent(data, put) : '',
    entries as [string, Ino][] | null, inode.parents,
  ]; // prettier-ignore
  if (data.extents) saved.push(data.extents);
  return saved;
}

function encodeContent(data: FileData, put: BlobSink): string {
  const bytes = (): Uint8Array => concatBytes(storedPages(data).map((page) => page.bytes));
  const hash = contentHash(data);
  put(hash, bytes);
  return hash;
}

/** Rebuilds trees; what they shared when they were saved they share again, so comparing them stays cheap and right. */
export class TreeDecoder {
  readonly #get: BlobSource;
  readonly #inodes = new Map<string, Inode>();
  readonly #contents = new Map<string, FileData>();

  constructor(get: BlobSource) {
    this.#get = get;
  }

  async decode(saved: SavedTree): Promise<InodeTable> {
    let inodes = PersistentMap.empty<Ino, Inode>();
    for (const hash of saved.chunks) {
      const chunk = JSON.parse(toText(await this.#get(hash))) as SavedInode[];
      for (const record of chunk) inodes = inodes.set(record[0], await this.#inode(record));
    }
    const tree = { inodes, root: saved.root, nextIno: saved.nextIno, bytes: saved.bytes };
    return tree;
  }

  async #inode(record: SavedInode): Promise<Inode> {
    const key = JSON.stringify(record);
    const known = this.#inodes.get(key);
    if (known) return known;
    const [
      ,
      type,
      mode,
      uid,
      gid,
      atimeMs,
      mtimeMs,
      ctimeMs,
      nlink,
      rdev,
      target,
      size,
      pages,
      content,
      entries,
      parents,
      extents,
    ] = record;
    const data = await this.#content(size, pages, content, extents);
    const inode: Inode = {
      type, mode, uid, gid, atimeMs, mtimeMs, ctimeMs, nlink, rdev, target, data, parents,
      entries: entries ? PersistentMap.from(entries) : undefined,
    }; // prettier-ignore
    this.#inodes.set(key, inode);
    return inode;
  }

  async #content(size: number, pages: readonly number[], hash: string, extents: Extents): Promise<FileData> {
    const key = `${size} ${hash} ${pages.join()} ${extents?.join() ?? ''}`;
    const known = this.#contents.get(key);
    if (known) return known;
    const bytes = hash ? await this.#get(hash) : new Uint8Array(0);
    let offset = 0;
    const stored = pages.map((index) => {
      const piece = bytes.subarray(offset, offset + 16 * 1024);
      offset += piece.length;
      return { index, bytes: piece };
    });
    const data = dataFromPages(size, stored, extents);
    if (hash) noteContentHash(data, hash);
    this.#contents.set(key, data);
    return data;
  }
}
