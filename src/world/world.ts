import type { Host } from '../host/host.ts';
import { SwarmFabric } from '../engine/swarm/fabric.ts';
import { Lan } from '../kernel/net/lan.ts';
import { RunQueue, type TimeMode } from '../kernel/run-queue.ts';
import { createMachine, MACHINE_ADDRESS, type Machine, type Wiring } from './machine.ts';
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
  readonly lan: Lan;
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
  const machine = createMachine({
    name: 'node1',
    queue,
    wiring,
    seed: restore?.randomState ?? seed,
    ...(restore ? { restore } : {}),
    ...(options.onBuild ? { onBuild: options.onBuild } : {}),
    ...(options.onNotice ? { onNotice: options.onNotice } : {}),
  });
  if (!restore) writeFiles(hostView(machine.kernel), PROJECT_FOLDER, STARTER_PROJECT);
  const others = Array.from({ length: (options.machines ?? 1) - 1 }, (_, index) =>
    createMachine({
      name: `node${index + 2}`,
      queue,
      wiring,
      seed: seed + (index + 1) * 7919,
      address: addressOf(index + 1),
      ...(options.onNotice ? { onNotice: options.onNotice } : {}),
    }),
  );
  for (const { kernel } of others) writeFiles(hostView(kernel), PROJECT_FOLDER, STARTER_PROJECT);
  return { queue, machines: [machine, ...others], seed, lan };
}

/** The machines' addresses follow that of the first. */
function addressOf(index: number): string {
  const octets = MACHINE_ADDRESS.split('.');
  return [...octets.slice(0, 3), Number(octets[3]) + index].join('.');
}
