import type { OpenFile } from '../../../kernel/files/open-file.ts';
import type { Process } from '../../../kernel/process.ts';

const GRANTED = 1;
const CALLED_OFF = 0;

interface Waiter {
  readonly who: object;
  readonly writer: OpenFile;
}

/** One of a process's threads at a time; who came first goes first. Who waits reads from a pipe of its own. */
export class Semaphore {
  readonly #proc: Process;
  readonly #waiters: Waiter[] = [];
  #free = true;

  constructor(proc: Process) {
    this.#proc = proc;
  }

  /** True when `acquire` would not wait. */
  get free(): boolean {
    return this.#free;
  }

  /** Waits for the turn; false when `callOff` ended that. `who` is what names it. */
  async acquire(who: object): Promise<boolean> {
    if (this.#free) {
      this.#free = false;
      return true;
    }
    const { reader, writer } = this.#proc.pipe();
    reader.retain();
    writer.retain();
    const waiter = { who, writer };
    this.#waiters.push(waiter);
    try {
      return (await reader.read(1))?.[0] === GRANTED;
    } finally {
      const at = this.#waiters.indexOf(waiter);
      if (at >= 0) this.#waiters.splice(at, 1);
      reader.release();
      writer.release();
    }
  }

  /** Who waits goes on without a turn; nothing happens where it does not wait. */
  callOff(who: object): void {
    const at = this.#waiters.findIndex((waiter) => waiter.who === who);
    const [waiter] = at < 0 ? [] : this.#waiters.splice(at, 1);
    if (waiter) void waiter.writer.write(Uint8Array.of(CALLED_OFF));
  }

  /** Who waited longest has the turn now. */
  release(): void {
    const next = this.#waiters.shift();
    if (next) void next.writer.write(Uint8Array.of(GRANTED));
    else this.#free = true;
  }
}
