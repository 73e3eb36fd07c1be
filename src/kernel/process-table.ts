import { isLoadFailure } from '../lib/load-failure.ts';
import type { LoadedProgram } from './exec-format.ts';
import type { Capability } from './capabilities.ts';
import type { Cgroup } from './cgroup.ts';
import { isSysError, SysError } from './errno.ts';
import { exhaustionSignal } from './exhaustion.ts';
import type { MountTable } from './files/mount-table.ts';
import type { OpenFile } from './files/open-file.ts';
import type { View, ViewOwner } from './files/view.ts';
import type { UtsNamespace } from './kernel.ts';
import type { NetNamespace } from './net/net-namespace.ts';
import { PidTable } from './pid-table.ts';
import type { ChildEvent, WaitStatus } from './process.ts';
import {
  isNamespaceInit,
  type ProcessEntry,
  type ResourceLimits,
  type SignalAction,
} from './process-entry.ts';
import { FORK_BYTES, programMemory } from './program-memory.ts';
import type { RunQueue } from './run-queue.ts';
import { ProcessKilled } from './scheduler.ts';
import { defaultAction, type Signal } from './signals.ts';
import { createTaskGroup, type TaskGroup } from './task.ts';
import type { Tty } from './tty/tty.ts';

/** What a new process starts from. */
export interface NewProcess {
  parent: ProcessEntry | undefined;
  namespace: PidTable;
  pgid?: number;
  newSession: boolean;
  argv: readonly string[];
  env: ReadonlyMap<string, string>;
  umask: number;
  uid: number;
  realUid: number;
  gid: number;
  groups: readonly number[];
  busybox: boolean;
  release: string;
  executable: string;
  fds: ReadonlyMap<number, OpenFile>;
  mounts: MountTable;
  makeView: (owner: ViewOwner) => View;
  network: NetNamespace;
  uts: UtsNamespace;
  tty: Tty | undefined;
  actions: ReadonlyMap<Signal, SignalAction>;
  capabilities: ReadonlySet<Capability>;
  cgroup: Cgroup;
  limits: ResourceLimits;
}

/** A handler may end its process; that is no matter of whoever sent the signal. */
function handle(action: () => void): void {
  try {
    action();
  } catch (error) {
    if (!(error instanceof ProcessKilled)) throw error;
  }
}

/** All processes of a machine: birth, signals, death and waiting. */
export class ProcessTable {
  readonly host = new PidTable('host');
  readonly #queue: RunQueue;
  readonly #byGroup = new Map<TaskGroup, ProcessEntry>();
  /** Told when a process ended and its descriptors are closed. */
  readonly #ended = new Map<ProcessEntry, readonly ((status: WaitStatus) => void)[]>();
  viewOwner: (entry: ProcessEntry) => ViewOwner = () => {
    throw new Error('no view owner');
  };

  constructor(queue: RunQueue) {
    this.#queue = queue;
  }

  /** The process of the running task. */
  current(): ProcessEntry | undefined {
    const group = this.#queue.current?.group;
    return group && this.#byGroup.get(group);
  }

  /** @throws SysError EAGAIN when there are too many already */
  add(made: NewProcess): ProcessEntry {
    const { namespace, cgroup } = made;
    if (cgroup.isFull) throw new SysError('EAGAIN');
    const pid = namespace.allocate();
    const hostPid = namespace === this.host ? pid : this.host.allocate();
    const isFork = made.parent?.executable === made.executable;
    const group = createTaskGroup(cgroup.cpu);
    const pgid = made.newSession || made.pgid === 0 ? pid : (made.pgid ?? made.parent?.pgid ?? pid);
    const partial: Omit<ProcessEntry, 'view'> = {
      hostPid,
      pid,
      namespace,
      parent: made.parent,
      children: undefined,
      pgid,
      sid: made.newSession ? pid : (made.parent?.sid ?? pid),
      argv: made.argv.slice(),
      env: new Map(made.env),
      umask: made.umask,
      uid: made.uid,
      realUid: made.realUid,
      gid: made.gid,
      groups: made.groups,
      busybox: made.busybox,
      release: made.release,
      executable: made.executable,
      fds: new Map(),
      resources: undefined,
      mounts: made.mounts,
      network: made.network,
      uts: made.uts,
      tty: made.newSession ? undefined : made.tty,
      group,
      mainTask: undefined,
      actions: made.actions,
      pending: [],
      stopped: undefined,
      status: undefined,
      events: [],
      changed: this.#queue.createWaitQueue(),
      startMs: this.#queue.now(),
      childMicros: 0,
      capabilities: made.capabilities,
      cgroup,
      memory: { baseBytes: isFork ? FORK_BYTES : programMemory(made.executable), heldBytes: 0 },
      limits: made.limits,
      adopted: false,
      reapsAdopted: false,
    };
    const entry = partial as ProcessEntry;
    entry.view = made.makeView(this.viewOwner(entry));
    for (const [number, file] of made.fds) {
      file.retain();
      entry.fds.set(number, file);
    }
    namespace.entries.set(pid, entry);
    this.host.entries.set(hostPid, entry);
    if (made.parent) (made.parent.children ??= new Set()).add(entry);
    this.#byGroup.set(group, entry);
    cgroup.join(entry);
    return entry;
  }

