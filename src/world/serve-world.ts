import type { Host, Storage } from '../host/host.ts';
import type { Lesson } from '../lessons/lesson.ts';
import type { FromWorld, ToWorld } from './protocol.ts';
import type { TravelTo } from './queries/queries.ts';
import type { Handover } from './handover.ts';
import { RunningWorld } from './running-world.ts';
import { clearSaved, loadWorld, type WorldSnapshot } from './saved-world.ts';

/** One end of the connection to a page. */
export interface WorldServerPort {
  post(message: FromWorld, transfer?: ArrayBuffer[]): void;
  listen(handler: (message: ToWorld) => void): void;
}

const ALIVE_MS = 1000;

/** Serves one page; lessons are loaded as they are opened: starts a world when it is asked to, and another one after a reset. */
export function serveWorld(
  port: WorldServerPort,
  host: Host,
  storage: Storage,
  loadLesson: (id: string) => Promise<Lesson | undefined>,
): void {
  const known = new Set<string>();
  let running: RunningWorld | undefined;
  let speed = 1;
  const post = (message: FromWorld): void => port.post(message);

  const begin = (seed: number, restore: WorldSnapshot | undefined, handover?: Handover): void => {
    const options = { host, storage, loadLesson, post, seed, speed, restore, known };
    running = new RunningWorld({ ...options, ...(handover ? { handover } : {}) });
  };

  const start = async (message: Extract<ToWorld, { kind: 'start' }>): Promise<void> => {
    speed = message.speed;
    const saved = message.restore ? await load() : undefined;
    const seed = saved?.seed ?? message.seed ?? host.entropy();
    post({
      kind: 'ready',
      restored: saved !== undefined,
      seed,
      ...(saved?.pageState === undefined ? {} : { pageState: saved.pageState }),
    });
    try {
      begin(seed, saved);
    } catch (error) {
      if (!saved) throw error;
      post({
        kind: 'save.failed',
        message: `The saved state could not be used: ${error instanceof Error ? error.message : String(error)}`,
      });
      post({ kind: 'ready', restored: false, seed });
      begin(seed, undefined);
    }
  };

  const load = async (): Promise<WorldSnapshot | undefined> => {
    try {
      return await loadWorld(storage, known);
    } catch (error) {
      post({
        kind: 'save.failed',
        message: `The saved state could not be read: ${error instanceof Error ? error.message : String(error)}`,
      });
      return undefined;
    }
  };

  const reset = async (): Promise<void> => {
    await running?.end();
    running = undefined;
    await clearSaved(storage, known).catch(() => undefined);
    const seed = host.entropy();
    post({ kind: 'ready', restored: false, seed });
    begin(seed, undefined);
  };

  /** Another world takes over at once: no message of the page comes to neither of them. */
  const travel = async (to: TravelTo): Promise<void> => {
    const from = running;
    const keeper = await from?.timeline.keeper;
    if (!from || !keeper || running !== from) return;
    const plan = keeper.plan(to, from.snapshot());
    const handover = plan && from.handOver();
    const destination = plan && keeper.go(to);
    if (!destination) return;
    const { snapshot } = destination;
    begin(snapshot.seed, snapshot, handover);
    post({ kind: 'travelled', to, label: plan.label, restarts: plan.restarts });
  };

  const alive = (): void => {
    post({ kind: 'alive' });
    host.after(ALIVE_MS, alive);
  };

  port.listen((message) => {
    const failed = (error: unknown): void => {
      const text = error instanceof Error ? error.message : String(error);
      post({
        kind: 'error',
        error: { message: text, report: error instanceof Error ? (error.stack ?? text) : text },
      });
    };
    try {
      if (message.kind === 'start') start(message).catch(failed);
      else if (message.kind === 'reset') reset().catch(failed);
      else if (message.kind === 'travel') travel(message.to).catch(failed);
      else {
        if (message.kind === 'speed') ({ speed } = message);
        running?.handle(message);
      }
    } catch (error) {
      failed(error);
    }
  });
  alive();
}
