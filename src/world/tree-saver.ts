import type { FrozenTree } from '../kernel/files/mem-fs.ts';
import { encodeTree, type BlobSink, type EncodedTree, type SavedTree } from '../kernel/files/tree-codec.ts';

interface SaveOptions {
  readonly put: BlobSink;
  /** Takes the hashes that this save needs. */
  readonly used: Set<string>;
  /** Hashes of what is stored. */
  readonly known: ReadonlySet<string>;
}

/** How trees were saved before. Not that their blobs were written: a save can fail, or be cleared. */
const encoded = new WeakMap<FrozenTree, EncodedTree>();
/** The last tree of each name, by the storage's set of hashes: what the next one is compared with. */
const last = new WeakMap<ReadonlySet<string>, Map<string, FrozenTree>>();

/** Saves trees at the cost of what changed since they were saved last. */
export class TreeSaver {
  readonly #options: SaveOptions;
  readonly #before: ReadonlyMap<string, FrozenTree>;
  readonly #now = new Map<string, FrozenTree>();
  /** Of this save: containers that wrote nothing have one tree together. */
  readonly #done = new Map<FrozenTree, SavedTree>();

  constructor(options: SaveOptions) {
    this.#options = options;
    this.#before = last.get(options.known) ?? new Map<string, FrozenTree>();
    last.set(options.known, this.#now);
  }

  /** `name` is the same for versions of one tree. */
  save(tree: FrozenTree, name: string): SavedTree {
    this.#now.set(name, tree);
    const done = this.#done.get(tree);
    if (done) return done;
    const before = this.#before.get(name);
    const found = this.#stored(tree) ?? this.#encode(tree, before && this.#stored(before));
    this.#done.set(tree, found.saved);
    for (const { blobs } of found.chunks.values()) for (const hash of blobs) this.#options.used.add(hash);
    return found.saved;
  }

  /** How it was saved, where all of that is still stored, or is about to be. */
  #stored(tree: FrozenTree): EncodedTree | undefined {
    const { known, used } = this.#options;
    const found = encoded.get(tree);
    const isThere = (hash: string): boolean => known.has(hash) || used.has(hash);
    return found && [...found.chunks.values()].every(({ blobs }) => blobs.every(isThere)) ? found : undefined;
  }

  #encode(tree: FrozenTree, before: EncodedTree | undefined): EncodedTree {
    const made = encodeTree(tree, this.#options.put, before);
    encoded.set(tree, made);
    return made;
  }
}
