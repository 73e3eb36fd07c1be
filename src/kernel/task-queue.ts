import type { Clock, WaitQueue } from './scheduler.ts';
import type { TaskRecord } from './task.ts';

/** What a wait queue needs of the run queue. */
export interface TaskParker extends Clock {
  readonly current: TaskRecord | undefined;
  park(): Promise<void>;
  wake(task: TaskRecord): void;
}

interface Waiting {
  readonly task: TaskRecord;
  /** Which of its waits this is. */
  readonly park: number;
}

/** So many that ended otherwise (killed, timed out) may stay listed before they are looked for. */
const MOST_STALE = 8;

/** Tasks that wait for something. */
export class TaskQueue implements WaitQueue {
  readonly #queue: TaskParker;
  /** Made with the first wait: most queues of a thousand containers are never waited at. */
  #waiting: Waiting[] | undefined;
  #sweepAt = MOST_STALE;

  constructor(queue: TaskParker) {
    this.#queue = queue;
  }

  wait(timeoutMs?: number): Promise<void> {
    const task = this.#queue.current;
    if (!task) return Promise.reject(new Error('only a task can wait'));
    const entry = { task, park: task.parks + 1 };
    this.#waiting ??= [];
    this.#sweep(this.#waiting);
    this.#waiting.push(entry);
    return timeoutMs === undefined ? this.#queue.park() : this.#waitAtMost(entry, timeoutMs);
  }

  async #waitAtMost(entry: Waiting, timeoutMs: number): Promise<void> {
    const cancel = this.#queue.at(this.#queue.now() + timeoutMs, () => this.#wake(entry));
    try {
      await this.#queue.park();
    } finally {
      cancel();
    }
  }

  /** Forgets waits that ended without this queue; looks for them only when there may be as many as there are others. */
  #sweep(waiting: Waiting[]): void {
    if (waiting.length < this.#sweepAt) return;
    const left = waiting.filter(({ task, park }) => task.parks === park && task.state === 'parked');
    waiting.splice(0, waiting.length, ...left);
    this.#sweepAt = Math.max(MOST_STALE, 2 * left.length);
  }

  wakeAll(): void {
    const waiting = this.#waiting;
    if (!waiting?.length) return;
    this.#waiting = undefined;
    for (const entry of waiting) this.#wake(entry);
  }

  #wake(entry: Waiting): void {
    if (entry.task.parks === entry.park) this.#queue.wake(entry.task);
  }
}
