import type { Spot, TakenConnection } from '../kernel/net/traffic.ts';
import { toText } from '../lib/bytes.ts';
import type { Machine } from './machine.ts';
import type { TrafficPath, TrafficRecord, WorldChange } from './mirror.ts';
import type { World } from './world.ts';

const REQUEST_LINE = /^[A-Z]+ \S+ HTTP\/1\.[01]\r?\n/;
/** Counts of a busy world are told no more often than this: each telling draws them. */
const TELL_MS = 150;
/** So much of a piece is looked at. */
const LOOKED_AT = 2048;

/** What came to the containers of a world: requests of HTTP, and of other protocols connections over which something was sent. */
export class TrafficWatch {
  readonly #records = new Map<string, Counted>();
  readonly #machines = new Map<string, Machine>();
  readonly #changed = new Set<string>();
  #toldMs = 0;

  /** From now on, and also of a machine that booted again. @param changed called when there is more to tell */
  follow(machine: Machine, changed: () => void): void {
    this.#machines.set(machine.name, machine);
    machine.kernel.trafficObserver = (connection) => {
      const { to } = connection;
      if (to.name === HOST) return undefined;
      let isFirst = true;
      return (bytes) => {
        const isRequest = isFirst || REQUEST_LINE.test(toText(bytes.subarray(0, LOOKED_AT)));
        isFirst = false;
        if (!isRequest) return;
        this.#count(machine, connection);
        changed();
      };
    };
  }

  #count(machine: Machine, { from, to, entry, port }: TakenConnection): void {
    const record: Counted = this.#records.get(to.name) ?? { machine: machine.name, paths: new Map() };
    this.#records.set(to.name, record);
    const path = { client: this.#nameOf(from), entry: entry ? this.#nameOf(entry) : '', port };
    const key = `${path.client} ${path.entry} ${port}`;
    record.paths.set(key, { ...path, requests: (record.paths.get(key)?.requests ?? 0) + 1 });
    this.#changed.add(to.name);
  }

  /** A machine by its name, a container by its ID. */
  #nameOf({ name, machineAddress }: Spot): string {
    if (name !== HOST) return name;
    const machines = [...this.#machines.values()];
    return machines.find(({ kernel }) => kernel.hostNetwork.ownAddress === machineAddress)?.name ?? '';
  }

  /** What is new since the last telling, and which containers are gone. @param again called when there is more to tell, a little later */
  changes({ machines, queue }: World, again: () => void): WorldChange[] {
    const changes = this.#gone(machines);
    const nowMs = queue.now();
    if (this.#changed.size === 0) return changes;
    if (Math.abs(nowMs - this.#toldMs) < TELL_MS) {
      again();
      return changes;
    }
    this.#toldMs = nowMs;
    for (const id of this.#changed) {
      const record = this.#records.get(id);
      if (record) changes.push({ kind: 'traffic', id, value: toRecord(id, record) });
    }
    this.#changed.clear();
    return changes;
  }

  #gone(machines: readonly Machine[]): WorldChange[] {
    const changes: WorldChange[] = [];
    const present = new Map(machines.map(({ name, engine }) => [name, engine.store.state.containers]));
    // With one that was thrown away a whole world would stay, which undo has left.
    for (const name of this.#machines.keys()) if (!present.has(name)) this.#machines.delete(name);
    for (const [id, { machine }] of this.#records)
      if (!present.get(machine)?.has(id)) {
        this.#records.delete(id);
        this.#changed.delete(id);
        changes.push({ kind: 'traffic', id });
      }
    return changes;
  }
}

/** The name of a machine's own namespace. */
const HOST = 'host';

interface Counted {
  readonly machine: string;
  readonly paths: Map<string, TrafficPath>;
}

function toRecord(container: string, { machine, paths }: Counted): TrafficRecord {
  const all = [...paths.values()];
  return { machine, container, requests: all.reduce((sum, { requests }) => sum + requests, 0), paths: all };
}
