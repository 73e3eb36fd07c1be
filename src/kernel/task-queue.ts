import type { Clock, WaitQueue } from './scheduler.ts';
import type { TaskRecord } from './task.ts';

/** What a wait queue needs of the run queue. */
export interface TaskParker extends Clock {
  readonly current: TaskRecord | undefined;
  park(): Promise<void>;
  wake(task: TaskRecord): void;
}

/** Tasks that wait for something. */
export class TaskQueue implements WaitQueue {
  readonly #queue: TaskParker;
  #waiting: { task: TaskRecord; park: number }[] = [];

  constructor(queue: TaskParker) {
    this.#queue = queue;
  }

  async wait(timeoutMs?: number): Promise<void> {
    const task = this.#queue.current;
    if (!task) throw new Error('only a task can wait');
    const entry = { task, park: task.parks + 1 };
    this.#waiting.push(entry);
    const cancel =
      timeoutMs === undefined
        ? undefined
        : this.#queue.at(this.#queue.now() + timeoutMs, () => this.#wake(entry));
    try {
      await this.#queue.park();
    } finally {
      cancel?.();
      const index = this.#waiting.indexOf(entry);
      if (index >= 0) this.#waiting.splice(index, 1);
    }
  }

  wakeAll(): void {
    for (const entry of this.#waiting.splice(0)) this.#wake(entry);
  }

  #wake(entry: { task: TaskRecord; park: number }): void {
    if (entry.task.parks === entry.park) this.#queue.wake(entry.task);
  }
}
