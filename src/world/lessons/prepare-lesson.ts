import type { Lesson } from '../../lessons/lesson.ts';
import { JOIN_TOKEN, readScriptLine } from '../../lib/script-line.ts';
import { createShellProgram } from '../../shell/shell-program.ts';
import { splitCommands } from '../../shell/split-commands.ts';
import { NO_BYTES, toText } from '../../lib/bytes.ts';
import { createCapture, createInput } from '../capture.ts';
import { hostView, writeFiles } from '../machine-image.ts';
import { doDeed } from '../machine-commands.ts';
import { MACHINE_ADDRESS, type Machine } from '../machine.ts';
import { LOGIN_ENVIRONMENT } from '../run-commands.ts';
import { PROJECT_FOLDER, type World } from '../world.ts';
import { withToken } from './worker-token.ts';

/** A line of a lesson's start state or solution went wrong: the lesson's mistake. */
export class PreparationError extends Error {
  constructor(status: number, output: string) {
    super(`the lesson could not be prepared (status ${status}): ${output}`);
    this.name = 'PreparationError';
  }
}

/**
 * Makes a fresh world what it is when a step begins: as many machines as the lesson asks for, its files alone in the project folder of the first, its start commands
 * run, and the solutions of the steps before. Takes virtual time. @throws PreparationError
 */
export async function prepareLesson(world: LessonWorld, lesson: Lesson, step = 0): Promise<void> {
  while (world.machines.length < (lesson.machines ?? 1)) world.addMachine();
  const view = hostView(world.machines[0].kernel);
  if (view.exists(PROJECT_FOLDER))
    for (const name of view.readDir(PROJECT_FOLDER).map((entry) => entry.name))
      view.removeAll(`${PROJECT_FOLDER}/${name}`);
  writeFiles(view, PROJECT_FOLDER, lesson.files);
  const solutions = lesson.steps.slice(0, step).map(({ solution }) => solution);
  if (lesson.swarm) await makeSwarm(world);
  await runScript(world, lesson.start ?? '');
  for (const solution of solutions) await runScript(world, solution, true);
}

/** What of a world is there to prepare. */
export type LessonWorld = Pick<World, 'machines' | 'addMachine' | 'setLink' | 'setPower' | 'isOn'>;

async function makeSwarm({ machines: [first, ...others] }: LessonWorld): Promise<void> {
  await runLines(first, 'docker swarm init');
  for (const machine of others)
    await runLines(machine, await withToken(first, `docker swarm join --token ${JOIN_TOKEN} ${MACHINE_ADDRESS}:2377`)); // prettier-ignore
}

/** Runs shell lines in the project folder, seen by nobody. A solution may hold commands that are meant to fail. */
async function runScript(world: LessonWorld, script: string, mayFail = false): Promise<void> {
  const [first] = world.machines;
  if (!/^@/m.test(script)) return runLines(first, script, mayFail);
  for (const { command, machine: name, deed } of splitCommands(script).map(readScriptLine)) {
    if (deed && name !== undefined) doDeed(world, name, deed);
    else {
      const machine = name === undefined ? first : world.machines.find((each) => each.name === name);
      if (!machine) throw new PreparationError(1, `there is no machine ${name ?? ''}`);
      await runLines(machine, await withToken(first, command), mayFail);
    }
  }
}

async function runLines(machine: Machine, script: string, mayFail = false): Promise<void> {
  if (script.trim() === '') return;
  const { kernel } = machine;
  let output = '';
  const capture = createCapture('pipe:[1001]', (bytes) => (output += toText(bytes)));
  const shell = kernel.start({
    program: createShellProgram(),
    argv: ['bash', '-c', mayFail ? script : `set -e\n${script}`],
    env: new Map(Object.entries(LOGIN_ENVIRONMENT)),
    cwd: PROJECT_FOLDER,
    uid: 0,
    gid: 0,
    mounts: kernel.hostMounts,
    pidNamespace: kernel.hostPids,
    network: kernel.hostNetwork,
    uts: kernel.hostUts,
    fds: new Map([
      [0, createInput('/dev/stdin', NO_BYTES)],
      [1, capture],
      [2, capture],
    ]),
  });
  const status = await shell.wait();
  const code = 'code' in status ? status.code : 129;
  if (code !== 0 && !mayFail) throw new PreparationError(code, output);
}
