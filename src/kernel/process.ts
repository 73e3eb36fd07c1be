import type { AssetName, WasmName } from '../host/host.ts';
import type { Capability } from './capabilities.ts';
import type { FileView, OpenOptions } from './files/file-view.ts';
import type { OpenFile } from './files/open-file.ts';
import type { MountRequest } from './mount-request.ts';
import type { Network, Listener, Socket } from './net/socket.ts';
import type { ResourceLimits } from './process-entry.ts';
import type { Task } from './scheduler.ts';
import type { Signal } from './signals.ts';
import type { Tty } from './tty/tty.ts';

/** Runs as a process and returns its exit status (0–255). A thrown error is a bug of ours, a ProcessKilled is not to be caught. */
export type Program = (proc: Process) => number | Promise<number>;

/** How a process ended, as waitpid(2) tells it. */
export type WaitStatus = { readonly code: number } | { readonly signal: Signal };

/** A child changed state. */
export interface ChildEvent {
  readonly pid: number;
  readonly status: WaitStatus | { readonly stopped: Signal } | { readonly continued: true };
}

/** What a child gets that differs from its parent. */
export interface ChildOptions {
  argv?: readonly string[];
  env?: ReadonlyMap<string, string>;
  cwd?: string;
  /** The child's descriptors, instead of a copy of all of the parent's. The child retains each. */
  fds?: ReadonlyMap<number, OpenFile>;
  /** Process group: 0 makes the child its leader. */
  pgid?: number;
  /** A new session without a controlling terminal (setsid). */
  newSession?: boolean;
  uid?: number;
  gid?: number;
}

/** Resource use of a process. */
export interface Usage {
  /** Virtual microseconds of CPU. */
  readonly userMicros: number;
  /** The same for children that were waited for. */
  readonly childMicros: number;
}

/**
 * The system calls a program has: nothing else reaches a program from outside. One program runs at a time; it gives way only at an `await`
 * that really waits and at `tick`. To do two things at once, start a `thread`.
 */
export interface Process {
  /** As seen in its own pid namespace. */
  readonly pid: number;
  readonly ppid: number;
  readonly argv: readonly string[];
  /** Its own copy. */
  readonly env: Map<string, string>;
  umask: number;
  readonly uid: number;
  /** Who started it: differs from `uid` in a set-user-ID program. */
  readonly realUid: number;
  readonly gid: number;
  readonly pgid: number;
  readonly sid: number;
  /** The controlling terminal, if any. */
  readonly tty: Tty | undefined;
  readonly files: FileView;
  readonly network: Network;
  /** @throws SysError EPERM when it is set without the right to */
  hostname: string;
  /** The machine below: kernel release, architecture, memory, processors. */
  readonly machine: MachineFacts;
  /** True in a busybox userland: programs that exist in both use its wording. */
  readonly busybox: boolean;
  /** Of the program that runs, as its file tells it (`3.12.12`), else '': for programs that images have in several releases. */
  readonly release: string;

  // Descriptors
  readonly stdin: OpenFile;
  readonly stdout: OpenFile;
  readonly stderr: OpenFile;
  /** @throws SysError EBADF */
  fd(number: number): OpenFile;
  readonly fds: ReadonlyMap<number, OpenFile>;
  /** Puts `file` at this number (dup2): whatever was there is released; `file` is retained. */
  setFd(number: number, file: OpenFile): void;
  closeFd(number: number): void;
  /** As files.open; a fifo waits for its other end. */
  open(path: string, options?: OpenOptions): Promise<OpenFile>;
  pipe(): { reader: OpenFile; writer: OpenFile };
  /** Text or bytes to stdout / stderr. EPIPE has already killed the process with SIGPIPE unless it ignores that. */
  out(data: string | Uint8Array): void | Promise<void>;
  err(data: string | Uint8Array): void | Promise<void>;

  /** Words of the simulation, not of the program: shown beside the terminal, never in an output. */
  notice(text: string): void;

  // Sockets
  /** A unix stream socket at a path. @throws SysError ENOENT, ECONNREFUSED, EACCES */
  connectUnix(path: string): Promise<Socket>;
  listenUnix(path: string): Listener;

