import type { CpuBudget } from './cpu-budget.ts';

/** What several tasks belong to (a process): they are killed and frozen together. */
export interface TaskGroup {
  killed: boolean;
  frozen: boolean;
  /** Tasks that became ready while frozen. */
  readonly deferred: TaskRecord[];
  readonly tasks: Set<TaskRecord>;
  /** Virtual µs charged. */
  cpuMicros: number;
  /** What it may use of the processor together with others. */
  readonly cpu: CpuBudget | undefined;
}

export function createTaskGroup(cpu?: CpuBudget): TaskGroup {
  return { killed: false, frozen: false, deferred: [], tasks: new Set(), cpuMicros: 0, cpu };
}

/** A task as the run queue keeps it. */
export interface TaskRecord {
  readonly name: string;
  readonly group: TaskGroup | undefined;
  state: 'ready' | 'running' | 'parked' | 'done';
  killed: boolean;
  /** Starts it; undefined once started. */
  start: (() => void) | undefined;
  /** Lets it go on; set while parked. */
  resolve: (() => void) | undefined;
  reject: ((error: unknown) => void) | undefined;
  /** It is ready since it only let others have their turn, or its time is over: it waits for nothing that a signal could cut short. */
  givesWay: boolean;
  /** What its park ends with instead of returning. */
  error: unknown;
  /** Grows with each park, so that an old wake-up can't end a new wait. */
  parks: number;
  /** Awaits that were refused since it was killed. */
  refusals: number;
}

/** A task that has yet to start. */
export function createTaskRecord(name: string, group: TaskGroup | undefined): TaskRecord {
  return {
    name,
    group,
    state: 'ready',
    killed: false,
    start: undefined,
    resolve: undefined,
    reject: undefined,
    givesWay: false,
    error: undefined,
    parks: 0,
    refusals: 0,
  };
}
