// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { applyChanges } from '../../state/mirror-store.ts';
import { Workbench } from '../../state/workbench.ts';
import { WorkbenchContext } from '../hooks/workbench-context.ts';
import { createFakePort } from '../testing/fake-world.ts';
import { loadMonaco } from './load-monaco.ts';
import { useMonaco } from './use-monaco.ts';

vi.mock(import('./load-monaco.ts'), () => ({ loadMonaco: vi.fn(() => new Promise<never>(() => undefined)) }));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: vi.fn(),
    removeEventListener: vi.fn(),
  }));
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.mocked(loadMonaco).mockClear();
});

/** Whether the editor's code was fetched in the first minute after the prompt. */
function isFetched({
  saveData,
  asked = false,
  opened,
}: {
  saveData: boolean | undefined;
  asked?: boolean;
  opened?: string;
}): boolean {
  Object.assign(navigator, { connection: saveData === undefined ? undefined : { saveData } });
  const workbench = new Workbench({ createPort: createFakePort, loadLessons: () => Promise.resolve([]) });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <WorkbenchContext value={workbench}>{children}</WorkbenchContext>
  );
  const { rerender } = renderHook((path: string) => useMonaco(path, asked), {
    wrapper,
    initialProps: 'Dockerfile',
  });
  const value = { id: 'a', machine: 'node1', title: 'bash', cwd: '/', atPrompt: true };
  act(() =>
    workbench.mirror.setState((mirror) => applyChanges(mirror, [{ kind: 'terminal', id: 'a', value }])),
  );
  if (opened) rerender(opened);
  act(() => vi.advanceTimersByTime(60_000));
  return vi.mocked(loadMonaco).mock.calls.length > 0;
}

it.each([
  ['comes by itself', { saveData: false }, true],
  ['comes by itself where a browser does not tell', { saveData: undefined }, true],
  ['does not where data is saved', { saveData: true }, false],
  ['comes there when it is asked for', { saveData: true, asked: true }, true],
  ['comes there when another document is opened', { saveData: true, opened: 'index.html' }, true],
])('the editor’s code %s', (_, settings, fetched) => {
  expect(isFetched(settings)).toBe(fetched);
});
