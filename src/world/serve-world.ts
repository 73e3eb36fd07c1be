import type { Host, Storage } from '../host/host.ts';
import type { Lesson } from '../lessons/lesson.ts';
import type { FromWorld, ToWorld } from './protocol.ts';
import type { TravelTo } from './queries/queries.ts';
import type { Handover } from './handover.ts';
import { RunningWorld } from './running-world.ts';
import type { WorldSnapshot } from './saved-world.ts';
import { failureOf, loadSaving } from './world-saver.ts';

/** One end of the connection to a page. */
export interface WorldServerPort {
  post(message: FromWorld, transfer?: ArrayBuffer[]): void;
  listen(handler: (message: ToWorld) => void): void;
}

const ALIVE_MS = 1000;

/**
 * Serves one page; lessons are loaded as they are opened: starts a world when it is asked to, and another one after a reset.
 * @returns what gives the world that is served now, for who looks behind the page
 */
export function serveWorld(
  port: WorldServerPort,
  host: Host,
  storage: Storage,
  loadLesson: (id: string) => Promise<Lesson | undefined>,
): () => RunningWorld | undefined {
  const known = new Set<string>();
  let running: RunningWorld | undefined;
  let speed = 1;
  /** Where worlds are saved. */
  let shelf = storage;
  const post = (message: FromWorld): void => port.post(message);

  const begin = (seed: number, restore: WorldSnapshot | undefined, handover?: Handover): void => {
    const options = { host, storage: shelf, loadLesson, post, seed, speed, restore, known };
    running = new RunningWorld({ ...options, ...(handover ? { handover } : {}) });
  };

  const start = async (message: Extract<ToWorld, { kind: 'start' }>): Promise<void> => {
    const { epoch } = message;
    speed = message.speed;
    const saved = await load(message.restore);
    if (saved === 'damaged') return;
    const seed = saved?.seed ?? message.seed ?? host.entropy();
    const pageState = saved?.pageState;
    post({
      kind: 'ready',
      epoch,
      restored: saved !== undefined,
      seed,
      ...(pageState === undefined ? {} : { pageState }),
    });
    try {
      begin(seed, saved);
    } catch (error) {
      if (!saved) throw error;
      running = undefined;
      damaged(error);
    }
  };

  const damaged = (error: unknown): void => post({ kind: 'damaged', message: failureOf(error).message });

  /**
   * What was saved here. What is there but can't be read is left as it is. Where the storage itself refuses, a world begins that is never saved: what
   * may be there is not to be written over once it answers again.
   */
  const load = async (restore: boolean): Promise<WorldSnapshot | 'damaged' | undefined> => {
    let isThere = false;
    try {
      const [{ isSaved, loadWorld }] = await Promise.all([loadSaving(), storage.claim()]);
      isThere = restore && (await isSaved(storage));
      return isThere ? await loadWorld(storage, known) : undefined;
    } catch (error) {
      if (isThere) {
        damaged(error);
        return 'damaged';
      }
      shelf = refusingStorage(error);
      return void post({ kind: 'save.failed', ...failureOf(error) });
    }
  };

  const reset = async (epoch: number): Promise<void> => {
    const before = running;
    running = undefined;
    await before?.end();
    const { clearSaved } = await loadSaving();
    await clearSaved(shelf, known).catch(() => undefined);
    const seed = host.entropy();
    post({ kind: 'ready', epoch, restored: false, seed });
    begin(seed, undefined);
  };

  /** Another world takes over at once: no message of the page comes to neither of them. */
  const travel = async (to: TravelTo): Promise<void> => {
    const from = running;
    const keeper = await from?.timeline.keeper;
    if (!from || !keeper || running !== from) return;
    const now = from.snapshot();
    const plan = keeper.plan(to, now);
    const snapshot = keeper.snapshotOf(to);
    if (!plan || !snapshot) return;
    const handover = from.handOver();
    try {
      begin(snapshot.seed, snapshot, handover);
    } catch (error) {
      // Nobody is left with a world that stands still.
      begin(now.seed, now, handover);
      throw error;
    }
    keeper.go(to);
    post({ kind: 'travelled', to, label: plan.label, restarts: plan.restarts });
  };

  const alive = (): void => {
    post({ kind: 'alive' });
    host.after(ALIVE_MS, alive);
  };

  const failed = (error: unknown): void => {
    const text = error instanceof Error ? error.message : String(error);
    const report = error instanceof Error ? (error.stack ?? text) : text;
    post({ kind: 'error', error: { message: text, report } });
  };

  /** Starts, resets and journeys are done one after another, and what comes meanwhile after them. */
  let turn = Promise.resolve();
  let waiting = 0;
  const inTurn = (action: () => void | Promise<void>): void => {
    waiting += 1;
    turn = turn
      .then(action)
      .catch(failed)
      .finally(() => (waiting -= 1));
  };

  const handle = (message: ToWorld): void => {
    if (message.kind === 'start') return inTurn(() => start(message));
    if (message.kind === 'reset') return inTurn(() => reset(message.epoch));
    if (message.kind === 'travel') return inTurn(() => travel(message.to));
    if (waiting > 0) return inTurn(() => pass(message));
    pass(message);
  };

  const pass = (message: ToWorld): void => {
    if (message.kind === 'speed') ({ speed } = message);
    if (running) running.handle(message);
    else if (message.kind === 'query')
      post({ kind: 'refused', id: message.id, message: 'There is no machine that could answer.' });
  };

  port.listen((message) => {
    try {
      handle(message);
    } catch (error) {
      failed(error);
    }
  });
  alive();
  return () => running;
}

/** In place of one that could not be asked what is in it. */
function refusingStorage(error: unknown): Storage {
  const refuse = (): Promise<never> =>
    Promise.reject(error instanceof Error ? error : new Error(String(error)));
  return { claim: refuse, get: refuse, put: refuse, keys: refuse };
}
