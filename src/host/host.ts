/**
 * What the world needs from the environment it runs in (a worker, Node, a test).
 * Everything below `host/` sees real time and entropy only through this port.
 */
export interface Host {
  /** Monotonic real time in milliseconds, from any origin. */
  monotonicMs(): number;
  /** Real time of day in milliseconds since the Unix epoch. */
  wallClockMs(): number;
  /** Resolves after the environment had a turn of its event loop (input, paint, timers). */
  turn(): Promise<void>;
  /** Calls `callback` once after about `ms` real milliseconds; the returned function cancels it. */
  after(ms: number, callback: () => void): () => void;
  /** A fresh unsigned 32-bit number, for seeding a world that was given no seed. */
  entropy(): number;
  /** A WebAssembly module of ours, compiled once and then shared. Rejects with an error called `LoadError` where it can't be loaded (offline before the first visit is complete). */
  compile(name: WasmName): Promise<WebAssembly.Module>;
  /** The bytes of a file of ours that a runtime needs, loaded once and then shared: not to be changed. Rejects where it can't be loaded. */
  asset(name: AssetName): Promise<Uint8Array<ArrayBuffer>>;
}

/** The WebAssembly modules that runtimes are made of; `host/` knows where their bytes are. */
export type WasmName = 'micropython' | 'pglite' | 'quickjs';

/** Data of runtimes: PostgreSQL's own files, the data directory that initdb makes, and (in a built page) what every Python begins with. */
export type AssetName = 'pglite-data' | 'postgres-seed' | 'python-image';

/** Key-value storage of bytes by name, shaped so that a save can be atomic: blobs first, the manifest last. */
export interface Storage {
  /** From now on only this one writes here: whoever claimed it before is refused, so that two tabs never mix what they save. */
  claim(): Promise<void>;
  /** The bytes stored under `key`, or undefined. */
  get(key: string): Promise<Uint8Array | undefined>;
  /**
   * Stores all entries and deletes `obsolete` in one transaction.
   * @throws Error called `TakenError` once another one has claimed the storage, `QuotaExceededError` where there is no room
   */
  put(entries: ReadonlyMap<string, Uint8Array>, obsolete?: readonly string[]): Promise<void>;
  /** All keys with this prefix, sorted. */
  keys(prefix: string): Promise<string[]>;
}
