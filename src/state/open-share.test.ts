// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FromWorld, ToWorld } from '../world/protocol.ts';
import { openShare } from './open-share.ts';
import type { SandboxShelf } from './sandboxes.ts';
import type { Share } from './share.ts';
import { Workbench } from './workbench.ts';

/** A world of two machines whose commands end when the test says so. `isSlow`: it is never ready. */
function open({ isSlow = false } = {}) {
  const typed: string[] = [];
  const asked: ToWorld[] = [];
  let say: (message: FromWorld) => void = () => undefined;
  let points = 0;
  const tell = (changes: Extract<FromWorld, { kind: 'changes' }>['changes']): void =>
    say({ kind: 'changes', changes });
  const prompt = (id: string, atPrompt: boolean): void =>
    tell([{ kind: 'terminal', id, value: { id, machine: 'node1', title: 'bash', cwd: '/', atPrompt } }]);
  const shelf = {
    list: () => Promise.resolve([]),
    create: (name: string) => Promise.resolve({ id: 'drydock-1', name }),
    used: () => Promise.resolve(),
  } as unknown as SandboxShelf;
  const workbench = new Workbench({
    createPort: () => ({
      listen: (onMessage) => (say = onMessage),
      end: () => undefined,
      post: (message) => {
        asked.push(message);
        if (!isSlow && (message.kind === 'start' || message.kind === 'reset'))
          say({ kind: 'ready', epoch: message.epoch, restored: false, seed: 1 });
        if (message.kind === 'query' && message.query === 'putFiles')
          say({ kind: 'answer', id: message.id, query: 'putFiles', answer: { written: 1 } });
        if (message.kind !== 'terminal.input') return;
        typed.push(
          `${message.terminal}: ${new TextDecoder().decode(message.data).replace(/[\x05\x15\r]/g, '')}`,
        );
        prompt(message.terminal, false);
      },
    }),
    loadShelf: () => Promise.resolve(shelf),
    loadLessons: () => Promise.resolve([]),
  });
  const end = (terminal: string): void => {
    points += 1;
    const value = { id: points, order: points, cause: 'command', label: '', atMs: 0, changes: [] } as const;
    tell([
      { kind: 'point', id: String(points), value: { ...value, changes: [], changeCount: 0, place: 'past' } },
    ]);
    prompt(terminal, true);
  };
  const addMachines = (): void => {
    const machine = { address: '', crashing: [], isOn: true, isPlugged: true, diskFull: false, nodeId: '' };
    tell(['node1', 'node2'].map((name) => ({ kind: 'machine', id: name, value: { name, ...machine } })));
  };
  return { workbench, typed, asked, prompt, end, addMachines };
}

const SHARE: Share = {
  title: '',
  files: [{ path: 'a', bytes: new Uint8Array(1) }],
  commands: [{ line: 'one' }, { line: 'two', machine: 'node2' }, { line: 'three' }],
  machines: 2,
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const rest = (): Promise<unknown> => vi.advanceTimersByTimeAsync(100);

it('puts the files there and runs the commands one after another, each on its machine', async () => {
  const { workbench, typed, asked, prompt, end, addMachines } = open();
  workbench.start();
  addMachines();
  const done = vi.fn();
  void openShare(workbench, SHARE, { inNew: false, runs: true }).then(done);
  await rest();
  expect(asked).toContainEqual({ kind: 'machines', count: 2 });
  expect(asked.find(({ kind }) => kind === 'query')).toMatchObject({
    query: 'putFiles',
    parameters: { replace: false },
  });
  expect(typed).toEqual([]);
  prompt('terminal-1', true);
  await rest();
  expect(typed).toEqual(['terminal-1: one']);
  end('terminal-1');
  await rest();
  expect(workbench.session.getState().terminalMachines).toEqual({ 'terminal-2': 'node2' });
  prompt('terminal-2', true);
  await rest();
  end('terminal-2');
  await rest();
  expect(typed).toEqual(['terminal-1: one', 'terminal-2: two', 'terminal-1: three']);
  expect(done).not.toHaveBeenCalled();
  end('terminal-1');
  await rest();
  expect(done).toHaveBeenCalled();
});

it('runs nothing where only the files are wanted, or in a world the learner left', async () => {
  const { workbench, typed, addMachines, prompt } = open();
  workbench.start();
  addMachines();
  await openShare(workbench, SHARE, { inNew: false, runs: false });
  const running = openShare(workbench, SHARE, { inNew: false, runs: true });
  await rest();
  workbench.reset();
  addMachines();
  prompt('terminal-1', true);
  await rest();
  await running;
  expect(typed).toEqual([]);
});

it('puts nothing into the sandbox that the learner went to while the new one was starting', async () => {
  const { workbench, asked } = open({ isSlow: true });
  workbench.start();
  const opened = openShare(workbench, SHARE, { inNew: true, runs: true });
  await vi.advanceTimersByTimeAsync(5000);
  expect(workbench.sandboxes.getState().current.name).toBe('From a link');
  workbench.beginSandbox({ id: 'drydock-2', name: 'Precious' });
  workbench.session.setState({ status: 'ready' });
  await opened;
  expect(asked.flatMap((message) => (message.kind === 'query' ? [message.query] : []))).toEqual(['save']);
});

it('types nothing in a world that came after the one it was meant for', async () => {
  const { workbench, typed, prompt } = open();
  workbench.start();
  workbench.typeCommand('docker swarm leave --force', 'node2');
  workbench.reset();
  workbench.openTerminal('node2');
  prompt('terminal-2', true);
  await rest();
  expect(typed).toEqual([]);
  workbench.openTerminal('node1');
  workbench.typeCommand('docker ps', 'node2');
  await rest();
  workbench.typeCommand('docker node ls', 'node3');
  prompt('terminal-4', true);
  await rest();
  expect(typed).toEqual(['terminal-2: docker ps', 'terminal-4: docker node ls']);
});
