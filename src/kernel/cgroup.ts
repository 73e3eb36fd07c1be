import { CpuBudget } from './cpu-budget.ts';
import type { Tally } from './tally.ts';
import type { ProcessEntry } from './process-entry.ts';

/** What the processes of a group may use together; what is left out is not limited. @see linux Documentation/admin-guide/cgroup-v2.rst */
export interface CgroupLimits {
  readonly memoryBytes?: number | undefined;
  /** Of that, what programs really hold beyond their base. */
  readonly heldBytes?: number | undefined;
  /** Only told: there is no swap. */
  readonly swapBytes?: number | undefined;
  readonly processes?: number | undefined;
  /** Processors, with fractions. */
  readonly cpus?: number | undefined;
  /** Only told: one process runs at a time anyway. */
  readonly cpuWeight?: number | undefined;
}

/** A control group: processes that are counted and limited together. The machine's own holds all others. */
export class Cgroup {
  readonly parent: Cgroup | undefined;
  readonly members = new Set<ProcessEntry>();
  readonly cpu = new CpuBudget();
  #limits: CgroupLimits = {};
  /** Charged to processes that live in it or below it. */
  memoryBytes = 0;
  heldBytes = 0;
  peakBytes = 0;
  /** Those that were not reaped yet, too. */
  processes = 0;
  /** Virtual µs of those that ended. */
  endedMicros = 0;
  /** Processes it lost to the out-of-memory killer. */
  oomKills = 0;
  /** Told of each of them. */
  onOomKill: (() => void) | undefined;

  readonly #mostProcesses: number;
  readonly #held: Tally | undefined;

  /** `mostProcesses` counts where the limits don't say; `held` is what other machines hold, too. */
  constructor(limits: CgroupLimits, parent?: Cgroup, mostProcesses = Infinity, held?: Tally) {
    this.parent = parent;
    this.#mostProcesses = mostProcesses;
    this.#held = held;
    this.limit(limits);
  }

  get limits(): CgroupLimits {
    return this.#limits;
  }

  /** Replaces the limits; what is over them stays until it asks for more. */
  limit(limits: CgroupLimits): void {
    this.#limits = limits;
    this.cpu.setCpus(limits.cpus ?? Infinity);
  }

  /** True if one process more is too many here or above. */
  get isFull(): boolean {
    return (
      this.processes >= (this.#limits.processes ?? this.#mostProcesses) || (this.parent?.isFull ?? false)
    );
  }

  get isOverMemory(): boolean {
    const { memoryBytes = Infinity, heldBytes = Infinity } = this.#limits;
    const isOverInAll = this.heldBytes > 0 && this.#held?.fits(0) === false;
    return this.memoryBytes > memoryBytes || this.heldBytes > heldBytes || isOverInAll;
  }

  /** Virtual µs of CPU of all that is or was in it. */
  get cpuMicros(): number {
    let sum = this.endedMicros;
    for (const entry of this.members) sum += entry.group.cpuMicros;
    return sum;
  }

  /** This group and those it is in. */
  *upward(): Generator<Cgroup> {
    yield this;
    if (this.parent) yield* this.parent.upward();
  }

  join(entry: ProcessEntry): void {
    for (const group of this.upward()) {
      group.members.add(entry);
      group.processes++;
    }
    this.charge(entry.memory.baseBytes, entry.memory.heldBytes);
  }

  /** A process that ended gives its memory back; it counts as a process until it is reaped. */
  release(entry: ProcessEntry): void {
    for (const group of this.upward()) {
      group.members.delete(entry);
      group.endedMicros += entry.group.cpuMicros;
    }
    this.charge(-entry.memory.baseBytes, -entry.memory.heldBytes);
  }

  /** It was reaped. */
  forget(): void {
    for (const group of this.upward()) group.processes--;
  }

  /** Bytes of programs themselves, and of what they hold. */
  charge(baseBytes: number, heldBytes: number): void {
    for (const group of this.upward()) {
      group.memoryBytes += baseBytes + heldBytes;
      group.heldBytes += heldBytes;
      group.#held?.add(heldBytes);
      group.peakBytes = Math.max(group.peakBytes, group.memoryBytes);
    }
  }

  /** Who goes when there is no memory left: who holds most, the youngest of equals. */
  victim(): ProcessEntry | undefined {
    let found: ProcessEntry | undefined;
    let most = -1;
    for (const entry of this.members) {
      const size = entry.memory.heldBytes * 8 + entry.memory.baseBytes;
      if (size >= most) [found, most] = [entry, size];
    }
    return found;
  }
}
