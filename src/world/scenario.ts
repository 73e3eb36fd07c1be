import { toText } from '../lib/bytes.ts';
import type { Host } from '../host/host.ts';
import type { Machine } from './machine.ts';
import { hostView, writeFiles } from './machine-image.ts';
import { openCommandSession, type CommandSession } from './run-commands.ts';
import { createWorld, type World } from './world.ts';

/** Time that passes before a step: so many seconds, or until a command succeeds (asked every half second, `limit` seconds long). */
export type PreWait = { readonly sleep: number } | { readonly until: string; readonly limit?: number };

export interface ScenarioStep {
  readonly command: string;
  readonly tty?: boolean;
  readonly input?: string;
  readonly preWait?: readonly PreWait[];
}

/** A session as the transcripts record it. */
export interface Scenario {
  readonly name: string;
  /** In the engine at the start. */
  readonly images: readonly string[];
  /** In `workdir` at the start: path → text. */
  readonly files?: Readonly<Record<string, string>>;
  readonly workdir: string;
  readonly builder?: string;
  readonly steps: readonly ScenarioStep[];
}

export interface StepResult {
  readonly command: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

const POLL_SECONDS = 0.5;

/** Runs a session's steps in one bash of a fresh machine. `onStep` hears each result at once. */
export async function runScenario(
  scenario: Scenario,
  host: Host,
  options: { seed?: number; onStep?: (result: StepResult) => void } = {},
): Promise<StepResult[]> {
  const world = createWorld({ host, seed: options.seed ?? 1, mode: 'virtual' });
  const [machine] = world.machines;
  writeFiles(hostView(machine.kernel), scenario.workdir, scenario.files ?? {});
  await loadImages(world, machine, scenario.images);
  const env: Record<string, string> = scenario.builder === 'classic' ? { DOCKER_BUILDKIT: '0' } : {};
  const session = openCommandSession(world, machine, { cwd: scenario.workdir, env });
  const results: StepResult[] = [];
  for (const step of scenario.steps) {
    for (const wait of step.preWait ?? []) await passTime(session, wait);
    const result = await session.run(step);
    results.push(result);
    options.onStep?.(result);
    if (session.exited !== undefined) break;
  }
  return results;
}

async function passTime(session: CommandSession, wait: PreWait): Promise<void> {
  if ('sleep' in wait) {
    await session.run({ command: `sleep ${wait.sleep}` });
    return;
  }
  const tries = Math.ceil((wait.limit ?? 20) / POLL_SECONDS);
  await session.run({
    command: `for _ in $(seq ${tries}); do ( ${wait.until} ) >/dev/null 2>&1 && break; sleep ${POLL_SECONDS}; done`,
  });
}

/** Pulls images from the catalogue before the session begins. @throws Error for an image the catalogue lacks */
export async function loadImages(world: World, machine: Machine, images: readonly string[]): Promise<void> {
  const pulls = machine.kernel.task('load images', async () => {
    for (const image of images) {
      for await (const message of machine.engine.api.ImageCreate({ fromImage: image })) {
        if (message.error) throw new Error(`${image}: ${message.error}`);
      }
    }
  });
  let failure: unknown;
  machine.kernel.task('load', () =>
    pulls.join().then(
      () => world.queue.stop(),
      (error: unknown) => {
        failure = error;
        world.queue.stop();
      },
    ),
  );
  await runUntilStopped(world);
  if (failure) throw failure as Error;
}

/** Lets the world run until something stops it. */
function runUntilStopped(world: World): Promise<void> {
  return new Promise((resolve) => {
    world.queue.onStop = resolve;
    world.queue.start();
  });
}

/** A scenario's text. @throws Error that says what is wrong with it */
export function parseScenario(bytes: Uint8Array): Scenario {
  const data: unknown = JSON.parse(toText(bytes));
  if (!isScenario(data))
    throw new Error('not a scenario: it needs "images", "workdir" and "steps" with a "command" each');
  return data;
}

function isScenario(data: unknown): data is Scenario {
  if (typeof data !== 'object' || data === null) return false;
  const { images, workdir, steps } = data as Partial<Scenario>;
  return (
    Array.isArray(images) &&
    typeof workdir === 'string' &&
    Array.isArray(steps) &&
    steps.every((step: unknown) => typeof (step as ScenarioStep | null)?.command === 'string')
  );
}
