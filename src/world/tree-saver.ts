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

/** Saves trees at the cost of what changed since they were saved last. */
export class TreeSaver {
  readonly #options: SaveOptions;
  /** Of this save: containers that wrote nothing have one tree together. */
  readonly #done = new Map<FrozenTree, SavedTree>();

  constructor(options: SaveOptions) {
    this.#options = options;
  }

  /** `before` is a version of it that was saved. */
  save(tree: FrozenTree, before?: FrozenTree): SavedTree {
    const done = this.#done.get(tree);
    if (done) return done;
    return this.#use(tree, this.#stored(tree) ?? this.#encode(tree, before && this.#stored(before)));
  }

  /** Marks what a saved tree needs as used; false where it is not stored any more. */
  reuse(tree: FrozenTree): boolean {
    if (this.#done.has(tree)) return true;
    const found = this.#stored(tree);
    if (found) this.#use(tree, found);
    return found !== undefined;
  }

  #use(tree: FrozenTree, { saved, chunks }: EncodedTree): SavedTree {
    this.#done.set(tree, saved);
    for (const { blobs } of chunks.values()) for (const hash of blobs) this.#options.used.add(hash);
    return saved;
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