  /** Runs `program` as the main task; the process ends with it. `handle` is what the program sees of the process. */
  run(entry: ProcessEntry, program: () => number | Promise<number>): void {
    this.#queue.spawn(
      entry.argv[0] ?? 'process',
      async () => {
        entry.mainTask = this.#queue.current;
        try {
          this.end(entry, { code: (await program()) & 0xff });
        } catch (error) {
          this.#fail(entry, error);
        }
      },
      entry.group,
    );
  }

  /** Its program threw this. */
  #fail(entry: ProcessEntry, error: unknown): void {
    if (entry.status) return;
    if (isSysError(error, 'EPIPE')) return this.end(entry, { code: 1 });
    if (error instanceof ProcessKilled) return this.end(entry, { signal: 'SIGKILL' });
    const signal = exhaustionSignal(error);
    if (signal) return this.end(entry, { signal });
    this.#queue.onError(error, entry.argv.join(' '));
    // As where the disk does not give the code of a program.
    this.end(entry, { signal: isLoadFailure(error) ? 'SIGBUS' : 'SIGSEGV' });
  }

  onEnd(entry: ProcessEntry, ended: (status: WaitStatus) => void): void {
    if (entry.status) ended(entry.status);
    else this.#ended.set(entry, [...(this.#ended.get(entry) ?? []), ended]);
  }

  /** Ends a process for good. Only the first call counts. */
  end(entry: ProcessEntry, status: WaitStatus): void {
    if (entry.status) return;
    entry.status = status;
    entry.cgroup.release(entry);
    this.#queue.killGroup(entry.group);
    for (const file of entry.fds.values()) file.release();
    entry.fds.clear();
    for (const resource of entry.resources ?? []) resource.close();
    entry.resources = undefined;
    this.#orphan(entry);
    if (isNamespaceInit(entry)) {
      for (const other of [...entry.namespace.entries.values()]) this.end(other, { signal: 'SIGKILL' });
    }
    if (entry.tty && entry.sid === entry.pid) this.#leaveTerminal(entry);
    this.#report(entry, { pid: entry.pid, status });
    const ended = this.#ended.get(entry) ?? [];
    this.#ended.delete(entry);
    for (const tell of ended) tell(status);
  }

  #orphan(entry: ProcessEntry): void {
    const init = entry.namespace.entries.get(1);
    const heir = init && init !== entry && !init.status ? init : undefined;
    for (const child of entry.children ?? []) {
      child.parent = heir;
      child.adopted = true;
      if (heir) (heir.children ??= new Set()).add(child);
      if (child.status && (!heir || heir.reapsAdopted)) this.#reap(child);
      else if (child.status && heir) this.#tell(heir, { pid: child.pid, status: child.status });
    }
    entry.children = undefined;
  }

  #leaveTerminal(entry: ProcessEntry): void {
    const { tty } = entry;
    if (!tty) return;
    for (const member of entry.namespace.inGroup(tty.getForeground()))
      if (member !== entry) this.signal(member, 'SIGHUP');
    for (const other of entry.namespace.entries.values()) if (other.tty === tty) other.tty = undefined;
    tty.endSession();
  }

  #report(entry: ProcessEntry, event: ChildEvent): void {
    const { parent } = entry;
    if (!parent || parent.status || (entry.adopted && parent.reapsAdopted)) return this.#reap(entry);
    if (parent.actions.get('SIGCHLD') === 'ignore' && 'status' in event && entry.status)
      return this.#reap(entry);
    this.#tell(parent, event);
  }

  #tell(parent: ProcessEntry, event: ChildEvent): void {
    parent.events.push(event);
    parent.changed.wakeAll();
    this.signal(parent, 'SIGCHLD');
  }

  #reap(entry: ProcessEntry): void {
    entry.parent?.children?.delete(entry);
    entry.cgroup.forget();
    if (entry.parent) entry.parent.childMicros += entry.group.cpuMicros + entry.childMicros;
    entry.namespace.entries.delete(entry.pid);
    this.host.entries.delete(entry.hostPid);
    this.#byGroup.delete(entry.group);
  }

  /** Takes a child's state change that `pid` asks for. @throws SysError ECHILD */
  takeEvent(entry: ProcessEntry, pid: number, stopped: boolean): ChildEvent | undefined {
    const wanted = (child: number): boolean => {
      if (pid > 0) return child === pid;
      if (pid === -1) return true;
      return entry.namespace.entries.get(child)?.pgid === (pid === 0 ? entry.pgid : -pid);
    };
    const index = entry.events.findIndex((event) => {
      const ended = 'code' in event.status || 'signal' in event.status;
      return (ended || stopped) && wanted(event.pid);
    });
    if (index < 0) {
      if (![...(entry.children ?? [])].some((child) => wanted(child.pid))) throw new SysError('ECHILD');
      return undefined;
    }
    const [event] = entry.events.splice(index, 1) as [ChildEvent];
    const child = entry.namespace.entries.get(event.pid);
    if (child?.status) this.#reap(child);
    return event;
  }

  // Memory

  /** Charges a process; where there is no more, the biggest of the group goes. @see linux mm/oom_kill.c */
  charge(entry: ProcessEntry, bytes: number): void {
    const { cgroup, memory } = entry;
    const change = Math.max(bytes, -memory.heldBytes);
    memory.heldBytes += change;
    cgroup.charge(0, change);
    if (change > 0) this.#relieve(cgroup);
  }

  /** The process is another program now. */
  setProgram(entry: ProcessEntry, { path, argv, busybox, release }: LoadedProgram): void {
    Object.assign(entry, { executable: path, argv, busybox, release });
    const { baseBytes, heldBytes } = entry.memory;
    entry.memory.baseBytes = programMemory(path);
    entry.memory.heldBytes = 0;
    entry.cgroup.charge(entry.memory.baseBytes - baseBytes, -heldBytes);
    this.#relieve(entry.cgroup);
  }

  #relieve(cgroup: Cgroup): void {
    for (const group of cgroup.upward()) {
      for (let victim = group.victim(); group.isOverMemory && victim; victim = group.victim()) {
        this.end(victim, { signal: 'SIGKILL' });
        for (const hit of victim.cgroup.upward()) {
          hit.oomKills++;
          hit.onOomKill?.();
        }
      }
    }
  }

  // Signals

  /** Delivers a signal. `forced`: from outside of its pid namespace, so that even its init can be killed. */
  signal(entry: ProcessEntry, signal: Signal, forced = false): void {
    if (entry.status) return;
    const shielded = isNamespaceInit(entry) && !forced;
    if (signal === 'SIGKILL') {
      if (!shielded) this.end(entry, { signal });
      return;
    }
    if (signal === 'SIGCONT') this.#continue(entry);
    if (entry.group.frozen && defaultAction(signal) !== 'stop') {
      if (!entry.pending.includes(signal)) entry.pending.push(signal);
      return;
    }
    const action = entry.actions.get(signal) ?? 'default';
    if (signal === 'SIGSTOP' && !shielded) return this.#stop(entry, signal);
    if (action === 'ignore') return;
    if (typeof action === 'function') return handle(action);
    if (isNamespaceInit(entry)) return;
    const consequence = defaultAction(signal);
    if (consequence === 'terminate') this.end(entry, { signal });
    else if (consequence === 'stop') this.#stop(entry, signal);
  }

  #stop(entry: ProcessEntry, signal: Signal): void {
    if (entry.stopped) return;
    entry.stopped = signal;
    this.#queue.freeze(entry.group);
    if (entry.parent) this.#tellStopped(entry, { pid: entry.pid, status: { stopped: signal } });
  }

  #continue(entry: ProcessEntry): void {
    if (!entry.stopped) return;
    entry.stopped = undefined;
    if (entry.parent) this.#tellStopped(entry, { pid: entry.pid, status: { continued: true } });
    this.thaw(entry);
  }

  #tellStopped(entry: ProcessEntry, event: ChildEvent): void {
    if (!entry.parent || entry.parent.status) return;
    const { events } = entry.parent;
    const stale = events.findIndex(
      (other) => other.pid === event.pid && !('code' in other.status) && !('signal' in other.status),
    );
    if (stale >= 0) events.splice(stale, 1);
    this.#tell(entry.parent, event);
  }

  /** Lets a frozen process go on and delivers what arrived meanwhile. */
  thaw(entry: ProcessEntry): void {
    this.#queue.thaw(entry.group);
    for (const signal of entry.pending.splice(0)) this.signal(entry, signal);
  }

  freeze(entry: ProcessEntry): void {
    this.#queue.freeze(entry.group);
  }

  /** The terminal's signals to a group of the namespace that uses it. */
  signalGroup(namespace: PidTable, pgid: number, signal: Signal): void {
    for (const entry of namespace.inGroup(pgid)) this.signal(entry, signal);
  }

  /** A background process may not read from its terminal: its group is stopped. True where it was. @throws SysError EIO. @see linux job_control() */
  stopReader(tty: Tty): boolean {
    const entry = this.current();
    const foreground = tty.getForeground();
    if (!entry || entry.tty !== tty || foreground === 0 || entry.pgid === foreground) return false;
    if (entry.actions.get('SIGTTIN') === 'ignore') throw new SysError('EIO');
    this.signalGroup(entry.namespace, entry.pgid, 'SIGTTIN');
    return true;
  }

  /** Every process with this terminal: how a hang-up finds its session. */
  withTerminal(tty: Tty): ProcessEntry[] {
    return [...this.host.entries.values()].filter((entry) => entry.tty === tty && !entry.status);
  }

  get queue(): RunQueue {
    return this.#queue;
  }
}
