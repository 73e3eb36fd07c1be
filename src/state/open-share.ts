/** What a link does, once the learner has said yes. */
import { beginLesson } from './lessons.ts';
import { withActive } from './panes.ts';
import type { Share, SharedCommand } from './share.ts';
import { FIRST_MACHINE, machineOf } from './session.ts';
import { openNewSandbox } from './switch-sandbox.ts';
import type { Workbench } from './workbench.ts';

/** Begins with the files and then, if wanted, runs the commands one after another in terminals, where they are seen. */
export async function openShare(
  workbench: Workbench,
  share: Share,
  { inNew, runs }: { inNew: boolean; runs: boolean },
): Promise<void> {
  if (inNew) await openNewSandbox(workbench, share.title || 'From a link');
  await untilReady(workbench);
  if (share.machines > 1) workbench.setMachines(share.machines);
  if (share.files.length > 0)
    await workbench.connection.query('putFiles', {
      label: 'Files from the link',
      files: [...share.files],
      replace: inNew,
    });
  if (runs) await runCommands(workbench, share.commands);
}

/** In a sandbox of its own, as a lesson begins with a fresh machine. */
export async function openLesson(workbench: Workbench, id: string, title: string): Promise<void> {
  await openNewSandbox(workbench, title);
  await untilReady(workbench);
  beginLesson(workbench, id);
}

function untilReady({ session }: Workbench): Promise<void> {
  return until(session, () => session.getState().status === 'ready');
}

/** Ends early where the learner goes to another world meanwhile. */
async function runCommands(workbench: Workbench, commands: readonly SharedCommand[]): Promise<void> {
  const { session, mirror } = workbench;
  const { epoch } = session.getState();
  const isOver = (): boolean => session.getState().epoch !== epoch;
  const newest = (): number => Math.max(-1, ...[...mirror.getState().point.values()].map(({ id }) => id));
  for (const { line, machine = FIRST_MACHINE } of commands) {
    await until(mirror, () => isOver() || mirror.getState().machine.has(machine));
    if (isOver()) return;
    const terminal = terminalOn(workbench, machine);
    await until(mirror, () => isOver() || mirror.getState().terminal.get(terminal)?.atPrompt === true);
    if (isOver()) return;
    const before = newest();
    session.setState((now) => withActive(now, terminal));
    workbench.typeCommand(line);
    await until(mirror, () => isOver() || newest() > before);
  }
}

function terminalOn(workbench: Workbench, machine: string): string {
  const { session } = workbench;
  const known = session.getState().terminals.find((id) => machineOf(session.getState(), id) === machine);
  if (known !== undefined) return known;
  workbench.openTerminal(machine);
  return session.getState().activeTerminal;
}

interface Watched {
  subscribe(listener: () => void): () => void;
}

function until(store: Watched, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (holds()) return resolve();
    const stop = store.subscribe(() => {
      if (!holds()) return;
      stop();
      resolve();
    });
  });
}
