/** What the page does about its sandbox being saved, lost to another tab, or not to be read. */
import type { SaveProblem } from './sandboxes.ts';
import type { Workbench } from './workbench.ts';

/** The sandbox at hand opens: it is the first of the list from now on. */
export function opened({ sandboxes, holder, loadShelf }: Workbench): void {
  const { current } = sandboxes.getState();
  holder.remember(current);
  // Where there is no shelf there is nothing to list.
  loadShelf().then(
    (shelf) => shelf.used(current).catch(() => undefined),
    () => undefined,
  );
}

/** Another tab has the sandbox now: nothing runs here, and nothing is saved. */
export function lost(workbench: Workbench, id: string): void {
  const { sandboxes, connection } = workbench;
  if (sandboxes.getState().current.id !== id) return;
  connection.end();
  workbench.forget();
  sandboxes.setState({ hold: 'taken', problem: undefined });
}

export function saved({ sandboxes, mirror, persist, keep }: Workbench): void {
  const { problem, isPersistAsked } = sandboxes.getState();
  if (problem) {
    sandboxes.setState({ problem: undefined });
    // The answer that it was not stored came before: asked again, it is another one.
    keep();
  }
  // The first save that matters: something was done that can be undone.
  if (isPersistAsked || !mirror.getState().timeline.get('timeline')?.undo) return;
  sandboxes.setState({ isPersistAsked: true });
  persist().catch(() => undefined);
}

export function saveFailed(workbench: Workbench, { reason, message }: SaveProblem): void {
  const { sandboxes } = workbench;
  if (reason === 'taken') lost(workbench, sandboxes.getState().current.id);
  else sandboxes.setState({ problem: { reason, message } });
}

/** It is set aside. Shown as a problem where that fails too; what is stored stays as it is. */
export async function damaged(workbench: Workbench, why: string): Promise<void> {
  workbench.connection.end();
  try {
    await (await import('./switch-sandbox.ts')).setAside(workbench, why);
  } catch (error) {
    const message = `The saved state could not be read: ${why}`;
    workbench.session.setState({ error: { message, report: `${message}\n${String(error)}` } });
  }
}
