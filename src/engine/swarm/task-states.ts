import { TASK_STATES, type TaskState } from '../../api/service-types.ts';

/** States only grow. */
const RANK = new Map(TASK_STATES.map((state, index) => [state, index]));

/** Negative where `a` comes before `b`. */
export function compareStates(a: TaskState, b: TaskState): number {
  return (RANK.get(a) ?? 0) - (RANK.get(b) ?? 0);
}

/** Observed: it ran and does so no more, or never will. */
export function isTerminal(state: TaskState): boolean {
  return compareStates(state, 'running') > 0;
}

/** Desired: it is to run, now or later. */
export function isRunnable(desired: TaskState): boolean {
  return compareStates(desired, 'running') <= 0;
}

export function isTaskState(text: string): text is TaskState {
  return RANK.has(text as TaskState);
}
