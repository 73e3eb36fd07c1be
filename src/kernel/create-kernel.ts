import { ALL_CAPABILITIES } from './capabilities.ts';
import { Cgroup, type CgroupLimits } from './cgroup.ts';
import { NO_ACTIONS } from './child-entry.ts';
import { Random } from '../lib/random.ts';
import { findInPath, loadProgram, programStub, type LoadedProgram } from './exec-format.ts';
import { cgroupNode } from './files/cgroup-files.ts';
import { deviceTree } from './files/dev-fs.ts';
import { openDevice } from './files/devices.ts';
import type { FileView, OpenOptions, Place } from './files/file-view.ts';
import type { Stat } from './files/inode.ts';
import type { MemFsOptions } from './files/mem-fs-options.ts';
import { MemFs, type FrozenTree } from './files/mem-fs.ts';
import { createMountTable, type MountTable } from './files/mount-table.ts';
import type { OpenFile } from './files/open-file.ts';
import { procNode } from './files/proc-content.ts';
import { ProcFs } from './files/proc-fs.ts';
import { View } from './files/view.ts';
import { SysError } from './errno.ts';
import type { Kernel, PidNamespace, ProcessSpec, StartedProcess } from './kernel.ts';
import type { KernelServices } from './kernel-services.ts';
import { NetNamespace, type NetServices } from './net/net-namespace.ts';
import { BridgeSegment, OverlaySegment, type BridgeOptions, type OverlayOptions } from './net/segment.ts';
import type { TrafficObserver } from './net/traffic.ts';
import { UnixSockets } from './net/unix-sockets.ts';
import { PidTable } from './pid-table.ts';
import {
  DEFAULT_LIMITS,
  HELD_BYTES,
  machineDisk,
  memoryDisk,
  sharedTallies,
  MOST_IN_GROUP,
  MOST_OUTSIDE,
  MOST_PROCESSES,
} from './machine-limits.ts';
import { UncountedDisk, type Disk } from './files/disk.ts';
import { createPipe, Fifo } from './pipe.ts';
import type { MachineFacts, Program } from './process.ts';
import type { KernelOptions } from './kernel-options.ts';
import type { ProcessEntry } from './process-entry.ts';
import { ProcessTable } from './process-table.ts';
import type { RunQueue } from './run-queue.ts';
import { Tally } from './tally.ts';
import { OwnedProcess } from './started-process.ts';
import { createPty } from './tty/pty.ts';
import type { Tty } from './tty/tty.ts';
import { UserProcess } from './user-process.ts';
import { ProcessOwner, SystemOwner, type ViewServices } from './view-owners.ts';

/** Boots a machine: an operating system without a process yet. */
export function createKernel(options: KernelOptions): Kernel {
  return new Machine(options);
}

