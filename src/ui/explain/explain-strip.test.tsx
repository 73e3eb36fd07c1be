// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { WorldPort } from '../../state/world-port.ts';
import { Workbench } from '../../state/workbench.ts';
import { WorkbenchContext } from '../hooks/workbench-context.ts';
import { ExplainButton } from '../terminal/explain-button.tsx';
import { createFakePort } from '../testing/fake-world.ts';
import { ExplainStrip } from './explain-strip.tsx';
import { MisconceptionSettings } from './misconception-settings.tsx';

afterEach(cleanup);

async function show(storage?: Pick<Storage, 'getItem' | 'setItem'>) {
  const typed: string[] = [];
  const createPort = (): WorldPort => {
    const port = createFakePort();
    return {
      ...port,
      post: (message) => {
        if (message.kind === 'terminal.input') typed.push(new TextDecoder().decode(message.data));
        port.post(message);
      },
    };
  };
  const workbench = new Workbench({
    createPort,
    loadLessons: () => Promise.resolve([]),
    ...(storage ? { storage } : {}),
  });
  workbench.start();
  render(
    <WorkbenchContext value={workbench}>
      <ExplainButton />
      <ExplainStrip />
      <MisconceptionSettings />
    </WorkbenchContext>,
  );
  workbench.connection.post({ kind: 'terminal.open', terminal: 'terminal-1', columns: 80, rows: 24 });
  await waitFor(() => expect(workbench.mirror.getState().terminal.size).toBe(1));
  return { workbench, typed };
}

it('opens with its button and its key, and says what the parts mean', async () => {
  const { workbench } = await show();
  const button = screen.getByRole('button', { name: 'Explain' });
  expect(screen.queryByRole('region', { name: 'Explanation' })).toBeNull();
  fireEvent.click(button);
  expect(button.getAttribute('aria-expanded')).toBe('true');
  expect(screen.getByText(/Run a command/)).toBeTruthy();
  workbench.typeCommand('docker run nginx');
  const toolbar = await screen.findByRole('toolbar', { name: 'Parts of the command' });
  expect(toolbar.textContent).toBe('docker run nginx');
  const [command, image] = within(toolbar).getAllByRole('button');
  expect(command?.tabIndex).toBe(0);
  expect(image?.tabIndex).toBe(-1);
  fireEvent.keyDown(toolbar, { key: 'ArrowRight' });
  expect(document.activeElement).toBe(image);
  const words = document.getElementById(image?.getAttribute('aria-describedby') ?? '');
  expect(words?.textContent).toBe('The image');
  expect(words?.closest('li')?.hasAttribute('data-active')).toBe(true);
  fireEvent.keyDown(document.body, { key: 'e', ctrlKey: true, altKey: true });
  expect(screen.queryByRole('toolbar')).toBeNull();
});

it('says what an error means', async () => {
  const { workbench } = await show();
  workbench.settings.setState({ explain: true });
  workbench.typeCommand('dokcer ps');
  expect(await screen.findByText('There is no such command.')).toBeTruthy();
});

it('shows a note while it is closed; fixes run or wait for Enter; it can be dismissed and switched off for good', async () => {
  const stored = new Map<string, string>();
  const storage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
  };
  const { workbench, typed } = await show(storage);
  workbench.typeCommand('docker run hello-world');
  const note = await screen.findByRole('status', { name: 'Noticed' });
  await waitFor(() => expect(note.textContent).toContain('There are copies.'));
  typed.length = 0;
  fireEvent.click(screen.getByRole('button', { name: 'docker rm one' }));
  expect(typed).toEqual(['\x05\x15docker rm one']);
  fireEvent.click(screen.getByRole('button', { name: 'Dismiss the note' }));
  expect(note.textContent).toBe('');
  fireEvent.click(screen.getByRole('checkbox', { name: /docker run makes/ }));
  expect(workbench.settings.getState().unnoticed).toEqual(['copies']);
  fireEvent.click(screen.getByRole('checkbox', { name: /docker run makes/ }));
  expect(workbench.settings.getState().unnoticed).toEqual([]);
  cleanup();

  const again = await show(storage);
  again.workbench.typeCommand('docker run hello-world');
  fireEvent.click(await screen.findByRole('button', { name: 'Don’t show this again' }));
  await waitFor(() => expect(screen.queryByText(/There are copies/)).toBeNull());
  expect(stored.get('drydock.settings')).toContain('"unnoticed":["copies"]');
});
