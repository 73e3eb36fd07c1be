import type { Capability } from './capabilities.ts';
import type { Cgroup } from './cgroup.ts';
import type { MountTable } from './files/mount-table.ts';
import type { OpenFile } from './files/open-file.ts';
import type { View } from './files/view.ts';
import type { UtsNamespace } from './kernel.ts';
import type { NetNamespace } from './net/net-namespace.ts';
import type { PidTable } from './pid-table.ts';
import type { ChildEvent, WaitStatus } from './process.ts';
import type { WaitQueue } from './scheduler.ts';
import type { Signal } from './signals.ts';
import type { TaskGroup, TaskRecord } from './task.ts';
import type { Tty } from './tty/tty.ts';

export type SignalAction = 'default' | 'ignore' | (() => void);

/** Everything the kernel keeps of one process. Pids, groups and sessions are numbers of its pid namespace. */
export interface ProcessEntry {
  readonly hostPid: number;
  readonly pid: number;
  readonly namespace: PidTable;
  parent: ProcessEntry | undefined;
  /** None while there was none: most processes of a crowd are alone. */
  children: Set<ProcessEntry> | undefined;
  pgid: number;
  sid: number;
  argv: readonly string[];
  env: Map<string, string>;
  umask: number;
  /** In effect. */
  uid: number;
  /** Who started it, where a set-user-ID program runs. */
  realUid: number;
  gid: number;
  groups: readonly number[];
  busybox: boolean;
  release: string;
  /** Path of the file it runs. */
  executable: string;
  /** Sockets and listeners, closed when it ends. */
  resources: Set<{ close(): void }> | undefined;
  readonly fds: Map<number, OpenFile>;
  readonly mounts: MountTable;
  view: View;
  readonly network: NetNamespace;
  readonly uts: UtsNamespace;
  tty: Tty | undefined;
  readonly group: TaskGroup;
  mainTask: TaskRecord | undefined;
  /** Replaced, never changed: a child begins with its parent's. */
  actions: ReadonlyMap<Signal, SignalAction>;
  /** Arrived while it could not run. */
  readonly pending: Signal[];
  stopped: Signal | undefined;
  /** Set once it ended. */
  status: WaitStatus | undefined;
  /** State changes of children that were not waited for. */
  readonly events: ChildEvent[];
  readonly changed: WaitQueue;
  readonly startMs: number;
  childMicros: number;
  readonly capabilities: ReadonlySet<Capability>;
  readonly cgroup: Cgroup;
  readonly memory: ProcessMemory;
  limits: ResourceLimits;
  /** Its first parent ended before it. */
  adopted: boolean;
  /** Adopted children are reaped as they end. */
  reapsAdopted: boolean;
}

/** Bytes a process is charged for: its program, and what that holds. */
export interface ProcessMemory {
  baseBytes: number;
  heldBytes: number;
}

/** @see getrlimit(2). Infinity is `unlimited`. */
export interface ResourceLimit {
  readonly soft: number;
  readonly hard: number;
}

export type ResourceLimits = Readonly<Record<'nofile' | 'nproc', ResourceLimit>>;

/** True for the first process of a pid namespace other than the machine's. */
export function isNamespaceInit(entry: ProcessEntry): boolean {
  return entry.pid === 1 && entry.namespace.parent !== undefined;
}

/** R running or ready, S waiting, T stopped, Z ended. */
export function stateOf(entry: ProcessEntry): 'R' | 'S' | 'T' | 'Z' {
  if (entry.status) return 'Z';
  if (entry.stopped) return 'T';
  return [...entry.group.tasks].some((task) => task.state !== 'parked') ? 'R' : 'S';
}
