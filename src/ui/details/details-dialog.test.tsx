// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Workbench } from '../../state/workbench.ts';
import { WorkbenchContext } from '../hooks/workbench-context.ts';
import { createFakePort } from '../testing/fake-world.ts';
import { WorldPanel } from '../world/world-panel.tsx';
import { DetailsDialog } from './details-dialog.tsx';
import { linePoints, StatsView } from './stats-view.tsx';

beforeEach(() => {
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
});
afterEach(cleanup);

it('shows what is known of a container, each value with its command, which is typed', async () => {
  const workbench = new Workbench({ createPort: createFakePort, loadLessons: () => Promise.resolve([]) });
  workbench.start();
  workbench.connection.post({ kind: 'terminal.open', terminal: 'terminal-1', columns: 80, rows: 24 });
  await waitFor(() => expect(workbench.mirror.getState().terminal.size).toBe(1));
  workbench.typeCommand('docker run -d web');
  await waitFor(() => expect(workbench.mirror.getState().container.size).toBe(1));
  const onClose = vi.fn();
  const { rerender } = render(
    <WorkbenchContext value={workbench}>
      <WorldPanel />
    </WorkbenchContext>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Details of container web' }));
  const what = workbench.session.getState().detailed;
  expect(what).toMatchObject({ type: 'container', name: 'web', machine: 'node1' });
  if (!what) return;
  rerender(
    <WorkbenchContext value={workbench}>
      <DetailsDialog what={what} onClose={onClose} />
    </WorkbenchContext>,
  );
  const dialog = screen.getByRole('dialog', { name: 'Container web' });
  expect(await within(dialog).findByText('running')).toBeTruthy();
  const tabs = within(dialog).getAllByRole('tab');
  expect(tabs.map(({ textContent }) => textContent)).toEqual([
    'Overview',
    'Logs',
    'Files',
    'Stats',
    'Uses',
    'Inspect',
  ]);
  fireEvent.click(within(dialog).getByRole('tab', { name: 'Logs' }));
  expect((await within(dialog).findByRole('group', { name: 'Logs of web' })).textContent).toBe('started\n');
  fireEvent.click(within(dialog).getByRole('tab', { name: 'Stats' }));
  expect(await within(dialog).findByRole('img', { name: 'CPU: 1.50% now, at most 1.50%' })).toBeTruthy();
  fireEvent.click(within(dialog).getByRole('tab', { name: 'Files' }));
  expect(await within(dialog).findByRole('list', { name: 'Files in /' })).toBeTruthy();
  const type = vi.spyOn(workbench, 'typeCommand');
  fireEvent.click(within(dialog).getByRole('tab', { name: 'Overview' }));
  fireEvent.click(within(dialog).getByRole('button', { name: "docker inspect -f '{{.State.Status}}' web" }));
  expect(type).toHaveBeenCalledWith("docker inspect -f '{{.State.Status}}' web", 'node1');
  expect(onClose).toHaveBeenCalled();
});

it('waits for a measurement, however long it takes', async () => {
  vi.useFakeTimers();
  const workbench = new Workbench({ createPort: createFakePort, loadLessons: () => Promise.resolve([]) });
  const answer = {
    cpu: '2.00%',
    memory: '1MiB / 1GiB',
    memoryPercent: '0.1%',
    network: '0B / 0B',
    processes: '1',
  };
  vi.spyOn(workbench.connection, 'query').mockImplementation((_query, _parameters, signal) => {
    return new Promise((resolve) => {
      setTimeout(() => {
        if (!signal?.aborted) resolve(answer as never);
      }, 2500);
    });
  });
  render(
    <WorkbenchContext value={workbench}>
      <StatsView
        what={{ type: 'container', id: 'c', machine: 'node1', name: 'web' }}
        onType={() => undefined}
      />
    </WorkbenchContext>,
  );
  expect(screen.getByText('Measuring…')).toBeTruthy();
  await act(() => vi.advanceTimersByTimeAsync(2600));
  expect(screen.getByRole('img', { name: 'CPU: 2.00% now, at most 2.00%' })).toBeTruthy();
  vi.useRealTimers();
});

it('draws the newest sample at the right', () => {
  expect(linePoints([0, 2])).toBe('58,45.0 59,3.0');
  expect(linePoints([])).toBe('');
});
