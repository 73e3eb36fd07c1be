// @vitest-environment jsdom
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Workbench } from '../../state/workbench.ts';
import type { WorldPort } from '../../state/world-port.ts';
import type { ToWorld } from '../../world/protocol.ts';
import { FAKE_LESSONS } from '../testing/fake-lesson.ts';
import { createFakePort } from '../testing/fake-world.ts';
import { WorkbenchContext } from '../hooks/workbench-context.ts';
import { ConfirmProvider } from '../parts/confirm.tsx';
// Loaded before it is looked for.
import '../lesson/lesson-panel.tsx';
import { SidePanel } from '../lesson/side-panel.tsx';
import { Notices } from '../problem/notices.tsx';
import { WorldPanel } from '../world/world-panel.tsx';
import { FileTree } from '../editor/file-tree.tsx';

// Looking for roles takes its time on a busy machine.
configure({ asyncUtilTimeout: 15_000 });

/** The parts of the page that need no real screen, over the canned world. */
function show() {
  const sent: ToWorld[] = [];
  const spying = (): WorldPort => {
    const port = createFakePort();
    return {
      ...port,
      post: (message) => {
        sent.push(message);
        port.post(message);
      },
    };
  };
  const workbench = new Workbench({ createPort: spying, loadLessons: () => Promise.resolve(FAKE_LESSONS) });
  workbench.start();
  render(
    <WorkbenchContext value={workbench}>
      <ConfirmProvider>
        <SidePanel onRead={vi.fn()} />
        <FileTree />
        <WorldPanel />
        <Notices />
      </ConfirmProvider>
    </WorkbenchContext>,
  );
  const typed = (): string[] =>
    sent.flatMap((message) =>
      message.kind === 'terminal.input' ? [new TextDecoder().decode(message.data)] : [],
    );
  const openTerminal = (): void =>
    workbench.connection.post({ kind: 'terminal.open', terminal: 'terminal-1', columns: 80, rows: 24 });
  return { workbench, typed, openTerminal };
}

describe('the page over a canned world', () => {
  beforeEach(() => {
    HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
      this.open = true;
    };
  });
  afterEach(cleanup);

  it('buttons type their command when the shell is at its prompt, else say why not', async () => {
    const { typed, openTerminal, workbench } = show();
    const button = within(screen.getByRole('region', { name: 'Images' })).getByRole('button', {
      name: 'docker build -t friendlyhello .',
    });
    fireEvent.click(button);
    expect(typed()).toEqual([]);
    expect(screen.getByText(/The terminal is busy/)).toBeTruthy();
    openTerminal();
    await waitFor(() => expect(workbench.mirror.getState().terminal.size).toBe(1));
    fireEvent.click(button);
    expect(typed()).toEqual(['\x05\x15docker build -t friendlyhello .\r']);
  });

  it('shows images with their layers, containers with what fits their state', async () => {
    const { openTerminal, workbench } = show();
    openTerminal();
    await waitFor(() => expect(workbench.mirror.getState().terminal.size).toBe(1));
    workbench.typeCommand('docker build -t friendlyhello .');
    const image = await screen.findByRole('article', { name: 'Image friendlyhello:latest' });
    expect(within(image).getByRole('img').getAttribute('aria-label')).toBe(
      'Layers of friendlyhello:latest: 4, of which 3 shared with other images',
    );
    workbench.typeCommand('docker run -d -p 4000:80 --name web friendlyhello');
    const container = await screen.findByRole('article', { name: 'Container web' });
    expect(within(container).getByText('running')).toBeTruthy();
    fireEvent.click(within(container).getByRole('button', { name: /localhost:4000/ }));
    expect(workbench.session.getState()).toMatchObject({ address: 'localhost:4000/', visit: 1 });
  });

  it('begins a lesson, shows what is done in words, and helps on', async () => {
    const { openTerminal, typed, workbench } = show();
    fireEvent.change(await screen.findByRole('searchbox', { name: 'Search the lessons' }), {
      target: { value: 'publish' },
    });
    expect(screen.queryByRole('button', { name: /Pull and tag/ })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: /Run and publish/ }));
    const progress = await screen.findByRole('region', { name: 'Your progress' });
    await within(progress).findByText('1 of 2 done');
    expect(within(progress).getAllByRole('status')[0]?.textContent).toBe('1 of 2 checks are met.');
    expect(within(progress).getAllByLabelText('not done yet')).toHaveLength(1);
    fireEvent.click(within(progress).getByRole('button', { name: 'Give me a hint' }));
    within(progress).getByText('docker ps -a');
    openTerminal();
    await waitFor(() => expect(workbench.mirror.getState().terminal.size).toBe(1));
    fireEvent.click(within(progress).getByRole('button', { name: 'More help' }));
    fireEvent.click(within(progress).getByRole('button', { name: 'Show the solution' }));
    fireEvent.click(within(progress).getByRole('button', { name: 'Type command 1 of 2' }));
    expect(typed()).toEqual(['\x05\x15docker run hello-world\r']);
    fireEvent.click(within(progress).getByRole('button', { name: 'Skip it' }));
    fireEvent.click(await within(progress).findByRole('button', { name: 'Next: More' }));
    expect(screen.getByRole('heading', { name: 'More' })).toBe(document.activeElement);
    expect(workbench.lessonMarks.getState()).toEqual({ '01-first/01-run': { steps: 1, of: 2 } });
  });

  it('a quiz tells whether the answer is right, and why', async () => {
    show();
    fireEvent.click(await screen.findByRole('button', { name: /Run and publish/ }));
    fireEvent.click(await screen.findByRole('radio', { name: 'A process' }));
    expect(screen.getByText('Not quite, try another.')).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: 'A package' }));
    expect(screen.getByText('It is files.')).toBeTruthy();
  });

  it('makes, opens and deletes files', async () => {
    const { workbench } = show();
    fireEvent.click(await screen.findByRole('button', { name: 'index.html' }));
    await waitFor(() => expect(workbench.documents.getState().active).toBe('/root/site/index.html'));
    fireEvent.click(screen.getByRole('button', { name: 'New file' }));
    const field = screen.getByRole('textbox', { name: 'Name of the new file' });
    fireEvent.change(field, { target: { value: 'notes.txt' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    await screen.findByRole('button', { name: 'notes.txt' });
    fireEvent.click(screen.getByRole('button', { name: 'Delete notes.txt' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Delete', hidden: true }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'notes.txt' })).toBeNull());
    expect(workbench.documents.getState().open.map(({ path }) => path)).toEqual(['/root/site/index.html']);
  });
});
