import { expect, it } from 'vitest';
import type { TaskState } from '../../../api/service-types.ts';
import { nextStep } from './next-step.ts';

it.each<[TaskState, TaskState, string]>([
  ['assigned', 'running', 'accept'],
  ['accepted', 'ready', 'prepare'],
  ['preparing', 'running', 'prepare'],
  ['ready', 'ready', 'wait'],
  ['ready', 'running', 'start'],
  ['starting', 'running', 'start'],
  ['running', 'running', 'watch'],
  ['preparing', 'shutdown', 'shut down'],
  ['running', 'remove', 'shut down'],
  ['failed', 'running', 'wait'],
  ['shutdown', 'remove', 'wait'],
])('a task that is %s and wanted %s: %s', (state, desired, step) => {
  expect(nextStep(state, desired)).toBe(step);
});
