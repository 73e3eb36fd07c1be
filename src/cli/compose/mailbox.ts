import { isSysError } from '../../kernel/errno.ts';
import type { Process } from '../../kernel/process.ts';

/** What threads and signal handlers tell the main task. */
export class Mailbox<T> {
  readonly #proc: Process;
  readonly #items: T[] = [];
  #waiting = false;

  constructor(proc: Process) {
    this.#proc = proc;
  }

  readonly push = (item: T): void => {
    this.#items.push(item);
    if (this.#waiting) this.#proc.interrupt();
  };

  get isEmpty(): boolean {
    return this.#items.length === 0;
  }

  /** The next item; only the main task may wait. */
  async next(): Promise<T> {
    for (;;) {
      const item = this.#items.shift();
      if (item !== undefined) return item;
      await this.#wait();
    }
  }

  async #wait(): Promise<void> {
    this.#waiting = true;
    try {
      await this.#proc.pause();
    } catch (error) {
      if (!isSysError(error, 'EINTR')) throw error;
    } finally {
      this.#waiting = false;
    }
  }
}
