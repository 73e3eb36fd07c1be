import { ApiError } from '../../../api/api-error.ts';
import { watchSteps } from '../../../engine/testing/watch-steps.ts';
import type { Host } from '../../../host/host.ts';
import { doDeed, openSessions } from '../../machine-commands.ts';
import type { WorldSnapshot } from '../../saved-world.ts';
import { hostView, writeFiles } from '../../machine-image.ts';
import { createWorld, type World } from '../../world.ts';
import { worldDigest } from '../world-digest.ts';
import { brokenMachines } from './rules.ts';
import { MACHINES } from './steps.ts';
import { unsettledSwarm } from './swarm-rules.ts';
import { operationOf, type SwarmStep, type SwarmSteps } from './swarm-steps.ts';

const SEED = 3;
/** What an operation of a client may take. */
const PATIENCE_MS = 120_000;
/** After it nothing of what was asked for is still on its way: longer than updates, heartbeats and restarts take. */
const SETTLED_MS = 180_000;

/** An image with the programs that the model's services run. */
const APP = {
  Dockerfile: 'FROM alpine\nCOPY --chmod=755 serve fail /bin/\nCMD ["serve"]\n',
  serve: '#!/bin/sh\nexec sleep 1000000\n',
  fail: '#!/bin/sh\nexit $1\n',
};

/** By how many of its machines are managers: three machines in a swarm that have the image. */
export type SwarmBeginnings = ReadonlyMap<number, WorldSnapshot>;

export async function beginSwarms(host: Host): Promise<SwarmBeginnings> {
  const beginnings = new Map<number, WorldSnapshot>();
  for (const managers of [1, 2, 3]) {
    const world = createWorld({ host, seed: SEED, machines: MACHINES.length, mode: 'virtual' });
    const sessions = openSessions(world, { cwd: '/root' });
    const run = async (line: string): Promise<string> => {
      const { exitCode, stdout = '', stderr = '' } = (await sessions.run(line)) ?? {};
      if (exitCode !== 0) throw new Error(`${line}: ${stderr}`);
      return stdout.trim();
    };
    for (const { name, kernel } of world.machines) {
      writeFiles(hostView(kernel), '/root/app', APP);
      await run(`@${name} docker build -q -t app app`);
    }
    await run('docker swarm init');
    for (const [index, name] of MACHINES.entries()) {
      if (index === 0) continue;
      const token = await run(`docker swarm join-token -q ${index < managers ? 'manager' : 'worker'}`);
      await run(`@${name} docker swarm join --token ${token} 192.168.0.18:2377`);
    }
    await run('sleep 5');
    beginnings.set(managers, snapshotOf(world));
  }
  return beginnings;
}

function snapshotOf(world: World): WorldSnapshot {
  const [first, ...others] = world.save();
  return { ...first, others, seed: SEED, nowMs: world.queue.now(), terminals: {} };
}

interface LivedSwarm {
  readonly broken: readonly string[];
  readonly end: WorldSnapshot;
}

/** The life of a swarm, with all that was wrong in it. */
async function liveSwarm(
  steps: readonly SwarmStep[],
  restore: WorldSnapshot,
  host: Host,
): Promise<LivedSwarm> {
  const broken = new Set<string>();
  const watched: (readonly string[])[] = [];
  const world = createWorld({
    host,
    seed: SEED,
    mode: 'virtual',
    restore,
    onError: (error, where) =>
      void broken.add(`error in ${where}: ${error instanceof Error ? error.stack : String(error)}`),
    onBoot: ({ engine }) => void watched.push(watchSteps(engine)),
  });
  const look = (): void => brokenMachines(world).forEach((one) => broken.add(one));
  await pass(world, 5000);
  for (const step of steps) {
    const operation = operationOf(step, world);
    if (step.do === 'hardware') doDeed(world, step.machine, step.deed);
    else if (operation && world.isOn(step.machine)) begin(world, step, operation, broken);
    await pass(world, step.pauseMs);
    look();
  }
  for (const name of MACHINES) {
    doDeed(world, name, 'on');
    doDeed(world, name, 'plug');
  }
  await pass(world, SETTLED_MS);
  look();
  unsettledSwarm(world).forEach((one) => broken.add(one));
  return { broken: [...broken, ...watched.flat()], end: snapshotOf(world) };
}

/** As a client of the machine. Refusals are part of life; what never ends is not, unless the machine lost its power. */
function begin(
  world: World,
  step: SwarmStep,
  operation: NonNullable<ReturnType<typeof operationOf>>,
  broken: Set<string>,
): void {
  const machine = world.machines.find(({ name }) => name === step.machine);
  if (!machine) return;
  const { kernel, engine } = machine;
  let isDone = false;
  kernel.task('client', async () => {
    try {
      await operation(engine.api);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
    } finally {
      isDone = true;
    }
  });
  kernel.clock.at(kernel.clock.now() + PATIENCE_MS, () => {
    const isSame = world.machines.includes(machine) && world.isOn(machine.name);
    if (!isDone && isSame) broken.add(`never answered: ${JSON.stringify(step)}`);
  });
}

/** Lets so much of the world's time pass. */
function pass({ queue }: World, ms: number): Promise<void> {
  return new Promise((resolve) => {
    queue.at(queue.now() + ms, () => {
      queue.stop();
      resolve();
    });
    queue.start();
  });
}

/** What is wrong with a swarm that lives so, with living so again, or with going on from what was saved. */
export async function brokenSwarm(
  { managers, steps }: SwarmSteps,
  beginnings: SwarmBeginnings,
  host: Host,
): Promise<readonly string[]> {
  const start = beginnings.get(managers);
  if (!start) throw new Error(`no swarm with ${managers} managers`);
  const before = worldDigest(start);
  const first = await liveSwarm(steps, start, host);
  const again = await liveSwarm(steps, start, host);
  const on = await liveSwarm([], first.end, host);
  const isSame = worldDigest(first.end) === worldDigest(again.end);
  return [
    ...first.broken,
    ...(isSame ? [] : ['R5: the same steps led elsewhere']),
    ...(worldDigest(start) === before ? [] : ['R20: a snapshot changed when the world went on']),
    ...on.broken.map((one) => `restored: ${one}`),
  ];
}
