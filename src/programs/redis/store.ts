/** What a key can hold. */
export type Value =
  | { readonly type: 'string'; text: string }
  | { readonly type: 'list'; readonly items: string[] }
  | { readonly type: 'hash'; readonly fields: Map<string, string> }
  | { readonly type: 'set'; readonly members: Set<string> };

interface Entry {
  readonly value: Value;
  /** Milliseconds since the epoch. */
  expiresMs: number | undefined;
}

/** The keys of a server. Expired ones are gone when they are looked for. */
export class Store {
  readonly #entries = new Map<string, Entry>();
  readonly #now: () => number;
  /** Changes since the last save. */
  changes = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  #entry(key: string): Entry | undefined {
    const entry = this.#entries.get(key);
    if (entry?.expiresMs === undefined || entry.expiresMs > this.#now()) return entry;
    this.#entries.delete(key);
    return undefined;
  }

  get(key: string): Value | undefined {
    return this.#entry(key)?.value;
  }

  /** Keeps the time to live where asked. */
  set(key: string, value: Value, keepExpiry = false): void {
    this.#entries.set(key, { value, expiresMs: keepExpiry ? this.#entry(key)?.expiresMs : undefined });
  }

  delete(key: string): boolean {
    return this.#entry(key) !== undefined && this.#entries.delete(key);
  }

  /** Sets or clears the moment a key ends; false where there is none. */
  expire(key: string, atMs: number | undefined): boolean {
    const entry = this.#entry(key);
    if (entry) entry.expiresMs = atMs;
    return entry !== undefined;
  }

  /** Milliseconds left; -1 without an end, -2 without the key. */
  timeLeft(key: string): number {
    const entry = this.#entry(key);
    if (!entry) return -2;
    return entry.expiresMs === undefined ? -1 : entry.expiresMs - this.#now();
  }

  keys(): string[] {
    return [...this.#entries.keys()].filter((key) => this.#entry(key) !== undefined);
  }

  clear(): void {
    this.#entries.clear();
  }

  /** The commands that would make these keys again. */
  toCommands(): string[][] {
    return this.keys().flatMap((key) => {
      const value = this.get(key);
      const left = this.timeLeft(key);
      const end = left >= 0 ? [['PEXPIREAT', key, String(Math.round(this.#now() + left))]] : [];
      switch (value?.type) {
        case 'string':
          return [['SET', key, value.text], ...end];
        case 'list':
          return [['RPUSH', key, ...value.items], ...end];
        case 'hash':
          return [['HSET', key, ...[...value.fields].flat()], ...end];
        case 'set':
          return [['SADD', key, ...value.members], ...end];
        default:
          return [];
      }
    });
  }
}
