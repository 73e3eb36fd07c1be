import { ProcessKilled, type Task, type WaitQueue } from './scheduler.ts';
import type { TaskRecord } from './task.ts';

/** What a task needs of the queue that runs it. */
export interface TaskRunner {
  createWaitQueue(): WaitQueue;
  wake(task: TaskRecord, error?: unknown): void;
  /** It ended; `error` is told where nobody joined it. */
  ended(task: TaskRecord, error: unknown): void;
}

type Outcome<T> = { readonly value: T } | { readonly error: unknown };

/** A task as its starter holds it. A class, not closures: every container has several for as long as it runs. */
export class TaskHandle<T> implements Task<T> {
  readonly #runner: TaskRunner;
  readonly #record: TaskRecord;
  #outcome: Outcome<T> | undefined;
  #joined = false;
  /** Made when somebody joins. */
  #joiners: WaitQueue | undefined;

  constructor(runner: TaskRunner, record: TaskRecord) {
    this.#runner = runner;
    this.#record = record;
  }

  get name(): string {
    return this.#record.name;
  }

  get done(): boolean {
    return this.#record.state === 'done';
  }

  /** Begins `body`; whatever it does, the runner is told of the end. */
  start(body: () => T | Promise<T>): void {
    let started: Promise<T>;
    try {
      if (this.#record.group?.killed || this.#record.killed) throw new ProcessKilled();
      started = Promise.resolve(body());
    } catch (error) {
      started = Promise.reject(error as Error);
    }
    started.then(
      (value) => this.#end({ value }, undefined),
      (error: unknown) => this.#end({ error }, error),
    );
  }

  #end(outcome: Outcome<T>, error: unknown): void {
    this.#outcome = outcome;
    const isTold = this.#joined || error instanceof ProcessKilled;
    this.#runner.ended(this.#record, isTold ? undefined : error);
    this.#joiners?.wakeAll();
  }

  async join(): Promise<T> {
    this.#joined = true;
    this.#joiners ??= this.#runner.createWaitQueue();
    while (!this.#outcome && !this.done) await this.#joiners.wait();
    if (!this.#outcome) throw new ProcessKilled();
    if ('error' in this.#outcome) throw this.#outcome.error;
    return this.#outcome.value;
  }

  kill(): void {
    this.#record.killed = true;
    this.#runner.wake(this.#record, new ProcessKilled());
  }
}
