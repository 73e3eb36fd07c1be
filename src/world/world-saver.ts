import type { Host, Storage } from '../host/host.ts';
import type { FromWorld } from './protocol.ts';
import type { WorldSnapshot } from './saved-world.ts';

/** A save waits so long for more changes. */
const SAVE_MS = 120;
/** What happens by itself waits many times as long as the last save took: saving must not become the main work. */
const PAUSE_FACTOR = 10;
/** But never longer: so much is lost at most where a page ends without a word. */
const MOST_PAUSE_MS = 3000;

/** What saves and loads, beside the code that every world begins with. */
export const loadSaving = (): Promise<typeof import('./saved-world.ts')> => import('./saved-world.ts');

export interface WorldSaverOptions {
  readonly host: Host;
  readonly storage: Storage;
  /** Hashes of the blobs in the storage. */
  readonly known: Set<string>;
  readonly post: (message: FromWorld) => void;
  readonly snapshot: () => WorldSnapshot;
  /** A save of the world before that may still go on. */
  readonly saving: Promise<unknown> | undefined;
}

/** Saves a world when it has changed, one save after another, and tells the page. */
export class WorldSaver {
  readonly #options: WorldSaverOptions;
  #cancel: (() => void) | undefined;
  #dueMs = 0;
  #tookMs = 0;
  #isStopped = false;
  /** Asked for the next save, whatever comes of it. */
  readonly #askers: ((isStored: boolean) => void)[] = [];
  /** Waits for the one that goes on, and will save what the world is then. */
  #waiting: Promise<boolean> | undefined;
  /** Settled when all that was begun is stored. */
  saving: Promise<unknown>;

  constructor(options: WorldSaverOptions) {
    this.#options = options;
    this.saving = options.saving ?? Promise.resolve();
  }

  /** Something changed. */
  soon(): void {
    this.#within(Math.min(PAUSE_FACTOR * this.#tookMs, MOST_PAUSE_MS));
  }

  /** The learner has done something: that waits for nothing but a breath. */
  afterDeed(): void {
    this.#within(Math.min(this.#tookMs, MOST_PAUSE_MS));
  }

  /** Resolves to whether the world as it is now is stored, when its turn has come: nothing is hurried. */
  whenSaved(): Promise<boolean> {
    if (this.#isStopped) return Promise.resolve(false);
    this.soon();
    return new Promise((resolve) => this.#askers.push(resolve));
  }

  #within(pauseMs: number): void {
    if (this.#isStopped) return;
    const { host } = this.#options;
    const delayMs = Math.max(SAVE_MS, pauseMs);
    const dueMs = host.monotonicMs() + delayMs;
    if (this.#cancel && this.#dueMs <= dueMs) return;
    this.#cancel?.();
    this.#dueMs = dueMs;
    this.#cancel = host.after(delayMs, () => void this.save());
  }

  /** Saves the world as it is now or, where a save goes on, as it is when that one is done. Resolves to whether it is stored. */
  save(): Promise<boolean> {
    this.#cancel?.();
    this.#cancel = undefined;
    if (this.#waiting) return this.#waiting;
    const saved = this.saving.then(() => {
      this.#waiting = undefined;
      return this.#saveNow();
    });
    this.#waiting = saved;
    this.saving = saved;
    return saved;
  }

  async #saveNow(): Promise<boolean> {
    if (this.#isStopped) return false;
    const { storage, known, post, host, snapshot } = this.#options;
    const beganMs = host.monotonicMs();
    const askers = this.#askers.splice(0);
    const answer = (isStored: boolean): boolean => {
      for (const tell of askers) tell(isStored);
      return isStored;
    };
    try {
      const { saveWorld } = await loadSaving();
      const bytes = await saveWorld(storage, snapshot(), known, host.wallClockMs());
      post({ kind: 'saved', atMs: host.wallClockMs(), bytes });
      return answer(true);
    } catch (error) {
      post({ kind: 'save.failed', ...failureOf(error) });
      return answer(false);
    } finally {
      this.#tookMs = host.monotonicMs() - beganMs;
    }
  }

  /** What was begun is finished; nothing else is saved. */
  stop(): void {
    this.#isStopped = true;
    for (const tell of this.#askers.splice(0)) tell(false);
    this.#cancel?.();
    this.#cancel = undefined;
  }
}

/** Why a storage refused, by the names that browsers and ours give their errors. */
export function failureOf(error: unknown): Omit<Extract<FromWorld, { kind: 'save.failed' }>, 'kind'> {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  if (name === 'QuotaExceededError') return { reason: 'full', message };
  return { reason: name === 'TakenError' ? 'taken' : 'refused', message };
}
