/** What a learner does with sandboxes. */
import { freeName, type Sandbox, type SandboxShelf } from './sandboxes.ts';
import type { Workbench } from './workbench.ts';

/** Saves this sandbox and opens another in its place. Where another tab has that one, says so and stays. */
export async function openSandbox(workbench: Workbench, sandbox: Sandbox, take = false): Promise<boolean> {
  const { holder, sandboxes } = workbench;
  const { current, hold } = sandboxes.getState();
  if (hold === 'mine' && current.id === sandbox.id) return true;
  if (hold === 'mine') await workbench.save();
  if (!(await holder.hold(sandbox.id, take))) {
    if (hold !== 'mine') sandboxes.setState({ current: sandbox, hold: 'elsewhere' });
    else workbench.notify(`“${sandbox.name}” is open in another tab.`, 'problem');
    return false;
  }
  // Another one may have been opened meanwhile.
  const { current: left } = sandboxes.getState();
  workbench.beginSandbox(sandbox);
  if (left.id !== sandbox.id) holder.release(left.id);
  return true;
}

/** A fresh one, opened. */
export async function openNewSandbox(workbench: Workbench, name: string): Promise<boolean> {
  const shelf = await workbench.loadShelf();
  return openSandbox(workbench, await shelf.create(await nameFor(shelf, name)));
}

/** A copy of a sandbox as it is now; where another tab has it, that one saves it first. */
export async function copySandbox(workbench: Workbench, sandbox: Sandbox): Promise<Sandbox> {
  const { current, hold } = workbench.sandboxes.getState();
  if (hold === 'mine' && current.id === sandbox.id) await workbench.save();
  else await workbench.holder.askToSave(sandbox.id);
  const shelf = await workbench.loadShelf();
  return shelf.duplicate(sandbox.id, await nameFor(shelf, `${sandbox.name} copy`));
}

export async function renameSandbox(workbench: Workbench, sandbox: Sandbox, name: string): Promise<void> {
  const given = name.trim();
  if (given === '') return;
  await (await workbench.loadShelf()).rename(sandbox.id, given);
  const { current } = workbench.sandboxes.getState();
  if (current.id !== sandbox.id) return;
  const renamed = { ...current, name: given };
  workbench.sandboxes.setState({ current: renamed });
  workbench.holder.remember(renamed);
}

/** Deletes a sandbox. Instead of the one at hand another one opens, or a fresh one. */
export async function deleteSandbox(workbench: Workbench, sandbox: Sandbox): Promise<void> {
  const { holder, sandboxes } = workbench;
  const shelf = await workbench.loadShelf();
  if (sandboxes.getState().current.id === sandbox.id) {
    const others = (await shelf.list()).filter(({ id, damaged }) => id !== sandbox.id && !damaged);
    let isOpen = false;
    for (const other of others) {
      isOpen = await holder.hold(other.id, false);
      if (!isOpen) continue;
      workbench.beginSandbox(other);
      break;
    }
    if (!isOpen) await openNewSandbox(workbench, 'My sandbox');
  } else if (!(await holder.hold(sandbox.id, false))) {
    workbench.notify(`“${sandbox.name}” is open in another tab: close it there first.`, 'problem');
    return;
  }
  await shelf.remove(sandbox.id);
  holder.release(sandbox.id);
}

/** What could not be read stays as it is, under a name that says so; a fresh one opens in its place. */
export async function setAside(workbench: Workbench, why: string): Promise<void> {
  const { sandboxes } = workbench;
  const { current } = sandboxes.getState();
  const shelf = await workbench.loadShelf();
  const aside = await shelf.setAside(current, why);
  await openSandbox(workbench, await shelf.create(await nameFor(shelf, 'My sandbox')));
  sandboxes.setState({ setAside: { ...aside, why } });
}

async function nameFor(shelf: SandboxShelf, name: string): Promise<string> {
  return freeName(
    name,
    (await shelf.list()).map((entry) => entry.name),
  );
}
