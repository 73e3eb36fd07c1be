// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Workbench } from '../../state/workbench.ts';
import { WorkbenchContext } from '../hooks/workbench-context.ts';
import { FAKE_LESSONS } from '../testing/fake-lesson.ts';
import { createFakePort } from '../testing/fake-world.ts';
import { CommandPalette } from './command-palette.tsx';

beforeEach(() => {
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
  Element.prototype.scrollIntoView ??= () => undefined;
  window.matchMedia ??= vi.fn(
    () => ({ matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() }) as never,
  );
});
afterEach(cleanup);

function show() {
  const workbench = new Workbench({
    createPort: createFakePort,
    loadLessons: () => Promise.resolve(FAKE_LESSONS),
  });
  workbench.start();
  const did = {
    onClose: vi.fn(),
    onHelp: vi.fn(),
    onRead: vi.fn(),
    onTimeline: vi.fn(),
    onSandboxes: vi.fn(),
    onShare: vi.fn(),
    onPresent: vi.fn(),
  };
  render(
    <WorkbenchContext value={workbench}>
      <CommandPalette {...did} />
    </WorkbenchContext>,
  );
  const field = screen.getByRole('combobox');
  const type = (value: string): boolean => fireEvent.change(field, { target: { value } });
  const chosen = (): string =>
    document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.firstChild?.textContent ?? '';
  return { workbench, did, field, type, chosen };
}

it('finds what is typed, and the keyboard chooses and does it', async () => {
  const { workbench, did, field, type, chosen } = show();
  type('time');
  expect(chosen()).toBe('Timeline: undo to a point');
  fireEvent.keyDown(field, { key: 'ArrowDown' });
  expect(chosen()).toBe('Time: 1×');
  fireEvent.keyDown(field, { key: 'ArrowUp' });
  fireEvent.keyDown(field, { key: 'ArrowUp' });
  type('pause');
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(did.onClose).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(workbench.session.getState().isPaused).toBe(true));
});

it('has the lessons, and says so where nothing fits', async () => {
  const { type, did, field } = show();
  type('begin a lesson');
  await screen.findByRole('option', { name: new RegExp(FAKE_LESSONS[0]?.title ?? 'none') });
  type('no such thing');
  expect(screen.queryAllByRole('option')).toEqual([]);
  expect(screen.getByRole('status').textContent).toContain('Nothing here has these words');
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(did.onClose).not.toHaveBeenCalled();
});
