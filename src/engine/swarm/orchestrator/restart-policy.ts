import type { TaskRecord } from '../cluster-state.ts';

const NS_PER_MS = 1e6;
const DEFAULT_DELAY_NS = 5e9;

/** Whether a task that ended has a successor. @see moby/swarmkit v2 manager/orchestrator/restart/restart.go ShouldRestart */
export function shouldRestart(task: TaskRecord): boolean {
  const { Condition = 'any', MaxAttempts = 0 } = task.spec.RestartPolicy ?? {};
  if (Condition === 'none') return false;
  if (Condition === 'on-failure' && task.status.state === 'complete') return false;
  return MaxAttempts === 0 || restartsThatCount(task) < MaxAttempts;
}

/** With a window, only those of late. */
function restartsThatCount({ spec, restarts, status }: TaskRecord): number {
  const windowMs = (spec.RestartPolicy?.Window ?? 0) / NS_PER_MS;
  if (windowMs === 0) return restarts.length;
  return restarts.filter((at) => at > status.timestampMs - windowMs).length;
}

/** The restarts that the successor of a task carries on. A new specification begins anew. */
export function restartsOfSuccessor(task: TaskRecord, specVersion: number, nowMs: number): number[] {
  if (!task.spec.RestartPolicy?.MaxAttempts) return [];
  return [...(task.specVersion === specVersion ? task.restarts : []), nowMs];
}

export function restartDelayMs({ spec }: TaskRecord): number {
  return (spec.RestartPolicy?.Delay ?? DEFAULT_DELAY_NS) / NS_PER_MS;
}
