import type { Storage } from '../../host/host.ts';

/** A storage in memory; `failNext` makes the next write fail whole, as a full disk does. */
export class MemoryStorage implements Storage {
  readonly entries = new Map<string, Uint8Array>();
  failNext = false;

  get(key: string): Promise<Uint8Array | undefined> {
    return Promise.resolve(this.entries.get(key));
  }

  put(entries: ReadonlyMap<string, Uint8Array>, obsolete: readonly string[] = []): Promise<void> {
    if (this.failNext) {
      this.failNext = false;
      return Promise.reject(new Error('quota exceeded'));
    }
    for (const [key, bytes] of entries) this.entries.set(key, bytes.slice());
    for (const key of obsolete) this.entries.delete(key);
    return Promise.resolve();
  }

  keys(prefix: string): Promise<string[]> {
    return Promise.resolve([...this.entries.keys()].filter((key) => key.startsWith(prefix)).sort());
  }
}
