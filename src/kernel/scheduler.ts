/** A thread of execution under the scheduler. */
export interface Task<T = unknown> {
  readonly name: string;
  readonly done: boolean;
  /** Waits until it ended, then gives its result or throws what it threw. */
  join(): Promise<T>;
  /** Ends it at its next await, as a killed process ends. */
  kill(): void;
}

/** Virtual time of a machine. */
export interface Clock {
  /** Milliseconds since the epoch, with fractions. */
  now(): number;
  /** Calls back at this time, in a system context that must not wait (start a task for more). Returns the way to cancel. */
  at(deadlineMs: number, callback: () => void): () => void;
  /** Must be called by a task. */
  sleep(ms: number): Promise<void>;
}

/** Tasks that wait for something to become true. Waking may be spurious: wait in a loop on the condition. */
export interface WaitQueue {
  /** Parks the current task until woken; `timeoutMs` of virtual time wakes it too. */
  wait(timeoutMs?: number): Promise<void>;
  wakeAll(): void;
}

export interface Scheduler {
  createWaitQueue(): WaitQueue;
  /** Waits for a promise of the host (storage, WebAssembly); virtual time does not jump meanwhile. */
  hold<T>(promise: Promise<T>): Promise<T>;
  /** Gives other tasks a turn. */
  yieldTurn(): Promise<void>;
}

/** Thrown at every await of a process that was killed; never to be caught, except to let go of what is held. */
export class ProcessKilled extends Error {
  constructor() {
    super('killed');
    this.name = 'ProcessKilled';
  }
}
