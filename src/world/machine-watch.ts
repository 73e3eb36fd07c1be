import type { ClusterState } from '../engine/swarm/cluster-state.ts';
import { isEqual } from '../lib/is-equal.ts';
import { crashingImages } from './crash-images.ts';
import type { Machine } from './machine.ts';
import type { MachineRecord, WorldChange } from './mirror.ts';
import type { World } from './world.ts';

/** A disk with less than this left is full: no image or file of any size fits. */
const FULL_BYTES = 1024 * 1024;

/** Compares the machines of a world, and the swarm they are in, with what was told before. */
export class MachineWatch {
  readonly #told = new Map<string, MachineRecord>();
  #cluster: ClusterState | undefined;
  /** Loaded when there is the first swarm: most worlds never have one. */
  #mirror: Pick<typeof import('./mirror-cluster.ts'), 'clusterOfMachines' | 'changesOfCluster'> | undefined;

  /** What is new, changed or gone since the last call. @param again called when there is more to tell */
  changes(world: World, again: () => void): WorldChange[] {
    const changes: WorldChange[] = [];
    const records = new Map(world.machines.map((machine) => [machine.name, machineRecord(world, machine)]));
    for (const [id, value] of records)
      if (!isEqual(this.#told.get(id), value)) changes.push({ kind: 'machine', id, value });
    for (const id of this.#told.keys()) if (!records.has(id)) changes.push({ kind: 'machine', id });
    this.#told.clear();
    for (const [id, record] of records) this.#told.set(id, record);
    return [...changes, ...this.#swarmChanges(world, again)];
  }

  #swarmChanges(world: World, again: () => void): WorldChange[] {
    const on = world.machines.filter(({ name }) => world.isOn(name));
    if (!this.#mirror) {
      if (on.some(({ engine }) => engine.store.state.swarm))
        void import('./mirror-cluster.ts').then(({ clusterOfMachines, changesOfCluster }) => {
          this.#mirror = { clusterOfMachines, changesOfCluster };
          again();
        });
      return [];
    }
    const before = this.#cluster;
    this.#cluster = this.#mirror.clusterOfMachines(on);
    return this.#mirror.changesOfCluster(before, this.#cluster);
  }
}

function machineRecord(world: World, machine: Machine): MachineRecord {
  const { name, kernel, engine } = machine;
  return {
    name,
    address: kernel.hostNetwork.ownAddress ?? '',
    isOn: world.isOn(name),
    isPlugged: world.isPlugged(name),
    diskFull: (kernel.hostFs.space?.freeBytes ?? Infinity) < FULL_BYTES,
    crashing: crashingImages(machine),
    nodeId: engine.store.state.swarm?.nodeId ?? '',
  };
}
