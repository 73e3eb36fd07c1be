import type { Host } from '../host/host.ts';
import { SwarmFabric } from '../engine/swarm/fabric.ts';
import { sharedTallies } from '../kernel/machine-limits.ts';
import { Lan } from '../kernel/net/lan.ts';
import { RunQueue } from '../kernel/run-queue.ts';
import type { TimeMode } from '../kernel/time-mode.ts';
import {
  createHubLoader,
  createMachine,
  heldBy,
  MACHINE_ADDRESS,
  type HubLoader,
  type Machine,
  type MachineRestore,
  type Wiring,
} from './machine.ts';
import { machineName } from './mirror.ts';
import type { BuildObserver } from './observe-builds.ts';
import type { MachineSnapshot, WorldSnapshot } from './saved-world.ts';
import { hostView, writeFiles } from './machine-image.ts';
import { STARTER_PROJECT } from './starter-project.ts';

/** Where the learner's files are. */
export const PROJECT_FOLDER = '/root/site';

/** The moment a world in virtual time begins, so that the same script prints the same bytes. */
const VIRTUAL_START = Date.UTC(2026, 0, 5, 9, 0, 0);

export interface WorldOptions {
  /** What it goes on from, as after a power failure; a fresh world unless given. */
  readonly restore?: WorldSnapshot;
  /** Told how each build ended, for the editor's markers. */
  readonly onBuild?: BuildObserver;
  /** Told what programs say beside the terminal: what is not simulated. */
  readonly onNotice?: (text: string) => void;
  readonly host: Host;
  readonly seed: number;
  readonly mode: TimeMode;
  /** How many machines, called node1, node2, …; as many as are restored, or one, unless given. */
  readonly machines?: number;
  /** The registry's images, where several worlds share what was unpacked; its own unless given. */
  readonly hub?: HubLoader;
  /** Told of each machine that boots, also of one whose power is back. */
  readonly onBoot?: (machine: Machine) => void;
  /** Told of what threw where nobody waited for it: bugs of ours. */
  readonly onError?: (error: unknown, where: string) => void;
}

/** Machines under one clock, on one network: one, until more are added. */
export interface World {
  readonly queue: RunQueue;
  readonly machines: readonly [Machine, ...Machine[]];
  /** One more machine, beside the others on their network; it boots at once. */
  addMachine(): Machine;
  /** Throws the last machine away with all that is on it; the first stays. */
  removeMachine(): void;
  /** Pulls the network cable of a machine, or plugs it in again. @throws Error for a machine that there is not */
  setLink(name: string, isUp: boolean): void;
  /** Pulls the plug of a machine, or boots it again with what its disk held: it is another one then, in the same place. @throws Error for a machine that there is not */
  setPower(name: string, isOn: boolean): void;
  isOn(name: string): boolean;
  /** Whether the machine's cable is plugged in, whatever its power. */
  isPlugged(name: string): boolean;
  /** Every machine at this very moment, to be restored from. */
  save(): [MachineSnapshot, ...MachineSnapshot[]];
  readonly seed: number;
}

/** A world with its machines, not yet running: `queue.start()` starts it. */
export function createWorld(options: WorldOptions): World {
  const { host, seed, mode, restore } = options;
  const start = mode === 'real' ? host.wallClockMs() : VIRTUAL_START;
  const queue = new RunQueue(host, { startMs: Math.max(start, restore?.nowMs ?? 0), mode });
  if (options.onError) queue.onError = options.onError;
  const lan = new Lan();
  const hub = options.hub ?? createHubLoader();
  const wiring: Wiring = {
    lan,
    fabric: new SwarmFabric(lan),
    wires: new Map(),
    hub,
    shared: sharedTallies(),
  };
  const boot = (index: number, held?: Omit<MachineSnapshot, 'isOff' | 'isCut'>): Machine => {
    const machine = createMachine({
      name: machineName(index),
      queue,
      wiring,
      seed: held?.randomState ?? seed + index * SEED_STEP,
      address: addressOf(index),
      ...(held ? { restore: held } : {}),
      ...(options.onBuild && index === 0 ? { onBuild: options.onBuild } : {}),
      ...(options.onNotice ? { onNotice: options.onNotice } : {}),
    });
    if (!held) writeFiles(hostView(machine.kernel), PROJECT_FOLDER, STARTER_PROJECT);
    options.onBoot?.(machine);
    return machine;
  };
  /** What the disks of the machines without power hold, by name. */
  const off = new Map<string, MachineRestore>();
  const cut = new Set<string>();
  const connect = (name: string): void =>
    lan.setLink(addressOf(indexOf(machines, name)), !cut.has(name) && !off.has(name));
  const machines: [Machine, ...Machine[]] = [boot(0, restore)];
  const saved = restore ? [restore, ...(restore.others ?? [])] : [];
  for (let index = 1; index < (options.machines ?? Math.max(1, saved.length)); index++)
    machines.push(boot(index, saved[index]));
  for (const [index, held] of saved.entries()) {
    const machine = machines[index];
    if (!machine) continue;
    if (held.isCut) cut.add(machine.name);
    if (held.isOff) {
      machine.powerOff();
      off.set(machine.name, held);
    }
    connect(machine.name);
  }
  return {
    queue,
    machines,
    seed,
    addMachine: () => {
      const machine = boot(machines.length);
      machines.push(machine);
      connect(machine.name);
      return machine;
    },
    removeMachine: () => {
      if (machines.length === 1) return;
      const { name, powerOff } = machines.at(-1) ?? raise('to remove');
      if (!off.delete(name)) powerOff();
      lan.setLink(addressOf(machines.length - 1), false);
      cut.delete(name);
      machines.pop();
    },
    setLink: (name, isUp) => {
      indexOf(machines, name);
      if (isUp) cut.delete(name);
      else cut.add(name);
      connect(name);
    },
    setPower: (name, isOn) => {
      const index = indexOf(machines, name);
      const held = off.get(name);
      if (isOn === !held) return;
      if (held) {
        off.delete(name);
        machines[index] = boot(index, { ...held, randomState: machines[index]?.kernel.random.state ?? seed });
      } else off.set(name, machines[index]?.powerOff() ?? raise(name));
      connect(name);
    },
    isOn: (name) => !off.has(name),
    isPlugged: (name) => !cut.has(name),
    save: () =>
      machines.map(({ name, kernel, engine }): MachineSnapshot => ({
        randomState: kernel.random.state,
        ...(off.get(name) ?? { ...heldBy(kernel), engine: engine.save() }),
        ...(off.has(name) ? { isOff: true } : {}),
        ...(cut.has(name) ? { isCut: true } : {}),
      })) as [MachineSnapshot, ...MachineSnapshot[]],
  };
}

/** Machines of one world draw other numbers. */
const SEED_STEP = 7919;

/** @throws Error for a machine that there is not */
function indexOf(machines: readonly Machine[], name: string): number {
  const index = machines.findIndex((machine) => machine.name === name);
  return index < 0 ? raise(name) : index;
}

function raise(name: string): never {
  throw new Error(`there is no machine ${name}`);
}

/** The machines' addresses follow that of the first. */
function addressOf(index: number): string {
  const octets = MACHINE_ADDRESS.split('.');
  return [...octets.slice(0, 3), Number(octets[3]) + index].join('.');
}
