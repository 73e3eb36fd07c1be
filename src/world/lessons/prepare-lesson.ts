import type { Lesson } from '../../lessons/lesson.ts';
import { createShellProgram } from '../../shell/shell-program.ts';
import { NO_BYTES, toText } from '../../lib/bytes.ts';
import { createCapture, createInput } from '../capture.ts';
import { hostView, writeFiles } from '../machine-image.ts';
import type { Machine } from '../machine.ts';
import { LOGIN_ENVIRONMENT } from '../run-commands.ts';
import { PROJECT_FOLDER } from '../world.ts';

/** A line of a lesson's start state or solution went wrong: the lesson's mistake. */
export class PreparationError extends Error {
  constructor(status: number, output: string) {
    super(`the lesson could not be prepared (status ${status}): ${output}`);
    this.name = 'PreparationError';
  }
}

/**
 * Makes a fresh machine what it is when a step begins: the lesson's files alone in the project folder, its start commands run, and the solutions
 * of the steps before. Takes virtual time. @throws PreparationError
 */
export async function prepareLesson(machine: Machine, lesson: Lesson, step = 0): Promise<void> {
  const view = hostView(machine.kernel);
  if (view.exists(PROJECT_FOLDER))
    for (const name of view.readDir(PROJECT_FOLDER).map((entry) => entry.name))
      view.removeAll(`${PROJECT_FOLDER}/${name}`);
  writeFiles(view, PROJECT_FOLDER, lesson.files);
  const solutions = lesson.steps.slice(0, step).map(({ solution }) => solution);
  await runScript(machine, lesson.start ?? '');
  for (const solution of solutions) await runScript(machine, solution, true);
}

/** Runs shell lines in the project folder, seen by nobody. A solution may hold commands that are meant to fail. */
async function runScript(machine: Machine, script: string, mayFail = false): Promise<void> {
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
