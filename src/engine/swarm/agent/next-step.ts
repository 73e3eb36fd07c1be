import type { TaskState } from '../../../api/service-types.ts';
import { compareStates, isRunnable, isTerminal } from '../task-states.ts';

/** What an agent does next with a task. */
export type Step = 'accept' | 'prepare' | 'start' | 'watch' | 'shut down' | 'wait';

/** Tasks only move forward, as far as they are wanted to. @see moby/swarmkit v2 agent/exec/controller.go Do */
export function nextStep(state: TaskState, desired: TaskState): Step {
  if (isTerminal(state)) return 'wait';
  if (!isRunnable(desired)) return 'shut down';
  if (compareStates(state, 'accepted') < 0) return 'accept';
  if (compareStates(state, 'ready') < 0) return 'prepare';
  if (compareStates(state, 'running') < 0) return desired === 'running' ? 'start' : 'wait';
  return 'watch';
}
