import { RedisError, WRONG_TYPE } from './reply.ts';

/** What a key can hold. Texts are bytes, one character each. */
export interface Values {
  string: { readonly type: 'string'; text: string };
  list: { readonly type: 'list'; readonly items: string[] };
  hash: { readonly type: 'hash'; readonly fields: Map<string, string> };
  set: { readonly type: 'set'; readonly members: Set<string> };
  zset: { readonly type: 'zset'; readonly scores: Map<string, number> };
}

export type ValueType = keyof Values;
export type Value = Values[ValueType];

interface Entry {
  readonly value: Value;
  /** Milliseconds since the epoch. */
  expiresMs: number | undefined;
}

/** Told of a key that changed. */
export type ChangeListener = (database: Database, key: string) => void;

/** The keys of one of a server's databases. Expired ones are gone when they are looked for. */
export class Database {
  readonly index: number;
  readonly #entries = new Map<string, Entry>();
  readonly #versions = new Map<string, number>();
  readonly #now: () => number;
  readonly #changed: ChangeListener;
  /** Keys that were found past their time. */
  expired = 0;

  constructor(index: number, now: () => number, changed: ChangeListener) {
    this.index = index;
    this.#now = now;
    this.#changed = changed;
  }

  #entry(key: string): Entry | undefined {
    const entry = this.#entries.get(key);
    if (entry?.expiresMs === undefined || entry.expiresMs > this.#now()) return entry;
    this.#entries.delete(key);
    this.expired++;
    this.#versions.set(key, this.version(key) + 1);
    return undefined;
  }

  get(key: string): Value | undefined {
    return this.#entry(key)?.value;
  }

  has(key: string): boolean {
    return this.#entry(key) !== undefined;
  }

  /** The value where it is of this type. @throws RedisError WRONGTYPE */
  typed<T extends ValueType>(key: string, type: T): Values[T] | undefined {
    const value = this.get(key);
    if (value !== undefined && value.type !== type) throw new RedisError(WRONG_TYPE);
    return value as Values[T] | undefined;
  }

  text(key: string): string | undefined {
    return this.typed(key, 'string')?.text;
  }

  list(key: string): string[] | undefined {
    return this.typed(key, 'list')?.items;
  }

  hash(key: string): Map<string, string> | undefined {
    return this.typed(key, 'hash')?.fields;
  }

  members(key: string): Set<string> | undefined {
    return this.typed(key, 'set')?.members;
  }

  scores(key: string): Map<string, number> | undefined {
    return this.typed(key, 'zset')?.scores;
  }

  /** Keeps the time to live where asked. */
  set(key: string, value: Value, keepExpiry = false): void {
    this.#entries.set(key, { value, expiresMs: keepExpiry ? this.#entry(key)?.expiresMs : undefined });
    this.touch(key);
  }

  /** To be called after every change inside of a value. One that became empty goes away. */
  touch(key: string): void {
    const value = this.#entries.get(key)?.value;
    if (value && isEmpty(value)) this.#entries.delete(key);
    this.#versions.set(key, this.version(key) + 1);
    this.#changed(this, key);
  }

  /** Differs from before once the key changed: what WATCH compares. */
  version(key: string): number {
    return this.#versions.get(key) ?? 0;
  }

  delete(key: string): boolean {
    if (this.#entry(key) === undefined) return false;
    this.#entries.delete(key);
    this.touch(key);
    return true;
  }

  /** Sets or clears the moment a key ends; false where there is none. */
  expire(key: string, atMs: number | undefined): boolean {
    const entry = this.#entry(key);
    if (!entry) return false;
    entry.expiresMs = atMs;
    this.touch(key);
    return true;
  }

  /** The moment a key ends; undefined without one or without the key. */
  expiry(key: string): number | undefined {
    return this.#entry(key)?.expiresMs;
  }

  keys(): string[] {
    return [...this.#entries.keys()].filter((key) => this.#entry(key) !== undefined);
  }

  get size(): number {
    return this.keys().length;
  }

  clear(): void {
    for (const key of this.keys()) this.delete(key);
  }
}

function isEmpty(value: Value): boolean {
  switch (value.type) {
    case 'string':
      return false;
    case 'list':
      return value.items.length === 0;
    case 'hash':
      return value.fields.size === 0;
    case 'set':
      return value.members.size === 0;
    case 'zset':
      return value.scores.size === 0;
  }
}

/** A value that shares nothing with the first. */
export function copyValue(value: Value): Value {
  switch (value.type) {
    case 'string':
      return { ...value };
    case 'list':
      return { type: 'list', items: [...value.items] };
    case 'hash':
      return { type: 'hash', fields: new Map(value.fields) };
    case 'set':
      return { type: 'set', members: new Set(value.members) };
    case 'zset':
      return { type: 'zset', scores: new Map(value.scores) };
  }
}
