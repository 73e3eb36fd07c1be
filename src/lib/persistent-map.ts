/**
 * An immutable map from strings or integers to values with structural sharing: a set or delete copies one path of
 * a 32-way hash trie (HAMT), so keeping an old version costs nothing and two versions are compared in time
 * proportional to their difference.
 */
export type MapKey = string | number;

interface Branch<K, V> {
  readonly kind: 'branch';
  readonly bitmap: number;
  readonly children: readonly Node<K, V>[];
}
/** One entry, with those of the same hash behind it. Not a list of pairs: most of what a world holds is in leaves. */
interface Leaf<K, V> {
  readonly kind: 'leaf';
  readonly hash: number;
  readonly key: K;
  readonly value: V;
  readonly next: Leaf<K, V> | undefined;
}
type Node<K, V> = Branch<K, V> | Leaf<K, V>;

const BITS = 5;
const MASK = 31;

function hashKey(key: MapKey): number {
  if (typeof key === 'number') return key;
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}

function popCount(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function find<K, V>(node: Node<K, V> | null, hash: number, key: K): Leaf<K, V> | undefined {
  let shift = 0;
  while (node?.kind === 'branch') {
    const bit = 1 << ((hash >>> shift) & MASK);
    if (!(node.bitmap & bit)) return undefined;
    node = node.children[popCount(node.bitmap & (bit - 1))] as Node<K, V>;
    shift += BITS;
  }
  if (node?.hash !== hash) return undefined;
  let leaf: Leaf<K, V> | undefined = node;
  while (leaf && leaf.key !== key) leaf = leaf.next;
  return leaf;
}

/** Those of one hash without `key`, and `last` behind them. */
function without<K, V>(leaf: Leaf<K, V> | undefined, key: K, last?: Leaf<K, V>): Leaf<K, V> | undefined {
  if (!leaf) return last;
  const next = without(leaf.next, key, last);
  if (leaf.key === key) return next;
  return next === leaf.next ? leaf : { ...leaf, next };
}

function join<K, V>(a: Leaf<K, V>, b: Leaf<K, V>, shift: number): Node<K, V> {
  const ia = (a.hash >>> shift) & MASK;
  const ib = (b.hash >>> shift) & MASK;
  if (ia === ib) return { kind: 'branch', bitmap: 1 << ia, children: [join(a, b, shift + BITS)] };
  return { kind: 'branch', bitmap: (1 << ia) | (1 << ib), children: ia >>> 0 < ib ? [a, b] : [b, a] };
}

function insert<K, V>(node: Node<K, V> | null, leaf: Leaf<K, V>, shift: number): Node<K, V> {
  if (!node) return leaf;
  if (node.kind === 'leaf') {
    return node.hash === leaf.hash ? (without(node, leaf.key, leaf) ?? leaf) : join(node, leaf, shift);
  }
  const bit = 1 << ((leaf.hash >>> shift) & MASK);
  const index = popCount(node.bitmap & (bit - 1));
  const { bitmap } = node;
  // Not spliced: an array that grows takes room for many more.
  if (!(bitmap & bit))
    return { kind: 'branch', bitmap: bitmap | bit, children: node.children.toSpliced(index, 0, leaf) };
  const children = node.children.slice();
  children[index] = insert(children[index] as Node<K, V>, leaf, shift + BITS);
  return { kind: 'branch', bitmap, children };
}

function remove<K, V>(node: Node<K, V>, hash: number, key: K, shift: number): Node<K, V> | null {
  if (node.kind === 'leaf') return without(node, key) ?? null;
  const bit = 1 << ((hash >>> shift) & MASK);
  const index = popCount(node.bitmap & (bit - 1));
  const child = remove(node.children[index] as Node<K, V>, hash, key, shift + BITS);
  const children = node.children.slice();
  if (child) children[index] = child;
  else children.splice(index, 1);
  const [only] = children;
  if (!only) return null;
  if (children.length === 1 && only.kind === 'leaf') return only;
  return { kind: 'branch', bitmap: child ? node.bitmap : node.bitmap ^ bit, children };
}

/** All entries, in the order of the trie. One loop with a stack of its own: nested generators would cost a call a level for each entry. */
function* walk<K, V>(root: Node<K, V> | null): Generator<readonly [K, V]> {
  const stack = root ? [root] : [];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind === 'leaf')
      for (let leaf: Leaf<K, V> | undefined = node; leaf; leaf = leaf.next) yield [leaf.key, leaf.value];
    else for (let at = node.children.length - 1; at >= 0; at--) stack.push(node.children[at] as Node<K, V>);
  }
}

function lookAt<K, V>(node: Node<K, V>, look: (value: V, key: K) => void): void {
  if (node.kind === 'branch') for (const child of node.children) lookAt(child, look);
  else for (let leaf: Leaf<K, V> | undefined = node; leaf; leaf = leaf.next) look(leaf.value, leaf.key);
}

/** One key whose value differs: `before` or `after` is undefined where that side lacks the key. */
export interface MapChange<K, V> {
  key: K;
  before: V | undefined;
  after: V | undefined;
}

