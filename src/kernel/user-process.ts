import type { AssetName, WasmName } from '../host/host.ts';
import { toBytes } from '../lib/bytes.ts';
import type { Capability } from './capabilities.ts';
import { addChild, resetHandlers } from './child-entry.ts';
import { INTERRUPTED, SysError } from './errno.ts';
import { loadProgram } from './exec-format.ts';
import type { FileView, OpenOptions } from './files/file-view.ts';
import type { OpenFile } from './files/open-file.ts';
import { isCapable } from './files/permissions.ts';
import type { KernelServices } from './kernel-services.ts';
import { takeOwner } from './set-user-id.ts';
import { mountFor, unmountFor, type MountRequest } from './mount-request.ts';
import { ownListener, ownSocket, processNetwork } from './net/process-network.ts';
import type { Listener, Network, Socket } from './net/socket.ts';
import type {
  ChildEvent,
  ChildOptions,
  MachineFacts,
  Process,
  ProcessInfo,
  Program,
  Usage,
} from './process.ts';
import type { ProcessEntry, ResourceLimits, SignalAction } from './process-entry.ts';
import { ProcessKilled, type Task } from './scheduler.ts';
import type { Signal } from './signals.ts';
import type { Tty } from './tty/tty.ts';

/** What making a process costs its parent. */
const FORK_MICROS = 200;

/** The system calls as one process has them. */
export class UserProcess implements Process {
  readonly #entry: ProcessEntry;
  readonly #kernel: KernelServices;
  #network: Network | undefined;

  constructor(entry: ProcessEntry, kernel: KernelServices) {
    this.#entry = entry;
    this.#kernel = kernel;
  }

  get pid(): number {
    return this.#entry.pid;
  }
  get ppid(): number {
    return this.#entry.namespace.pidOf(this.#entry.parent);
  }
  get argv(): readonly string[] {
    return this.#entry.argv;
  }
  get env(): Map<string, string> {
    return this.#entry.env;
  }
  get umask(): number {
    return this.#entry.umask;
  }
  set umask(mask: number) {
    this.#entry.umask = mask & 0o777;
  }
  get uid(): number {
    return this.#entry.uid;
  }
  get realUid(): number {
    return this.#entry.realUid;
  }
  get gid(): number {
    return this.#entry.gid;
  }
  get pgid(): number {
    return this.#entry.pgid;
  }
  get sid(): number {
    return this.#entry.sid;
  }
  get tty(): Tty | undefined {
    return this.#entry.tty;
  }
  get files(): FileView {
    return this.#entry.view;
  }
  get network(): Network {
    const { network, view } = this.#entry;
    this.#network ??= processNetwork(network, view, (own) => this.#own(own), this.#entry);
    return this.#network;
  }
  get hostname(): string {
    return this.#entry.uts.hostname;
  }
  set hostname(name: string) {
    if (!this.isCapable('SYS_ADMIN')) throw new SysError('EPERM');
    this.#entry.uts.hostname = name;
  }
  get machine(): MachineFacts {
    return this.#kernel.facts;
  }
  get busybox(): boolean {
    return this.#entry.busybox;
  }
  get release(): string {
    return this.#entry.release;
  }

  // Descriptors

  get stdin(): OpenFile {
    return this.fd(0);
  }
  get stdout(): OpenFile {
    return this.fd(1);
  }
  get stderr(): OpenFile {
    return this.fd(2);
  }
  get fds(): ReadonlyMap<number, OpenFile> {
    return this.#entry.fds;
  }

