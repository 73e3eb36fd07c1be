import { isSysError } from '../../../kernel/errno.ts';
import type { Process } from '../../../kernel/process.ts';
import type { Value } from '../runtime/values.ts';

/** Something that happened, for the handler with this number. */
export interface ProgramEvent {
  readonly id: number;
  readonly kind: string;
  readonly value: Value;
  readonly more: Value;
}

/** What happens outside while the program runs or waits. */
export class EventQueue {
  readonly #proc: Process;
  readonly #events: ProgramEvent[] = [];
  #waiting = false;

  constructor(proc: Process) {
    this.#proc = proc;
  }

  /** Called by threads and signal handlers. */
  readonly emit = (id: number, kind: string, value: Value = null, more: Value = null): void => {
    this.#events.push({ id, kind, value, more });
    if (this.#waiting) this.#proc.interrupt();
  };

  take(): ProgramEvent | undefined {
    return this.#events.shift();
  }

  /** Waits for an event, or until the time is over. */
  async wait(ms: number): Promise<void> {
    if (this.#events.length > 0) return;
    this.#waiting = true;
    try {
      await (ms >= 1e12 ? this.#proc.pause() : this.#proc.sleep(ms));
    } catch (error) {
      if (!isSysError(error, 'EINTR')) throw error;
    } finally {
      this.#waiting = false;
    }
  }

  /** Runs a body beside the program; an errno that ends it is told as an `error`. */
  start(id: number, name: string, body: () => Promise<void>): void {
    this.#proc.thread(name, async () => {
      try {
        await body();
      } catch (error) {
        if (!isSysError(error)) throw error;
        this.emit(id, 'error', error.code);
      }
    });
  }
}
