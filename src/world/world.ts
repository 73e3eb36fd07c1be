import type { Host } from '../host/host.ts';
import { SwarmFabric } from '../engine/swarm/fabric.ts';
import { Lan } from '../kernel/net/lan.ts';
import { RunQueue, type TimeMode } from '../kernel/run-queue.ts';
import { createMachine, MACHINE_ADDRESS, type Machine, type MachineRestore, type Wiring } from './machine.ts';
import type { BuildObserver } from './observe-builds.ts';
import type { WorldSnapshot } from './saved-world.ts';
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
  /** How many machines, called node1, node2, …; one unless given. Only the first is restored. */
  readonly machines?: number;
  /** Told of what threw where nobody waited for it: bugs of ours. */
  readonly onError?: (error: unknown, where: string) => void;
}

/** Machines under one clock, on one network. The page has one. */
export interface World {
  readonly queue: RunQueue;
  readonly machines: readonly [Machine, ...Machine[]];
  /** Pulls the network cable of a machine, or plugs it in again. @throws Error for a machine that there is not */
  setLink(name: string, isUp: boolean): void;
  /** Pulls the plug of a machine, or boots it again with what its disk held: it is another one then, in the same place. @throws Error for a machine that there is not */
  setPower(name: string, isOn: boolean): void;
  readonly seed: number;
}

/** A world with its machines, not yet running: `queue.start()` starts it. */
export function createWorld(options: WorldOptions): World {
  const { host, seed, mode } = options;
  const { restore } = options;
  const start = mode === 'real' ? host.wallClockMs() : VIRTUAL_START;
  const queue = new RunQueue(host, { startMs: Math.max(start, restore?.nowMs ?? 0), mode });
  if (options.onError) queue.onError = options.onError;
  const lan = new Lan();
  const wiring: Wiring = { lan, fabric: new SwarmFabric(lan), wires: new Map() };
  const boot = (
    index: number,
    held: (MachineRestore & { readonly randomState?: number }) | undefined,
  ): Machine =>
    createMachine({
      name: `node${index + 1}`,
      queue,
      wiring,
      seed: held?.randomState ?? seed + index * SEED_STEP,
      address: addressOf(index),
      ...(held ? { restore: held } : {}),
      ...(options.onBuild && index === 0 ? { onBuild: options.onBuild } : {}),
      ...(options.onNotice ? { onNotice: options.onNotice } : {}),
    });
  const machines: [Machine, ...Machine[]] = [boot(0, restore)];
  for (let index = 1; index < (options.machines ?? 1); index++) machines.push(boot(index, undefined));
  for (const { kernel } of restore ? machines.slice(1) : machines)
    writeFiles(hostView(kernel), PROJECT_FOLDER, STARTER_PROJECT);
  const off = new Map<string, MachineRestore>();
  return {
    queue,
    machines,
    seed,
    setLink: (name, isUp) => lan.setLink(addressOf(indexOf(machines, name)), isUp),
    setPower: (name, isOn) => {
      const index = indexOf(machines, name);
      const held = off.get(name);
      if (isOn === !held) return;
      if (held) {
        machines[index] = boot(index, { ...held, randomState: machines[index]?.kernel.random.state ?? seed });
        off.delete(name);
      } else off.set(name, machines[index]?.powerOff() ?? raise(name));
      lan.setLink(addressOf(index), isOn);
    },
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
