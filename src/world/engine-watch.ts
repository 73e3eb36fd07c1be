import type { EngineState } from '../engine/state.ts';
import { EMPTY_STATE } from '../engine/store.ts';
import type { Machine } from './machine.ts';
import { changesOfEngine } from './mirror-engine.ts';
import type { WorldChange } from './mirror.ts';

/** Compares the daemons of a world with what was told of them before. */
export class EngineWatch {
  readonly #told = new Map<string, EngineState>();

  /** What is new, changed or gone since the last call, also of machines that are not there any more. */
  changes(machines: readonly Machine[]): WorldChange[] {
    const states = new Map(machines.map(({ name, engine }) => [name, engine.store.state]));
    const names = new Set([...this.#told.keys(), ...states.keys()]);
    return [...names].flatMap((name) => {
      const before = this.#told.get(name) ?? EMPTY_STATE;
      const after = states.get(name);
      if (after) this.#told.set(name, after);
      else this.#told.delete(name);
      return changesOfEngine(before, after ?? EMPTY_STATE, name);
    });
  }
}