class Machine implements Kernel {
  readonly scheduler: RunQueue;
  readonly clock: RunQueue;
  readonly random: Random;
  readonly facts: MachineFacts;
  readonly programs: ReadonlyMap<string, Program>;
  readonly hostFs: MemFs;
  readonly hostMounts: MountTable;
  readonly hostPids: PidTable;
  readonly hostNetwork: NetNamespace;
  readonly hostUts;
  readonly rootCgroup: Cgroup;
  /** Of processes that are in no other group. */
  readonly #outside: Cgroup;
  trafficObserver: TrafficObserver | undefined;
  readonly #stored: Tally;
  readonly #disk: Disk;
  readonly #uncounted: UncountedDisk;
  readonly #table: ProcessTable;
  readonly #services: KernelServices;
  readonly #unixSockets: UnixSockets;
  readonly #net: NetServices;
  readonly #terminals = new Map<string, { slave: OpenFile; tty: Tty; namespace: PidTable }>();
  readonly #fifos = new Map<string, Fifo>();
  readonly #opening = new WeakMap<OpenFile, () => Promise<void>>();
  #nextDev = 1;
  #devices: FrozenTree | undefined;
  #nextPipe = 1;
  #nextTerminal = 0;
  // Made once, and given to what every container has several of.
  readonly #now = (): number => this.clock.now();
  readonly #currentEntry = (): ProcessEntry | undefined => this.#table.current();
  readonly #views: ViewServices = {
    now: this.#now,
    openSpecial: (entry, ...what) => this.#openSpecial(entry, ...what),
  };

  constructor(options: KernelOptions) {
    const { queue } = options;
    this.scheduler = this.clock = queue;
    this.random = new Random(options.seed);
    this.facts = options.facts;
    this.programs = options.programs;
    const { stored, held } = options.shared ?? sharedTallies();
    this.#stored = new Tally(Infinity, stored);
    this.#disk = machineDisk(this.#stored);
    this.#uncounted = new UncountedDisk(this.#disk);
    const { memoryBytes } = options.facts;
    const limits = { memoryBytes, heldBytes: HELD_BYTES, processes: MOST_PROCESSES };
    this.rootCgroup = new Cgroup(limits, undefined, Infinity, held);
    this.#outside = new Cgroup({ processes: MOST_OUTSIDE }, this.rootCgroup);
    this.hostUts = { hostname: options.hostname };
    this.#table = new ProcessTable(queue);
    this.#table.viewOwner = (entry) => new ProcessOwner(entry, this.#views);
    this.hostPids = this.#table.host;
    this.#unixSockets = new UnixSockets(queue);
    this.#services = {
      queue,
      random: this.random,
      facts: options.facts,
      programs: options.programs,
      table: this.#table,
      unixSockets: this.#unixSockets,
      notice: (text) => options.onNotice?.(text),
      createPipe: () => this.createPipe(),
      createTmpfs: (sizeLimitBytes) =>
        this.createFileSystem({ type: 'tmpfs', ...(sizeLimitBytes ? { sizeLimitBytes } : {}) }),
      afterOpen: (file) => this.#opening.get(file)?.(),
    };
    this.#net = {
      scheduler: queue,
      sleep: (ms) => queue.sleep(ms),
      current: () => {
        const entry = this.#table.current();
        return {
          pid: entry?.pid ?? 0,
          program: (entry?.argv[0] ?? '').split(' ')[0]?.split('/').at(-1) ?? '',
        };
      },
      host: () => this.hostNetwork,
      bridges: new Set(),
      observer: () => this.trafficObserver,
      ...(options.lan ? { lan: options.lan } : {}),
    };
    this.hostNetwork = new NetNamespace('host', this.#net);
    const { address, lan } = options;
    if (address) {
      this.hostNetwork.addInterface({ name: 'eth0', address, prefix: 24, mac: '02:00:00:00:00:10' });
      lan?.plugIn(address, this.hostNetwork);
    }
    this.hostFs = this.createFileSystem({
      onDisk: true,
      ...(options.hostTree ? { from: options.hostTree } : {}),
      ...(options.hostStartBytes === undefined ? {} : { startBytes: options.hostStartBytes }),
    });
    this.hostMounts = this.#mountHost();
  }

  #mountHost(): MountTable {
    const mounts = this.createMountTable({ fs: this.hostFs, ino: this.hostFs.root }, { source: '/dev/vda1' });
    const view = this.viewAsRoot(mounts);
    view.mkdirAll('/proc', 0o555);
    view.mkdirAll('/dev', 0o755);
    const proc = this.createProcFs(this.hostPids);
    mounts.mount('/proc', { fs: proc, ino: proc.root });
    const dev = this.createDevFs();
    mounts.mount('/dev', { fs: dev, ino: dev.root }, { source: 'udev' });
    return mounts;
  }

  task<T>(name: string, body: () => Promise<T>): ReturnType<RunQueue['spawn']> & { join(): Promise<T> } {
    return this.scheduler.spawn(name, body) as ReturnType<RunQueue['spawn']> & { join(): Promise<T> };
  }

  forgetFiles(): void {
    this.#stored.close();
  }

  // Files

  createFileSystem(options: Parameters<Kernel['createFileSystem']>[0] = {}): MemFs {
    const { type, onDisk = false } = options;
    const tmpfs = type === 'tmpfs' ? memoryDisk(this.facts.memoryBytes, this.#stored) : undefined;
    const disk = onDisk === 'uncounted' ? this.#uncounted : onDisk ? this.#disk : tmpfs;
    const made: MemFsOptions = { ...options, dev: this.#nextDev++, now: this.#now };
    if (disk) made.disk = disk;
    return new MemFs(made);
  }

  createProcFs(pids: PidNamespace): ProcFs {
    const sources = {
      pids: pids as PidTable,
      facts: this.facts,
      root: this.rootCgroup,
      now: this.#now,
      current: this.#currentEntry,
    };
    return new ProcFs('proc', this.#nextDev++, (path) => procNode(sources, path), sources.now);
  }

  createCgroupFs(cgroup: Cgroup): ProcFs {
    return new ProcFs('cgroup2', this.#nextDev++, (path) => cgroupNode(cgroup, path), this.#now);
  }

  createDevFs(sizeLimitBytes = Infinity): MemFs {
    this.#devices ??= deviceTree((fs) => this.viewAsRoot(createMountTable({ fs, ino: fs.root })));
    return this.createFileSystem({ type: 'tmpfs', sizeLimitBytes, from: this.#devices });
  }

  createMountTable(root: Place, options: Parameters<Kernel['createMountTable']>[1] = {}): MountTable {
    return createMountTable(root, options);
  }

  viewAsRoot(mounts: MountTable): FileView {
    return new View(new SystemOwner(mounts, this.#views));
  }

  #openSpecial(
    entry: ProcessEntry | undefined,
    place: Place,
    stat: Stat,
    path: string,
    options: OpenOptions,
  ): OpenFile {
    if (stat.type === 'fifo') return this.#openFifo(place, path, options);
    if (stat.type !== 'char') throw new SysError('ENXIO', path);
    const [major, minor] = stat.rdev;
    if (major === 5 && entry?.tty) {
      const terminal = this.#terminals.get(entry.tty.name);
      if (terminal) return terminal.slave;
    }
    const terminal = major === 136 ? this.#terminals.get(`/dev/pts/${minor}`) : undefined;
    if (terminal) return terminal.slave;
    const device = openDevice(stat.rdev, path, place, this.random);
    if (!device) throw new SysError('ENXIO', path);
    return device;
  }

  #openFifo(place: Place, path: string, options: OpenOptions): OpenFile {
    const key = `${place.fs.dev}:${place.ino}`;
    const fifo = this.#fifos.get(key) ?? new Fifo(this.scheduler, this.#brokenPipe);
    this.#fifos.set(key, fifo);
    const mode = options.write ? (options.read ? 'both' : 'write') : 'read';
    const { file, wait } = fifo.open(mode, path, () => place.fs.stat(place.ino));
    this.#opening.set(file, wait);
    return file;
  }

  readonly #brokenPipe = (): void => {
    const entry = this.#table.current();
    if (entry) this.#table.signal(entry, 'SIGPIPE');
  };

  createPipe(capacityBytes?: number): { reader: OpenFile; writer: OpenFile } {
    return createPipe(this.scheduler, this.#nextPipe++, this.#brokenPipe, capacityBytes);
  }

  openNull(): OpenFile {
    return this.viewAsRoot(this.hostMounts).open('/dev/null', { write: true });
  }

  listenService(view: FileView, path: string, service: unknown): ReturnType<Kernel['listenService']> {
    return this.#unixSockets.listen(view, path, service);
  }

  // Namespaces

  createCgroup(limits: CgroupLimits): Cgroup {
    return new Cgroup(limits, this.rootCgroup, MOST_IN_GROUP);
  }

  createPidNamespace(name: string): PidTable {
    return new PidTable(name, this.hostPids);
  }

  createNetNamespace(name: string): NetNamespace {
    return new NetNamespace(name, this.#net);
  }

  createBridge(options: BridgeOptions): BridgeSegment {
    return new BridgeSegment(options, this.#net);
  }

  createOverlay(options: OverlayOptions): OverlaySegment {
    return new OverlaySegment(options, this.#net);
  }

  // Processes

  start(spec: ProcessSpec): StartedProcess {
    const namespace = spec.pidNamespace as PidTable;
    const loader = (view: FileView): Omit<LoadedProgram, 'isScript'> =>
      typeof spec.program === 'function'
        ? { program: spec.program, argv: spec.argv, busybox: false, release: '', path: spec.argv[0] ?? '' }
        : loadProgram(view, this.programs, this.facts.architecture, spec.program, spec.argv);
    const who = {
      uid: spec.uid,
      gid: spec.gid,
      groups: spec.groups ?? [spec.gid],
      capabilities: spec.capabilities ?? ALL_CAPABILITIES,
    };
    const probe = new View(new SystemOwner(spec.mounts, this.#views, who), spec.cwd);
    const loaded = loader(probe);
    const entry = this.#table.add({
      parent: namespace === this.hostPids ? namespace.entries.get(1) : undefined,
      namespace,
      newSession: true,
      argv: loaded.argv,
      env: spec.env,
      umask: spec.umask ?? 0o022,
      ...who,
      realUid: who.uid,
      busybox: loaded.busybox,
      release: loaded.release,
      executable: loaded.path,
      fds: spec.fds,
      mounts: spec.mounts,
      makeView: (owner) => probe.copyFor(owner),
      network: spec.network,
      uts: spec.uts,
      tty: undefined,
      actions: NO_ACTIONS,
      cgroup: spec.cgroup ?? this.#outside,
      limits: { ...DEFAULT_LIMITS, ...spec.limits },
    });
    const tty = spec.controllingTty?.tty;
    if (tty) this.#control(entry, tty);
    this.#run(entry, loaded.program);
    return new OwnedProcess(entry, this.#table);
  }

  /** On its own, so that what was needed to start it is not kept as long as it runs. */
  #run(entry: ProcessEntry, program: Program): void {
    this.#table.run(entry, () => program(new UserProcess(entry, this.#services)));
  }

  #control(entry: ProcessEntry, tty: Tty): void {
    entry.tty = tty;
    tty.setForeground(entry.pgid);
    const terminal = this.#terminals.get(tty.name);
    if (terminal) terminal.namespace = entry.namespace;
  }

  findProgram(view: FileView, name: string, path: string | undefined): string {
    return findInPath(view, name, path);
  }

  createPty(
    size: { columns: number; rows: number },
    options: { openEditor?: (path: string) => Promise<void> } = {},
  ): ReturnType<Kernel['createPty']> {
    const number = this.#nextTerminal++;
    const name = `/dev/pts/${number}`;
    const pty = createPty(this.scheduler, {
      number,
      size,
      ...options,
      signalGroup: (pgid, signal) => {
        const terminal = this.#terminals.get(name);
        if (terminal) this.#table.signalGroup(terminal.namespace, pgid, signal);
      },
      stopReader: (tty) => this.#table.stopReader(tty),
      hangUp: (tty) => {
        for (const entry of this.#table.withTerminal(tty)) {
          this.#table.signal(entry, 'SIGHUP');
          this.#table.signal(entry, 'SIGCONT');
        }
        this.#terminals.delete(name);
      },
    });
    if (pty.slave.tty)
      this.#terminals.set(name, { slave: pty.slave, tty: pty.slave.tty, namespace: this.hostPids });
    return pty;
  }

  processes(): ReturnType<Kernel['processes']> {
    return this.hostPids.processes();
  }

  stub(program: string, architecture = this.facts.architecture): Uint8Array {
    return programStub(program, architecture);
  }

  current(): UserProcess | undefined {
    const entry = this.#table.current();
    return entry && new UserProcess(entry, this.#services);
  }
}
