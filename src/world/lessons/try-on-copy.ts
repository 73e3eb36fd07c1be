/** Finds out what commands will do, on a copy of the world. Loaded when the first prediction is made. */
import type { Host } from '../../host/host.ts';
import { truthOf } from '../../lessons/judge-prediction.ts';
import type { Prediction } from '../../lessons/questions.ts';
import { toText } from '../../lib/bytes.ts';
import { splitCommands } from '../../shell/split-commands.ts';
import { followCrashes } from '../crash-images.ts';
import { inTask } from '../in-task.ts';
import { openSessions } from '../machine-commands.ts';
import { plainOutput } from '../plain-output.ts';
import type { HubLoader } from '../machine.ts';
import type { WorldSnapshot } from '../saved-world.ts';
import { createWorld, PROJECT_FOLDER, type World } from '../world.ts';
import { LearnerLog } from './learner-log.ts';
import { createProbe } from './machine-probe.ts';
import { withToken } from './worker-token.ts';

/** So much virtual time programs that ran have to start again before anything is tried. */
const SETTLE_MS = 5000;
/** A command that takes longer in virtual time is given up. */
const MOST_VIRTUAL_MS = 600_000;
/** The whole trial takes no longer in real time. */
const MOST_REAL_MS = 20_000;
/** So much of what a command printed is told, from its end. */
const KEPT_OUTPUT = 4000;

/** What happened on the copy. */
export interface Trial {
  /** The right answer there; undefined where none of the options came true. */
  readonly truth: string | undefined;
  readonly commands: readonly TriedCommand[];
}

export interface TriedCommand {
  readonly command: string;
  readonly exitCode: number;
  /** stdout and stderr as they came. */
  readonly output: string;
}

/** It could not be tried; the message is for the learner. */
export class TrialError extends Error {
  override name = 'TrialError';
}

export interface TrialOptions {
  readonly host: Host;
  /** The world as it is; nothing of it is changed. */
  readonly snapshot: WorldSnapshot;
  readonly question: Prediction;
  /** Where its commands run; the project folder unless given. */
  readonly cwd?: string;
  readonly hub?: HubLoader;
}

/**
 * Runs the commands of a prediction on a copy of the world, in virtual time, and looks what came of it. A copy begins as after a power failure: programs that ran are
 * started again from their command. @throws TrialError
 */
export async function tryOnCopy(options: TrialOptions): Promise<Trial> {
  const { host, snapshot } = options;
  const holder: { log?: LearnerLog } = {};
  const world = createWorld({
    host,
    seed: snapshot.seed,
    mode: 'virtual',
    restore: snapshot,
    onBoot: followCrashes,
    onBuild: (build, outcome) => holder.log?.build(build, outcome),
    ...(options.hub ? { hub: options.hub } : {}),
  });
  const log = (holder.log = new LearnerLog(world.machines[0], () => undefined));
  let cancel: (() => void) | undefined;
  const late = new Promise<never>((_, reject) => {
    cancel = host.after(MOST_REAL_MS, () => reject(new TrialError('It takes too long to be tried.')));
  });
  try {
    return await Promise.race([run(world, log, options), late]);
  } finally {
    cancel?.();
    world.queue.stop();
  }
}

async function run(world: World, log: LearnerLog, { question, cwd }: TrialOptions): Promise<Trial> {
  await inTask(world, () => settle(world));
  const [first] = world.machines;
  let output = '';
  const sessions = openSessions(world, {
    cwd: cwd ?? PROJECT_FOLDER,
    giveUpMs: MOST_VIRTUAL_MS,
    onOutput: (_, bytes) => (output += toText(bytes)),
  });
  const commands: TriedCommand[] = [];
  let last = '';
  for (const line of splitCommands(question.try ?? '')) {
    output = '';
    log.command(line);
    const command = await inTask(world, () => withToken(first, line));
    const result = await sessions.run(command).catch((error: unknown) => {
      throw new TrialError(error instanceof Error ? error.message : String(error));
    });
    last = plainOutput(output);
    commands.push({ command: line, exitCode: result?.exitCode ?? 0, output: last.slice(-KEPT_OUTPUT) });
  }
  const probe = createProbe(first, log, () => 0);
  const exitCode = commands.at(-1)?.exitCode ?? 0;
  return { truth: await truthOf(question, { exitCode, output: last }, probe), commands };
}

/** Lets what ran before start again. */
async function settle({ queue, machines, isOn }: World): Promise<void> {
  const on = machines.filter(({ name }) => isOn(name));
  await Promise.all(on.map(({ engine }) => engine.whenStarted()));
  await queue.sleep(SETTLE_MS);
}