/** @see the file's head */
export class PersistentMap<K extends MapKey, V> {
  readonly #root: Node<K, V> | null;
  /** How many keys it holds. */
  readonly size: number;

  private constructor(root: Node<K, V> | null, size: number) {
    this.#root = root;
    this.size = size;
  }

  static empty<K extends MapKey, V>(): PersistentMap<K, V> {
    return new PersistentMap<K, V>(null, 0);
  }

  static from<K extends MapKey, V>(entries: Iterable<readonly [K, V]>): PersistentMap<K, V> {
    let map = PersistentMap.empty<K, V>();
    for (const [key, value] of entries) map = map.set(key, value);
    return map;
  }

  get(key: K): V | undefined {
    return find(this.#root, hashKey(key), key)?.value;
  }

  has(key: K): boolean {
    return find(this.#root, hashKey(key), key) !== undefined;
  }

  /** A map that also holds `key` → `value`. */
  set(key: K, value: V): PersistentMap<K, V> {
    const hash = hashKey(key);
    const old = find(this.#root, hash, key);
    if (old && old.value === value) return this;
    const root = insert(this.#root, { kind: 'leaf', hash, key, value, next: undefined }, 0);
    return new PersistentMap(root, old ? this.size : this.size + 1);
  }

  /** A map without `key`. */
  delete(key: K): PersistentMap<K, V> {
    if (!this.#root || !this.has(key)) return this;
    return new PersistentMap(remove(this.#root, hashKey(key), key, 0), this.size - 1);
  }

  /** All entries, in an order that depends only on the keys' hashes. */
  entries(): Generator<readonly [K, V]> {
    return walk(this.#root);
  }

  /** The same at a call for each, which for thousands is several times faster. */
  forEach(look: (value: V, key: K) => void): void {
    if (this.#root) lookAt(this.#root, look);
  }

  [Symbol.iterator](): Generator<readonly [K, V]> {
    return this.entries();
  }

  /**
   * Its entries in pieces of some tens. `identity` stays the same object in every map that has just these entries there, so that what was made of a piece
   * can be kept: after a change all but one piece are as they were.
   */
  *pieces(): Generator<{ readonly identity: object; readonly entries: Iterable<readonly [K, V]> }> {
    const levels = Math.max(0, Math.round(Math.log2(this.size / PIECE) / BITS));
    for (const node of nodesAt(this.#root, levels)) yield { identity: node, entries: walk(node) };
  }

  /** What differs from `before` to this map; shared subtrees are skipped. */
  *changesSince(before: PersistentMap<K, V>): Generator<MapChange<K, V>> {
    yield* compare(before.#root, this.#root);
  }
}

/** About so many entries are in a piece. */
const PIECE = 32;

function* nodesAt<K, V>(node: Node<K, V> | null, levels: number): Generator<Node<K, V>> {
  if (!node) return;
  if (levels === 0 || node.kind === 'leaf') yield node;
  else for (const child of node.children) yield* nodesAt(child, levels - 1);
}

/** One loop with a stack of its own, as in `walk`. */
function* compare<K, V>(a: Node<K, V> | null, b: Node<K, V> | null): Generator<MapChange<K, V>> {
  const stack = [a, b];
  while (stack.length > 0) {
    const after = stack.pop() ?? null;
    const before = stack.pop() ?? null;
    if (before === after) continue;
    if (before?.kind === 'branch' && after?.kind === 'branch')
      for (let bits = before.bitmap | after.bitmap; bits;) {
        const bit = 1 << (31 - Math.clz32(bits));
        bits ^= bit;
        const old = childAt(before, bit);
        const now = childAt(after, bit);
        if (old !== now) stack.push(old, now);
      }
    else for (const change of entryChanges(before, after)) yield change;
  }
}

/** Where one side ends: a leaf, or nothing. */
function entryChanges<K, V>(a: Node<K, V> | null, b: Node<K, V> | null): MapChange<K, V>[] {
  if (isLone(a) && isLone(b) && (!a || !b || a.key === b.key)) {
    const key = (a ?? b)?.key;
    return key === undefined || a?.value === b?.value ? [] : [{ key, before: a?.value, after: b?.value }];
  }
  const changes: MapChange<K, V>[] = [];
  const before = new Map(walk(a));
  for (const [key, after] of walk(b)) {
    const old = before.get(key);
    before.delete(key);
    if (old !== after) changes.push({ key, before: old, after });
  }
  for (const [key, value] of before) changes.push({ key, before: value, after: undefined });
  return changes;
}

/** At most one entry: what nearly all changes are. */
function isLone<K, V>(node: Node<K, V> | null): node is Leaf<K, V> | null {
  return !node || (node.kind === 'leaf' && !node.next);
}

function childAt<K, V>(node: Branch<K, V>, bit: number): Node<K, V> | null {
  return node.bitmap & bit ? (node.children[popCount(node.bitmap & (bit - 1))] as Node<K, V>) : null;
}
