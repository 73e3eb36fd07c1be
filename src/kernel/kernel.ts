import type { Random } from '../lib/random.ts';
import type { Capability } from './capabilities.ts';
import type { Cgroup, CgroupLimits } from './cgroup.ts';
import type { FileSystem } from './files/file-system.ts';
import type { FileView, Place } from './files/file-view.ts';
import type { FrozenTree, MemFs } from './files/mem-fs.ts';
import type { MountOptions, MountTable } from './files/mount-table.ts';
import type { OpenFile } from './files/open-file.ts';
import type { NetNamespace } from './net/net-namespace.ts';
import type { TrafficObserver } from './net/traffic.ts';
import type { BridgeOptions, OverlayOptions, Segment } from './net/segment.ts';
import type { Listener } from './net/socket.ts';
import type { MachineFacts, Process, ProcessInfo, Program, WaitStatus } from './process.ts';
import type { ResourceLimits } from './process-entry.ts';
import type { Clock, Scheduler, Task } from './scheduler.ts';
import type { Signal } from './signals.ts';
import type { TtyMaster, WindowSize } from './tty/tty.ts';

/** Processes that see only each other; the first one started in it is its pid 1, and its death ends all of them. */
export interface PidNamespace {
  readonly name: string;
  /** Processes in it, with pids as it counts them. */
  processes(): readonly ProcessInfo[];
}

/** Host name of a group of processes. */
export interface UtsNamespace {
  hostname: string;
}

/** What a new process outside of any other process is made of. */
export interface ProcessSpec {
  /** The program to run: a file (found by path in `mounts`, `#!` and stubs resolved) or a function. */
  program: string | Program;
  argv: readonly string[];
  env: ReadonlyMap<string, string>;
  cwd: string;
  uid: number;
  gid: number;
  groups?: readonly number[];
  umask?: number;
  mounts: MountTable;
  pidNamespace: PidNamespace;
  network: NetNamespace;
  uts: UtsNamespace;
  /** 0, 1, 2 …; each is retained for the process. */
  fds: ReadonlyMap<number, OpenFile>;
  /** Makes this terminal its controlling terminal and its group the foreground. */
  controllingTty?: OpenFile;
  /** What counts and limits it and its children; the machine's own unless given. */
  cgroup?: Cgroup;
  /** What its root may; everything unless given. */
  capabilities?: ReadonlySet<Capability>;
  limits?: Partial<ResourceLimits>;
}

/** A started process as its starter holds it. */
export interface StartedProcess {
  /** In the machine's own pid namespace. */
  readonly pid: number;
  readonly done: boolean;
  /** Waits until it ended and its descriptors are closed. */
  wait(): Promise<WaitStatus>;
  /** Calls back at that moment, in a system context; at once where it has come. */
  onEnd(ended: (status: WaitStatus) => void): void;
  /** To this process; with `all`, to every process of its control group in its pid namespace. */
  kill(signal: Signal, options?: { all?: boolean }): void;
  /** Ends it for a fault of its own, which even the first process of a pid namespace does not survive. */
  fault(signal: 'SIGSEGV'): void;
  /** The freezer: nothing of its control group in its pid namespace runs until `resume`. */
  freeze(): void;
  resume(): void;
}

/**
 * The operating system of one machine. It knows processes, files, terminals and networks, and nothing of what is built on them.
 */
export interface Kernel {
  readonly scheduler: Scheduler;
  readonly clock: Clock;
  readonly random: Random;
  readonly facts: MachineFacts;
  /** The machine's own (root) namespaces. */
  readonly hostFs: MemFs;
  /** The machine is gone, and so are its files: others may store as much. */
  forgetFiles(): void;
  readonly hostMounts: MountTable;
  readonly hostPids: PidNamespace;
  readonly hostNetwork: NetNamespace;
  readonly hostUts: UtsNamespace;
  readonly rootCgroup: Cgroup;

  /** Sees the connections that are taken on this machine; nobody does unless set. */
  trafficObserver: TrafficObserver | undefined;

  /** A task of the system, not of a process: a daemon's work. It goes on whoever asked for it dies. */
  task<T>(name: string, body: () => Promise<T>): Task<T>;

  /** A file system in memory, empty or starting as `from` (O(1); writes never show in `from`). */
  createFileSystem(options?: {
    type?: string;
    from?: FrozenTree | (() => FrozenTree);
    /** What a restored one held when it began; else what `from` holds. */
    startBytes?: number;
    readOnly?: boolean;
    sizeLimitBytes?: number;
    /** It takes its space from the machine's disk, until `dispose`. */
    onDisk?: boolean | 'uncounted';
    /** Told of the first change after each freeze. */
    changes?: { mark(): void };
  }): MemFs;
  /** /proc as processes of this pid namespace see it. */
  createProcFs(pids: PidNamespace): FileSystem;
  /** A minimal /dev (null, zero, full, random, urandom, tty, pts/, shm/, fd → /proc/self/fd, stdin …) as a tmpfs. */
  createDevFs(sizeLimitBytes?: number): MemFs;
  /** /sys/fs/cgroup as seen in this group. */
  createCgroupFs(cgroup: Cgroup): FileSystem;
  createMountTable(root: Place, options?: Pick<MountOptions, 'source' | 'options'>): MountTable;
  /** A view of these mounts for the system itself: root's rights, cwd `/`. */
  viewAsRoot(mounts: MountTable): FileView;

  createCgroup(limits: CgroupLimits): Cgroup;
  createPidNamespace(name: string): PidNamespace;
  createNetNamespace(name: string): NetNamespace;
  /** A segment with the machine as gateway. */
  createBridge(options: BridgeOptions): Segment;
  /** A segment without the machine in it, which other machines may share. */
  createOverlay(options: OverlayOptions): Segment;

  /** @throws SysError ENOENT, EACCES, ENOEXEC (`path` tells which file), ENOTDIR */
  start(spec: ProcessSpec): StartedProcess;
  /** Finds `name` as execvp does, for a process with this view and PATH. @throws SysError ENOENT, EACCES */
  findProgram(view: FileView, name: string, path: string | undefined): string;

  /** A pseudo-terminal: `slave` is the process side. */
  createPty(
    size: WindowSize,
    options?: { openEditor?: (path: string) => Promise<void> },
  ): { master: TtyMaster; slave: OpenFile };
  createPipe(capacityBytes?: number): { reader: OpenFile; writer: OpenFile };
  /** `/dev/null`. */
  openNull(): OpenFile;
  /** A socket file that carries `service` to whoever connects. */
  listenService(view: FileView, path: string, service: unknown): Listener;
  /** Every process of the machine. */
  processes(): readonly ProcessInfo[];
  /** Runs programs by name; what image stubs resolve to. */
  readonly programs: ReadonlyMap<string, Program>;
  /** The text of an executable stub file naming a program, for this or a given architecture (amd64). */
  stub(program: string, architecture?: string): Uint8Array;
  /** The process running now, if any. */
  current(): Process | undefined;
}
