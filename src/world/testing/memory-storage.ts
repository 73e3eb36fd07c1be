import type { Storage } from '../../host/host.ts';

/** A storage in memory; `failNext` makes the next write fail whole, as a full disk does. Others over the same entries are other tabs. */
export class MemoryStorage implements Storage {
  readonly entries: Map<string, Uint8Array>;
  readonly #owner: { of?: MemoryStorage };
  failNext = false;

  constructor(other?: MemoryStorage) {
    this.entries = other?.entries ?? new Map();
    this.#owner = other ? other.#owner : {};
  }

  claim(): Promise<void> {
    this.#owner.of = this;
    return Promise.resolve();
  }

  get(key: string): Promise<Uint8Array | undefined> {
    return Promise.resolve(this.entries.get(key));
  }

  put(entries: ReadonlyMap<string, Uint8Array>, obsolete: readonly string[] = []): Promise<void> {
    if (this.failNext) {
      this.failNext = false;
      return Promise.reject(named('QuotaExceededError', 'quota exceeded'));
    }
    if (this.#owner.of && this.#owner.of !== this) return Promise.reject(named('TakenError', 'taken'));
    for (const [key, bytes] of entries) this.entries.set(key, bytes.slice());
    for (const key of obsolete) this.entries.delete(key);
    return Promise.resolve();
  }

  keys(prefix: string): Promise<string[]> {
    return Promise.resolve([...this.entries.keys()].filter((key) => key.startsWith(prefix)).sort());
  }
}

const named = (name: string, message: string): Error => Object.assign(new Error(message), { name });
