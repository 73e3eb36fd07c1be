// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { Workbench } from '../../state/workbench.ts';
import type { ToWorld } from '../../world/protocol.ts';
import { WorkbenchContext } from '../hooks/workbench-context.ts';
import { createFakePort } from '../testing/fake-world.ts';
import { PresenterBar } from './presenter-bar.tsx';

afterEach(cleanup);

it('steps through the list, and types only where the shell waits', async () => {
  const sent: ToWorld[] = [];
  const workbench = new Workbench({
    createPort: () => {
      const port = createFakePort();
      return { ...port, post: (message) => (sent.push(message), port.post(message)) };
    },
    loadLessons: () => Promise.resolve([]),
  });
  workbench.start();
  const typed = (): string[] =>
    sent.flatMap((message) =>
      message.kind === 'terminal.input' ? [new TextDecoder().decode(message.data)] : [],
    );
  workbench.session.setState({ presenting: { commands: ['docker ps', 'docker images'], next: 0 } });
  render(
    <WorkbenchContext value={workbench}>
      <PresenterBar />
    </WorkbenchContext>,
  );
  const type = screen.getByRole('button', { name: 'Type it' });
  fireEvent.click(type);
  expect(typed()).toEqual([]);
  expect(workbench.session.getState().presenting?.next).toBe(0);

  workbench.connection.post({ kind: 'terminal.open', terminal: 'terminal-1', columns: 80, rows: 24 });
  await act(() => new Promise((resolve) => setTimeout(resolve)));
  fireEvent.click(type);
  expect(typed().join()).toContain('docker ps\r');
  expect(workbench.session.getState().presenting?.next).toBe(1);

  // On another machine a terminal opens for it; what runs there then is waited for, whatever the active one does.
  const { mirror, session } = workbench;
  const next = (): number | undefined => session.getState().presenting?.next;
  const on2 = { id: 'terminal-2', machine: 'node2', title: 'bash', cwd: '/root', atPrompt: false };
  const setPrompt = (atPrompt: boolean): void =>
    mirror.setState({ terminal: new Map(mirror.getState().terminal).set(on2.id, { ...on2, atPrompt }) });
  const commands = ['@node2 docker ps', '@node2 docker images', '@off node2', 'docker images'];
  act(() => session.setState({ presenting: { commands, next: 0 } }));
  fireEvent.click(type);
  expect([next(), session.getState().activeTerminal]).toEqual([1, 'terminal-2']);
  act(() => {
    setPrompt(false);
    session.setState({ activeTerminal: 'terminal-1' });
  });
  fireEvent.click(type);
  expect(next()).toBe(1);
  act(() => setPrompt(true));
  fireEvent.click(type);
  expect(next()).toBe(2);
  act(() => setPrompt(false));
  fireEvent.click(type);
  expect(next()).toBe(3);

  fireEvent.click(screen.getByRole('button', { name: 'Pass over this command' }));
  expect(type).toHaveProperty('disabled', true);
  fireEvent.click(screen.getByRole('button', { name: 'Stop presenting' }));
  expect(screen.queryByRole('region', { name: 'Presenting' })).toBeNull();
});
