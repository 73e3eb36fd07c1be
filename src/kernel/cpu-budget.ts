import type { TaskRecord } from './task.ts';

/** The period that a share of the processor is counted in. @see linux Documentation/scheduler/sched-bwc.rst */
export const CPU_PERIOD_MS = 100;

/** A share of the processor that tasks use together: so much in each period; then they wait for the next. */
export class CpuBudget {
  #microsPerPeriod = Infinity;
  #usedMicros = 0;
  #periodEndMs = 0;
  /** Nothing is left of it in this period. */
  spent = false;
  /** Tasks that became ready meanwhile. */
  readonly waiting: TaskRecord[] = [];

  /** Processors, with fractions; Infinity for no limit. */
  setCpus(cpus: number): void {
    this.#microsPerPeriod = cpus * CPU_PERIOD_MS * 1000;
  }

  /** Takes from it. Where that uses it up: when there is some again (what was used beyond it is paid for with later periods). */
  spend(micros: number, nowMs: number): number | undefined {
    if (this.#microsPerPeriod === Infinity) return undefined;
    if (nowMs >= this.#periodEndMs) {
      this.#periodEndMs = (Math.floor(nowMs / CPU_PERIOD_MS) + 1) * CPU_PERIOD_MS;
      this.#usedMicros = 0;
    }
    this.#usedMicros += micros;
    if (this.#usedMicros < this.#microsPerPeriod || this.spent) return undefined;
    this.spent = true;
    const beyond = Math.ceil(this.#usedMicros / this.#microsPerPeriod) - 1;
    return this.#periodEndMs + beyond * CPU_PERIOD_MS;
  }
}
