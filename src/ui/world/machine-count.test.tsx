// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { Workbench } from '../../state/workbench.ts';
import { WorkbenchContext } from '../hooks/workbench-context.ts';
import { createFakePort } from '../testing/fake-world.ts';
import { MachineCount } from './machine-section.tsx';

afterEach(cleanup);

it('two quick clicks are two machines', () => {
  const workbench = new Workbench({ createPort: createFakePort, loadLessons: () => Promise.resolve([]) });
  const asked = vi.spyOn(workbench, 'setMachines').mockReturnValue();
  render(
    <WorkbenchContext value={workbench}>
      <MachineCount count={1} />
    </WorkbenchContext>,
  );
  const add = screen.getByRole('button', { name: 'Add a machine' });
  fireEvent.click(add);
  fireEvent.click(add);
  expect(asked.mock.calls).toEqual([[2], [3]]);
});
