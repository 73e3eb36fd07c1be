/** What a link does, once the learner has said yes. */
import { beginLesson } from './lessons.ts';
import type { Share, SharedCommand } from './share.ts';
import { FIRST_MACHINE, machineOf } from './session.ts';
import { openNewSandbox } from './switch-sandbox.ts';
import { until } from './until.ts';
import type { Workbench } from './workbench.ts';

/**
 * Begins with the files and then, if wanted, runs the commands one after another in terminals, where they are seen. Ends early where the learner goes
 * to another world meanwhile.
 */
export async function openShare(
  workbench: Workbench,
  share: Share,
  { inNew, runs }: { inNew: boolean; runs: boolean },
): Promise<void> {
  if (inNew && !(await openNewSandbox(workbench, share.title || 'From a link'))) return;
  const { epoch } = workbench.session.getState();
  if (!(await untilReady(workbench))) return;
  if (share.machines > 1) workbench.setMachines(share.machines);
  if (share.files.length > 0)
    await workbench.connection.query('putFiles', {
      label: 'Files from the link',
      files: [...share.files],
      replace: inNew,
    });
  if (runs) await runCommands(workbench, share.commands, epoch);
}

/** In a sandbox of its own, as a lesson begins with a fresh machine. */
export async function openLesson(workbench: Workbench, id: string, title: string): Promise<void> {
  if ((await openNewSandbox(workbench, title)) && (await untilReady(workbench))) beginLesson(workbench, id);
}

function untilReady(workbench: Workbench): Promise<boolean> {
  return until(workbench, () => workbench.session.getState().status === 'ready');
}

async function runCommands(
  workbench: Workbench,
  commands: readonly SharedCommand[],
  epoch: number,
): Promise<void> {
  const { session, mirror } = workbench;
  const newest = (): number => Math.max(-1, ...[...mirror.getState().point.values()].map(({ id }) => id));
  for (const { line, machine = FIRST_MACHINE } of commands) {
    if (!(await until(workbench, () => mirror.getState().machine.has(machine), epoch))) return;
    const terminal = terminalOn(workbench, machine);
    const isAtPrompt = (): boolean => mirror.getState().terminal.get(terminal)?.atPrompt === true;
    if (!(await until(workbench, isAtPrompt, epoch))) return;
    const before = newest();
    session.setState({ activeTerminal: terminal });
    workbench.typeCommand(line);
    await until(workbench, () => newest() > before, epoch);
  }
}

function terminalOn(workbench: Workbench, machine: string): string {
  const { session } = workbench;
  const known = session.getState().terminals.find((id) => machineOf(session.getState(), id) === machine);
  if (known !== undefined) return known;
  workbench.openTerminal(machine);
  return session.getState().activeTerminal;
}
