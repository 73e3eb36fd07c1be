import type { Scheduler, WaitQueue } from '../../kernel/scheduler.ts';

/** Work of a build that several of its stages may need at the same time: one does it, the others wait for that. */
export class SharedWork {
  readonly #running = new Set<string>();
  readonly #done = new Set<string>();
  readonly #ended: WaitQueue;

  constructor(scheduler: Scheduler) {
    this.#ended = scheduler.createWaitQueue();
  }

  /** True for who has to do it, and call `end`; false, after its end, for all others. */
  async claim(key: string): Promise<boolean> {
    if (this.#running.has(key)) await this.join(key);
    if (this.#done.has(key)) return false;
    this.#running.add(key);
    return true;
  }

  end(key: string): void {
    this.#running.delete(key);
    this.#done.add(key);
    this.#ended.wakeAll();
  }

  /** Waits until it was done. */
  async join(key: string): Promise<void> {
    while (!this.#done.has(key)) await this.#ended.wait();
  }
}
