import { EngineWatch } from './engine-watch.ts';
import type { Machine } from './machine.ts';
import { MachineWatch } from './machine-watch.ts';
import type { WorldChange } from './mirror.ts';
import { TrafficWatch } from './traffic-watch.ts';
import type { World } from './world.ts';

/** What a page was told of a world, to tell it what is different. */
export class WorldWatch {
  readonly #engines = new EngineWatch();
  readonly #machines = new MachineWatch();
  readonly #traffic = new TrafficWatch();

  /** A machine booted. @param changed called when there may be more to tell */
  follow(machine: Machine, changed: () => void): void {
    machine.engine.store.subscribe(changed);
    machine.kernel.hostFs.onChange = changed;
    this.#traffic.follow(machine, changed);
  }

  /** What is new, changed or gone since the last call. @param again called when there is more to tell */
  changes(world: World, again: () => void): WorldChange[] {
    return [
      ...this.#engines.changes(world.machines),
      ...this.#machines.changes(world, again),
      ...this.#traffic.changes(world.queue.now(), again),
    ];
  }
}