  // Processes
  /** A copy of this process (descriptors, environment, directory, user, umask) that runs `program`. Returns its pid. */
  fork(program: Program, options?: ChildOptions): number;
  /** Fork and exec of a file (no PATH search). @throws SysError ENOENT, EACCES, ENOEXEC, ENOTDIR */
  spawn(path: string, argv: readonly string[], options?: ChildOptions): number;
  /** Runs the file in this process: `return proc.exec(…)`. @throws SysError as spawn */
  exec(path: string, argv: readonly string[], env?: ReadonlyMap<string, string>): Promise<number>;
  /** Ends the process here and now; never returns. */
  exit(code: number): never;
  /**
   * The next state change of a child (pid > 0), of any child (-1) or of one of a group (< -1). `stopped` also reports stops. With `noHang`, undefined
   * where nothing happened yet. @throws SysError ECHILD, EINTR
   */
  wait(pid: number, options?: { stopped?: boolean; noHang?: false }): Promise<ChildEvent>;
  waitNow(pid: number, options?: { stopped?: boolean }): ChildEvent | undefined;
  /** pid > 0 a process, 0 own group, -1 all it may, < -1 a group. @throws SysError ESRCH, EPERM */
  kill(pid: number, signal: Signal | 0): void;
  /** 'default', 'ignore', or a handler that runs when the signal arrives and returns at once; it may call `interrupt`. */
  onSignal(signal: Signal, action: 'default' | 'ignore' | (() => void)): void;
  getSignalAction(signal: Signal): 'default' | 'ignore' | (() => void);
  /** Makes the call that the main task waits in fail with EINTR. */
  interrupt(): void;
  setPgid(pid: number, pgid: number): void;
  setSid(): void;
  setUser(uid: number, gid: number, groups?: readonly number[]): void;
  chroot(path: string): void;
  /** @throws SysError EPERM, ENOENT, ENOTDIR */
  mount(request: MountRequest): void;
  /** @throws SysError EPERM, ENOENT, EINVAL, EBUSY */
  unmount(path: string): void;
  /** Every process in sight of this one, by pid. */
  processes(): readonly ProcessInfo[];
  usage(): Usage;
  /**
   * Charges memory that the program holds from now on, or (negative) gives it back. Every buffer that a learner can make big is charged. When
   * its group or the machine has no more, the biggest process is killed; where that is this one, it never returns.
   */
  allocate(bytes: number): void;
  limits: ResourceLimits;
  /** Children that came to it when their own parent ended are reaped as they end, as by a program that waits for any child: a shell, init. */
  reapsAdopted: boolean;
  /** False for everybody but root, and for root of a container where it was taken away. */
  isCapable(capability: Capability): boolean;

  // Time
  /** Virtual milliseconds since the epoch, with fractions. */
  now(): number;
  /** @throws SysError EINTR */
  sleep(ms: number): Promise<void>;
  /** Waits for a signal whose handler interrupts. @throws SysError EINTR */
  pause(): Promise<never>;
  /**
   * Charges work (1 operation ≈ 1 virtual µs). Returns a promise when the turn is used up: `const turn = proc.tick(); if (turn) await turn;`.
   * Every loop that a learner can make long calls it.
   */
  tick(operations?: number): Promise<void> | undefined;
  /** A number from the machine's seeded source, 32 bits. */
  random(): number;
  /** A second thread of this process; it ends with the process. */
  thread<T>(name: string, body: () => Promise<T>): Task<T>;
  /** Waits for code or data of our own that is loaded from outside; the whole world stands still until it is there. */
  load<T>(promise: Promise<T>): Promise<T>;
  /** A WebAssembly module of a language's runtime; as `load`, the world stands still until it is compiled. */
  compile(name: WasmName): Promise<WebAssembly.Module>;
  /** Data of a language's or a server's runtime: shared, not to be changed. As `load`, the world stands still until it is there. */
  asset(name: AssetName): Promise<Uint8Array<ArrayBuffer>>;
  /** Waits for something outside of the simulation (a WebAssembly load); the clock does not jump meanwhile. */
  hold<T>(promise: Promise<T>): Promise<T>;
}

/** What uname(2), sysinfo(2) and /proc tell of the machine. */
export interface MachineFacts {
  readonly kernelRelease: string;
  readonly kernelVersion: string;
  readonly architecture: string;
  readonly cpus: number;
  readonly memoryBytes: number;
  readonly bootMs: number;
}

/** A row of ps. */
export interface ProcessInfo {
  readonly pid: number;
  readonly ppid: number;
  readonly pgid: number;
  readonly sid: number;
  readonly uid: number;
  readonly gid: number;
  readonly argv: readonly string[];
  /** R running, S sleeping, T stopped, Z zombie. */
  readonly state: 'R' | 'S' | 'T' | 'Z';
  readonly ttyName: string | undefined;
  readonly startMs: number;
  readonly cpuMicros: number;
  /** 0 of a zombie. */
  readonly residentBytes: number;
}