  fd(number: number): OpenFile {
    const file = this.#entry.fds.get(number);
    if (file) return file;
    if (this.#entry.status) throw new ProcessKilled();
    throw new SysError('EBADF');
  }

  setFd(number: number, file: OpenFile): void {
    if (this.#entry.status) throw new ProcessKilled();
    const old = this.#entry.fds.get(number);
    if (old === file) return;
    if (number >= this.#entry.limits.nofile.soft) throw new SysError('EMFILE');
    file.retain();
    this.#entry.fds.set(number, file);
    old?.release();
  }

  closeFd(number: number): void {
    const file = this.#entry.fds.get(number);
    this.#entry.fds.delete(number);
    file?.release();
  }

  async open(path: string, options: OpenOptions = {}): Promise<OpenFile> {
    const file = this.files.open(path, options);
    await this.#kernel.afterOpen(file);
    return file;
  }

  pipe(): { reader: OpenFile; writer: OpenFile } {
    return this.#kernel.createPipe();
  }

  out(data: string | Uint8Array): void | Promise<void> {
    return this.fd(1).write(typeof data === 'string' ? toBytes(data) : data);
  }

  err(data: string | Uint8Array): void | Promise<void> {
    return this.fd(2).write(typeof data === 'string' ? toBytes(data) : data);
  }

  notice(text: string): void {
    this.#kernel.notice(text);
  }

  async connectUnix(path: string): Promise<Socket> {
    return ownSocket(await this.#kernel.unixSockets.connect(this.files, path), (own) => this.#own(own));
  }

  listenUnix(path: string): Listener {
    return ownListener(this.#kernel.unixSockets.listen(this.files, path), (own) => this.#own(own));
  }

  #own(resource: { close(): void }): void {
    const owner = this.#kernel.table.current() ?? this.#entry;
    (owner.resources ??= new Set()).add(resource);
  }

  // Processes

  fork(program: Program, options: ChildOptions = {}): number {
    const { entry, process } = this.#child(options);
    resetHandlers(entry);
    this.#kernel.table.run(entry, () => program(process));
    return entry.pid;
  }

  spawn(path: string, argv: readonly string[], options: ChildOptions = {}): number {
    const loaded = this.#load(path, argv);
    const { entry, process } = this.#child({ ...options, argv: loaded.argv });
    this.#kernel.table.setProgram(entry, loaded);
    takeOwner(entry, loaded);
    resetHandlers(entry);
    this.#kernel.table.run(entry, () => loaded.program(process));
    return entry.pid;
  }

  async exec(path: string, argv: readonly string[], env?: ReadonlyMap<string, string>): Promise<number> {
    const loaded = this.#load(path, argv);
    const entry = this.#entry;
    this.#kernel.table.setProgram(entry, loaded);
    if (entry.status) throw new ProcessKilled();
    takeOwner(entry, loaded);
    if (env) entry.env = new Map(env);
    resetHandlers(entry);
    return loaded.program(this);
  }

  #load(path: string, argv: readonly string[]): ReturnType<typeof loadProgram> {
    return loadProgram(this.files, this.#kernel.programs, this.#kernel.facts.architecture, path, argv);
  }

  #child(options: ChildOptions): { entry: ProcessEntry; process: UserProcess } {
    const parent = this.#entry;
    if (parent.status) throw new ProcessKilled();
    this.#kernel.queue.charge(FORK_MICROS);
    const entry = addChild(this.#kernel.table, parent, options);
    const process = new UserProcess(entry, this.#kernel);
    if (options.cwd !== undefined) entry.view.chdir(options.cwd);
    return { entry, process };
  }

  exit(code: number): never {
    this.#kernel.table.end(this.#entry, { code: code & 0xff });
    throw new ProcessKilled();
  }

  async wait(pid: number, options: { stopped?: boolean } = {}): Promise<ChildEvent> {
    for (;;) {
      const event = this.waitNow(pid, options);
      if (event) return event;
      await this.#entry.changed.wait();
    }
  }

  waitNow(pid: number, options: { stopped?: boolean } = {}): ChildEvent | undefined {
    return this.#kernel.table.takeEvent(this.#entry, pid, options.stopped ?? false);
  }

  kill(pid: number, signal: Signal | 0): void {
    const { namespace, pgid } = this.#entry;
    const targets =
      pid > 0
        ? [namespace.entries.get(pid)].filter((entry) => entry !== undefined)
        : pid === -1
          ? [...namespace.entries.values()].filter((entry) => entry !== this.#entry && entry.pid !== 1)
          : namespace.inGroup(pid === 0 ? pgid : -pid);
    if (targets.length === 0) throw new SysError('ESRCH');
    const allowed = targets.filter((entry) => this.isCapable('KILL') || entry.uid === this.uid);
    if (allowed.length === 0) throw new SysError('EPERM');
    if (signal === 0) return;
    for (const entry of allowed) this.#kernel.table.signal(entry, signal, entry.namespace !== namespace);
    if (this.#entry.status) throw new ProcessKilled();
  }

  onSignal(signal: Signal, action: SignalAction): void {
    const actions = new Map(this.#entry.actions);
    if (action === 'default') actions.delete(signal);
    else actions.set(signal, action);
    this.#entry.actions = actions;
  }

  getSignalAction(signal: Signal): SignalAction {
    return this.#entry.actions.get(signal) ?? 'default';
  }

  interrupt(): void {
    const { mainTask } = this.#entry;
    if (mainTask) this.#kernel.queue.interrupt(mainTask, INTERRUPTED);
  }

  setPgid(pid: number, pgid: number): void {
    const target = pid === 0 ? this.#entry : this.#entry.namespace.entries.get(pid);
    if (!target) throw new SysError('ESRCH');
    target.pgid = pgid === 0 ? target.pid : pgid;
  }

  setSid(): void {
    this.#entry.sid = this.#entry.pgid = this.#entry.pid;
    this.#entry.tty = undefined;
  }

  setUser(uid: number, gid: number, groups: readonly number[] = [gid]): void {
    if (uid !== this.uid && uid !== this.realUid && !this.isCapable('SETUID')) throw new SysError('EPERM');
    if (gid !== this.gid && !this.isCapable('SETGID')) throw new SysError('EPERM');
    Object.assign(this.#entry, { uid, realUid: uid, gid, groups });
  }

  chroot(path: string): void {
    if (!this.isCapable('SYS_CHROOT')) throw new SysError('EPERM');
    this.#entry.view.chroot(path);
  }

  mount(request: MountRequest): void {
    mountFor(this.#entry, request, this.#kernel.createTmpfs);
  }

  unmount(path: string): void {
    unmountFor(this.#entry, path);
  }

  processes(): readonly ProcessInfo[] {
    return this.#entry.namespace.processes();
  }

  usage(): Usage {
    return { userMicros: this.#entry.group.cpuMicros, childMicros: this.#entry.childMicros };
  }

  isCapable(capability: Capability): boolean {
    return isCapable(this.#entry, capability);
  }

  allocate(bytes: number): void {
    this.#kernel.table.charge(this.#entry, bytes);
    if (this.#entry.status) throw new ProcessKilled();
  }

  get reapsAdopted(): boolean {
    return this.#entry.reapsAdopted;
  }
  set reapsAdopted(reaps: boolean) {
    this.#entry.reapsAdopted = reaps;
  }

  get limits(): ResourceLimits {
    return this.#entry.limits;
  }
  set limits(limits: ResourceLimits) {
    this.#entry.limits = limits;
  }

  // Time

  now(): number {
    return this.#kernel.queue.now();
  }

  sleep(ms: number): Promise<void> {
    return this.#kernel.queue.sleep(ms);
  }

  async pause(): Promise<never> {
    for (;;) await this.#kernel.queue.park();
  }

  tick(operations = 1): Promise<void> | undefined {
    return this.#kernel.queue.tick(operations);
  }

  random(): number {
    return this.#kernel.random.next();
  }

  thread<T>(name: string, body: () => Promise<T>): Task<T> {
    return this.#kernel.queue.spawn(name, body, this.#entry.group);
  }

  // The running task keeps its turn: nothing else can run before it goes on.
  load<T>(promise: Promise<T>): Promise<T> {
    return promise;
  }

  compile(name: WasmName): Promise<WebAssembly.Module> {
    return this.#kernel.queue.compile(name);
  }

  asset(name: AssetName): Promise<Uint8Array<ArrayBuffer>> {
    return this.#kernel.queue.asset(name);
  }

  hold<T>(promise: Promise<T>): Promise<T> {
    return this.#kernel.queue.hold(promise);
  }
}
