// @vitest-environment jsdom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { Workbench } from '../../state/workbench.ts';
import { WorkbenchContext } from '../hooks/workbench-context.ts';
import { createFakePort } from '../testing/fake-world.ts';
import { BuildsPanel } from './builds-panel.tsx';

afterEach(cleanup);

it('shows the last build: why, and every step with what it cost', async () => {
  const workbench = new Workbench({ createPort: createFakePort, loadLessons: () => Promise.resolve([]) });
  workbench.start();
  render(
    <WorkbenchContext value={workbench}>
      <BuildsPanel />
    </WorkbenchContext>,
  );
  expect(screen.getByText(/No builds yet/)).toBeTruthy();
  workbench.connection.post({ kind: 'terminal.open', terminal: 'terminal-1', columns: 80, rows: 24 });
  await waitFor(() => expect(workbench.mirror.getState().terminal.size).toBe(1));
  workbench.typeCommand('docker build -t friendlyhello .');
  const why = await screen.findByRole('status', { name: 'Why' });
  expect(why.textContent).toBe(
    'COPY . . ran again because index.html changed; therefore 1 later step ran again (+2.0\u00a0s, +0\u00a0B).',
  );
  const rows = within(screen.getByRole('table', { name: 'Steps of the build' })).getAllByRole('row');
  expect(rows.slice(1).map((row) => row.textContent)).toEqual([
    'cachedline 1FROM nginx–0\u00a0B',
    'ranline 1COPY . .because index.html changed1.0\u00a0s2\u00a0kB',
    'ranline 1RUN makebecause COPY . . before it ran again2.0\u00a0s0\u00a0B',
  ]);
  expect(screen.getByRole('img', { name: 'Timeline over 3.0\u00a0s: stage-0, 2 steps' })).toBeTruthy();
});
