import type { PidNamespace } from './kernel.ts';
import type { ProcessInfo } from './process.ts';
import { stateOf, type ProcessEntry } from './process-entry.ts';
import { SHARED_BYTES } from './program-memory.ts';

/** A pid namespace: its processes by their number in it. The machine's own holds those of all others too, by host pid. */
export class PidTable implements PidNamespace {
  readonly name: string;
  /** The machine's namespace, undefined for itself. */
  readonly parent: PidTable | undefined;
  readonly entries = new Map<number, ProcessEntry>();
  #next = 1;

  constructor(name: string, parent?: PidTable) {
    this.name = name;
    this.parent = parent;
  }

  /** Pids go up; like a real kernel's they skip none of ours but are not reused. */
  allocate(): number {
    return this.#next++;
  }

  /** The youngest process's. */
  get lastPid(): number {
    return this.#next - 1;
  }

  /** The next pid it will give, for a restored machine that goes on counting. */
  skipTo(pid: number): void {
    this.#next = Math.max(this.#next, pid);
  }

  /** This namespace's number of a process, 0 where it can't be seen from here. */
  pidOf(entry: ProcessEntry | undefined): number {
    if (!entry) return 0;
    if (entry.namespace === this) return entry.pid;
    return this.parent ? 0 : entry.hostPid;
  }

  /** A process whose group number is meant in this namespace. */
  inGroup(pgid: number): ProcessEntry[] {
    return [...this.entries.values()].filter(
      (entry) => entry.namespace === this && entry.pgid === pgid && !entry.status,
    );
  }

  processes(): readonly ProcessInfo[] {
    return [...this.entries.values()].map((entry) => this.#info(entry)).sort((a, b) => a.pid - b.pid);
  }

  #info(entry: ProcessEntry): ProcessInfo {
    const own = entry.namespace === this;
    const leader = (pid: number): number =>
      own ? pid : (entry.namespace.entries.get(pid)?.hostPid ?? entry.hostPid);
    return {
      pid: this.pidOf(entry),
      ppid: this.pidOf(entry.parent),
      pgid: leader(entry.pgid),
      sid: leader(entry.sid),
      uid: entry.uid,
      gid: entry.gid,
      argv: entry.argv,
      state: stateOf(entry),
      ttyName: entry.tty?.name,
      startMs: entry.startMs,
      cpuMicros: entry.group.cpuMicros,
      residentBytes: residentBytes(entry),
    };
  }
}

/** Memory as ps shows it (RSS). */
export function residentBytes({ memory, status }: ProcessEntry): number {
  return status ? 0 : SHARED_BYTES + memory.baseBytes + memory.heldBytes;
}
