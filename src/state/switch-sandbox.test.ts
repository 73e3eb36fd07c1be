// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import type { FromWorld, ToWorld } from '../world/protocol.ts';
import { ALONE, freeName, type Sandbox, type SandboxEntry, type SandboxShelf } from './sandboxes.ts';
import {
  copySandbox,
  deleteSandbox,
  openNewSandbox,
  openSandbox,
  renameSandbox,
  setAside,
} from './switch-sandbox.ts';
import { Workbench } from './workbench.ts';

/** A workbench over worlds that only say that they are ready, and a shelf in memory. */
function open(isHeldElsewhere: (id: string) => boolean = () => false) {
  const entries = new Map<string, SandboxEntry>();
  const begun: string[] = [];
  const released: string[] = [];
  const worlds: ((message: FromWorld) => void)[] = [];
  const add = (name: string, id = `drydock-${entries.size}`): Sandbox => {
    entries.set(id, { id, name, createdMs: 0, usedMs: entries.size });
    return { id, name };
  };
  const shelf = {
    list: () => Promise.resolve([...entries.values()].reverse()),
    create: (name: string) => Promise.resolve(add(name)),
    rename: (id: string, name: string) => Promise.resolve(void add(name, id)),
    duplicate: (_id: string, name: string) => Promise.resolve(add(name)),
    remove: (id: string) => Promise.resolve(void entries.delete(id)),
    used: ({ id, name }: Sandbox) => Promise.resolve(void (entries.has(id) || add(name, id))),
    setAside: ({ id, name }: Sandbox, damaged: string) => {
      entries.set(id, { id, name: `${name} (damaged)`, createdMs: 0, usedMs: 0, damaged });
      return Promise.resolve({ id, name: `${name} (damaged)` });
    },
  } as unknown as SandboxShelf;
  const workbench = new Workbench({
    createPort: (sandbox) => {
      begun.push(sandbox);
      let say: (message: FromWorld) => void = () => undefined;
      return {
        post: (message: ToWorld) => {
          if (message.kind === 'start')
            say({ kind: 'ready', epoch: message.epoch, restored: false, seed: 1 });
          if (message.kind === 'query' && message.query === 'save')
            say({ kind: 'answer', id: message.id, query: 'save', answer: { saved: true } });
        },
        listen: (onMessage) => worlds.push((say = onMessage)),
        end: () => undefined,
      };
    },
    holder: {
      ...ALONE,
      hold: (id, take) => Promise.resolve(take || !isHeldElsewhere(id)),
      release: (id) => void released.push(id),
    },
    loadShelf: () => Promise.resolve(shelf),
    loadLessons: () => Promise.resolve([]),
  });
  const names = (): string[] => [...entries.values()].map(({ name }) => name);
  return { workbench, begun, released, worlds, entries, names, add };
}

describe('sandboxes of a workbench', () => {
  it('opens another in place of the one at hand, which is saved and let go', async () => {
    const { workbench, begun, released, names } = open();
    workbench.start();
    workbench.documents.setState({ open: [{ path: '/a', text: 'x', savedText: '' }], active: '/a' });
    const save = vi.spyOn(workbench, 'save');
    await openNewSandbox(workbench, 'My sandbox');
    expect(save).toHaveBeenCalledOnce();
    expect(begun).toEqual(['drydock', 'drydock-1']);
    expect(released).toEqual(['drydock']);
    expect(names()).toEqual(['My sandbox', 'My sandbox 2']);
    expect(workbench.documents.getState().open).toEqual([]);
    expect(workbench.sandboxes.getState().current.name).toBe('My sandbox 2');
    await renameSandbox(workbench, workbench.sandboxes.getState().current, ' Swarm ');
    expect(workbench.sandboxes.getState().current.name).toBe('Swarm');
    expect((await copySandbox(workbench, workbench.sandboxes.getState().current)).name).toBe('Swarm copy');
  });

  it('stays where another tab has the other, unless it takes it', async () => {
    const { workbench, begun, add } = open((id) => id === 'drydock-b');
    workbench.start();
    const other = add('Other', 'drydock-b');
    expect(await openSandbox(workbench, other)).toBe(false);
    expect(workbench.session.getState().notices).toMatchObject([{ text: '“Other” is open in another tab.' }]);
    await deleteSandbox(workbench, other);
    expect((await (await workbench.loadShelf()).list()).map(({ name }) => name)).toContain('Other');
    expect(await openSandbox(workbench, other, true)).toBe(true);
    expect(begun).toEqual(['drydock', 'drydock-b']);
  });

  it('opens another one when the one at hand is deleted, a fresh one if need be', async () => {
    const { workbench, begun, names, add } = open();
    workbench.start();
    add('Other', 'drydock-b');
    await vi.waitFor(() => expect(names()).toContain('My sandbox'));
    await deleteSandbox(workbench, workbench.sandboxes.getState().current);
    expect([begun.at(-1), names()]).toEqual(['drydock-b', ['Other']]);
    await deleteSandbox(workbench, workbench.sandboxes.getState().current);
    expect(names()).toEqual(['My sandbox']);
  });

  it('sets aside what can’t be read, and goes on with a fresh one', async () => {
    const { workbench, worlds, begun, entries } = open();
    workbench.start();
    worlds[0]?.({ kind: 'damaged', message: 'a part is missing' });
    await vi.waitFor(() => expect(workbench.sandboxes.getState().setAside).toBeDefined());
    expect(workbench.sandboxes.getState()).toMatchObject({
      current: { name: 'My sandbox' },
      setAside: { id: 'drydock', why: 'a part is missing' },
    });
    expect(entries.get('drydock')?.damaged).toBe('a part is missing');
    expect(begun).toHaveLength(2);
    expect(workbench.session.getState().status).toBe('ready');
    await setAside(workbench, 'again');
    expect(begun).toHaveLength(3);
  });

  it('tells that nothing is saved any more, until it is', () => {
    const { workbench, worlds } = open();
    workbench.start();
    worlds[0]?.({ kind: 'save.failed', reason: 'full', message: 'no room' });
    expect(workbench.sandboxes.getState().problem).toEqual({ reason: 'full', message: 'no room' });
    worlds[0]?.({ kind: 'saved', atMs: 1, bytes: 1 });
    expect(workbench.sandboxes.getState().problem).toBeUndefined();
    worlds[0]?.({ kind: 'save.failed', reason: 'taken', message: 'another tab' });
    expect(workbench.sandboxes.getState().hold).toBe('taken');
    expect(workbench.session.getState().status).toBe('starting');
  });

  it('gives each its own name', () => {
    expect(freeName('A', ['B'])).toBe('A');
    expect(freeName('A', ['A', 'A 2'])).toBe('A 3');
    expect(freeName('A 2', ['A 2'])).toBe('A 3');
  });
});
