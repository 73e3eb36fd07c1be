import type { StartedProcess } from './kernel.ts';
import type { WaitStatus } from './process.ts';
import type { ProcessEntry } from './process-entry.ts';
import type { ProcessTable } from './process-table.ts';
import type { WaitQueue } from './scheduler.ts';
import type { Signal } from './signals.ts';

/** A process as its starter holds it. */
export class OwnedProcess implements StartedProcess {
  readonly #entry: ProcessEntry;
  readonly #table: ProcessTable;
  #ended: WaitQueue | undefined;

  constructor(entry: ProcessEntry, table: ProcessTable) {
    this.#entry = entry;
    this.#table = table;
  }

  get pid(): number {
    return this.#entry.hostPid;
  }

  get done(): boolean {
    return this.#entry.status !== undefined;
  }

  async wait(): Promise<WaitStatus> {
    let { status } = this.#entry;
    if (!status) {
      this.#ended ??= this.#table.queue.createWaitQueue();
      const ended = this.#ended;
      this.onEnd((result) => {
        status = result;
        ended.wakeAll();
      });
      while (!status) await ended.wait();
    }
    return status;
  }

  onEnd(ended: (status: WaitStatus) => void): void {
    this.#table.onEnd(this.#entry, ended);
  }

  kill(signal: Signal, options: { all?: boolean } = {}): void {
    for (const target of options.all ? this.#all() : [this.#entry]) this.#table.signal(target, signal, true);
  }

  fault(signal: 'SIGSEGV'): void {
    this.#table.end(this.#entry, { signal });
  }

  freeze(): void {
    for (const other of this.#all()) this.#table.freeze(other);
  }

  resume(): void {
    for (const other of this.#all()) this.#table.thaw(other);
  }

  /** Every process of its control group in its pid namespace. */
  #all(): ProcessEntry[] {
    const { namespace, cgroup } = this.#entry;
    return [...namespace.entries.values()].filter(
      (other) => other.namespace === namespace && other.cgroup === cgroup,
    );
  }
}
