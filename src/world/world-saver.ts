import type { Host, Storage } from '../host/host.ts';
import type { FromWorld } from './protocol.ts';
import { saveWorld, type WorldSnapshot } from './saved-world.ts';

/** A save waits so long for more changes, and many times as long as the last one took: saving must not become the main work. */
const SAVE_MS = 120;
const PAUSE_FACTOR = 10;

export interface WorldSaverOptions {
  readonly host: Host;
  readonly storage: Storage;
  /** Hashes of the blobs in the storage. */
  readonly known: Set<string>;
  readonly post: (message: FromWorld) => void;
  readonly snapshot: () => WorldSnapshot;
  /** A save of the world before that may still go on. */
  readonly saving: Promise<void> | undefined;
}

/** Saves a world when it has changed, one save after another, and tells the page. */
export class WorldSaver {
  readonly #options: WorldSaverOptions;
  #cancel: (() => void) | undefined;
  #tookMs = 0;
  #isStopped = false;
  /** Settled when all that was begun is stored. */
  saving: Promise<void>;

  constructor(options: WorldSaverOptions) {
    this.#options = options;
    this.saving = options.saving ?? Promise.resolve();
  }

  soon(): void {
    const delayMs = Math.max(SAVE_MS, PAUSE_FACTOR * this.#tookMs);
    this.#cancel ??= this.#options.host.after(delayMs, () => void this.save());
  }

  /** Saves this very moment. */
  save(): Promise<void> {
    this.#cancel?.();
    this.#cancel = undefined;
    if (this.#isStopped) return this.saving;
    const { storage, known, post, host } = this.#options;
    const snapshot = this.#options.snapshot();
    let beganMs = 0;
    this.saving = this.saving
      .then(() => {
        beganMs = host.monotonicMs();
        return saveWorld(storage, snapshot, known);
      })
      .finally(() => (this.#tookMs = host.monotonicMs() - beganMs))
      .then(
        (bytes) => post({ kind: 'saved', atMs: host.wallClockMs(), bytes }),
        (error: unknown) =>
          post({ kind: 'save.failed', message: error instanceof Error ? error.message : String(error) }),
      );
    return this.saving;
  }

  /** What was begun is finished; nothing else is saved. */
  stop(): void {
    this.#isStopped = true;
    this.#cancel?.();
  }
}
