import type { AssetName, Host, WasmName } from '../host/host.ts';
import type { CpuBudget } from './cpu-budget.ts';
import { ProcessKilled, type Clock, type Scheduler, type Task, type WaitQueue } from './scheduler.ts';
import { TaskHandle, type TaskRunner } from './task-handle.ts';
import { TaskQueue } from './task-queue.ts';
import { createTaskRecord, type TaskGroup, type TaskRecord } from './task.ts';
import { RealTimePace } from './real-time-pace.ts';
import type { Leap, TimeMode } from './time-mode.ts';
import { TimerHeap } from './timer-heap.ts';

/** Operations (virtual µs) a task may charge before others get their turn. */
const QUANTUM = 1000;
/** Real milliseconds after which the environment gets a turn of its event loop. */
const TURN_MS = 8;
/** How far virtual time may run ahead of real time before the driver waits. */
const LEAD_MS = 20;
/** A killed task that catches its end this often is left where it is. */
const MAX_REFUSALS = 1000;

/**
 * Runs tasks one at a time, in an order that depends on nothing but what they do: first come, first served, with a quantum counted
 * in operations. Real time decides only when the environment gets a turn, and in real mode when a timer is due.
 */
export class RunQueue implements Scheduler, Clock {
  readonly #host: Host;
  readonly #timers = new TimerHeap();
  #ready: TaskRecord[] = [];
  #head = 0;
  #current: TaskRecord | undefined;
  #nowMs: number;
  #quantum = QUANTUM;
  #holds = 0;
  #pumping = false;
  #scheduled = false;
  #mode: TimeMode;
  readonly #pace: RealTimePace;
  #leap: Leap | undefined;
  #lastTurn = 0;
  #cancelWake: (() => void) | undefined;
  readonly #idle = new Set<() => void>();
  readonly #runner: TaskRunner = {
    createWaitQueue: () => this.createWaitQueue(),
    wake: (task, error) => this.wake(task, error),
    ended: (task, error) => {
      if (error !== undefined) this.onError(error, task.name);
      this.#finish(task);
    },
  };
  /** Told what a task threw that nobody joined: a bug of ours. */
  onError: (error: unknown, taskName: string) => void = () => undefined;

  /** Told when the queue was stopped. */
  onStop: (() => void) | undefined;

  constructor(host: Host, options: { startMs: number; mode: TimeMode }) {
    this.#host = host;
    this.#nowMs = options.startMs;
    this.#mode = options.mode;
    this.#pace = new RealTimePace(() => host.monotonicMs(), options.startMs);
  }

  // Driving

  /** Starts (or goes on) running tasks. */
  start(): void {
    this.#pumping = true;
    this.#pace.start(this.#nowMs);
    this.#schedule();
  }

  /** Stops after the running task's turn; time stands still. */
  stop(): void {
    this.#pumping = false;
    this.#cancelWake?.();
    this.onStop?.();
  }

  /** Virtual seconds per real second, in real mode; 0: time stands still, and what needs none of it goes on. */
  setSpeed(speed: number): void {
    this.#pace.start(this.#nowMs, speed);
    this.#schedule();
  }

  /** In real mode: time jumps from timer to timer, as in virtual mode, until the leap is over. */
  leap(leap: Leap): void {
    this.#leap = leap;
    this.#schedule();
  }

  /** Whether time follows the host's clock. */
  #follows(): boolean {
    if (this.#leap && (this.#nowMs >= this.#leap.untilMs || this.#leap.isOver())) this.#land();
    return this.#mode === 'real' && !this.#leap;
  }

  #land(): void {
    const leap = this.#leap;
    this.#leap = undefined;
    this.#pace.start(this.#nowMs);
    leap?.onLanding();
  }

  compile(name: WasmName): Promise<WebAssembly.Module> {
    return this.#host.compile(name);
  }

  asset(name: AssetName): Promise<Uint8Array<ArrayBuffer>> {
    return this.#host.asset(name);
  }

  /** Resolves when nothing can run and no timer is set: everything waits for input from outside. */
  whenIdle(): Promise<void> {
    return new Promise((resolve) => void this.onIdle(resolve));
  }

  /** Calls back once when that is so. Returns the way to cancel: a queue with a timer is never idle, and would keep what waits. */
  onIdle(callback: () => void): () => void {
    this.#idle.add(callback);
    this.#schedule();
    return () => void this.#idle.delete(callback);
  }

  #becomeIdle(): void {
    const waiting = [...this.#idle];
    this.#idle.clear();
    for (const idle of waiting) idle();
  }

  #schedule(): void {
    if (this.#scheduled || this.#current || !this.#pumping) return;
    this.#scheduled = true;
    queueMicrotask(this.#turn);
  }

  readonly #turn = (): void => {
    if (this.#host.monotonicMs() - this.#lastTurn < TURN_MS) return this.#dispatch();
    void this.#host.turn().then(() => {
      this.#lastTurn = this.#host.monotonicMs();
      this.#dispatch();
    });
  };

  #dispatch(): void {
    this.#scheduled = false;
    if (this.#current || !this.#pumping) return;
    if (this.#follows()) {
      this.#nowMs = this.#pace.follow(this.#nowMs);
      const leadMs = this.#pace.leadMs(this.#nowMs);
      if (leadMs > LEAD_MS) return this.#wakeIn(leadMs - LEAD_MS / 2);
    }
    this.#fireDue();
    if (!this.#pumping) return;
    const task = this.#take();
    if (task) this.#resume(task);
    else this.#rest();
  }

  #fireDue(): void {
    for (let timer = this.#timers.takeDue(this.#nowMs); timer; timer = this.#timers.takeDue(this.#nowMs)) {
      const { callback } = timer;
      timer.callback = undefined;
      callback?.();
    }
  }

  #take(): TaskRecord | undefined {
    for (;;) {
      const task = this.#ready[this.#head];
      if (!task) break;
      this.#head++;
      if (task.state !== 'ready') continue;
      const { group } = task;
      if (!group || group.killed) return task;
      if (group.frozen) group.deferred.push(task);
      else if (group.cpu?.spent) group.cpu.waiting.push(task);
      else return task;
    }
    this.#ready = [];
    this.#head = 0;
    return undefined;
  }

  #resume(task: TaskRecord): void {
    if (this.#head > 4096) {
      this.#ready = this.#ready.slice(this.#head);
      this.#head = 0;
    }
    this.#current = task;
    this.#quantum = QUANTUM;
    task.state = 'running';
    if (task.start) {
      const { start } = task;
      task.start = undefined;
      return start();
    }
    const { resolve, reject, error } = task;
    task.resolve = task.reject = task.error = undefined;
    task.givesWay = false;
    if (error !== undefined) reject?.(error);
    else resolve?.();
  }

  #rest(): void {
    const next = this.#timers.peek();
    if (this.#leap && !next) this.#land();
    if (this.#follows()) {
      this.#pace.rest();
      if (next) this.#wakeIn(this.#pace.toRealMs(next.deadlineMs - this.#nowMs));
    } else if (next && this.#holds === 0) {
      this.#nowMs = Math.max(this.#nowMs, Math.min(next.deadlineMs, this.#leap?.untilMs ?? Infinity));
      return this.#schedule();
    }
    if (!next && this.#holds === 0) this.#becomeIdle();
  }

  #wakeIn(realMs: number): void {
    this.#cancelWake?.();
    this.#cancelWake = this.#host.after(Math.min(Math.max(realMs, 0), 60_000), () => this.#schedule());
  }

  // Tasks

  /** The task that runs now; undefined in a system context. */
  get current(): TaskRecord | undefined {
    return this.#current;
  }

  /** Makes a task, ready to run. */
  spawn<T>(name: string, body: () => T | Promise<T>, group?: TaskGroup): Task<T> {
    const record = createTaskRecord(name, group);
    const handle = new TaskHandle<T>(this.#runner, record);
    record.start = () => handle.start(body);
    group?.tasks.add(record);
    this.#ready.push(record);
    this.#schedule();
    return handle;
  }

  #finish(task: TaskRecord): void {
    task.state = 'done';
    task.group?.tasks.delete(task);
    if (this.#current === task) this.#current = undefined;
    this.#schedule();
  }

  /** Waits until `wake`. Rejects with what wake was given. */
  park(): Promise<void> {
    const task = this.#current;
    if (!task) throw new Error('only a task can wait');
    if (task.killed || task.group?.killed) return this.#refuse(task);
    return this.#suspend(task);
  }

  #suspend(task: TaskRecord): Promise<void> {
    return new Promise((resolve, reject) => {
      task.state = 'parked';
      task.parks++;
      task.resolve = resolve;
      task.reject = reject;
      this.#current = undefined;
      this.#schedule();
    });
  }

  #refuse(task: TaskRecord): Promise<void> {
    if (++task.refusals > MAX_REFUSALS) {
      this.#finish(task);
      return new Promise(() => undefined);
    }
    return Promise.reject(new ProcessKilled());
  }

  /** Makes a parked task ready; with `error` its wait fails with that. Nothing happens to a task that isn't parked. */
  wake(task: TaskRecord, error?: unknown): void {
    if (task.state !== 'parked') return;
    task.state = 'ready';
    task.error = error;
    this.#ready.push(task);
    this.#schedule();
  }

  /** A wait fails with that, also one that is over and has not gone on yet: what it was for is still there. Nothing happens to a task that waits for nothing. */
  interrupt(task: TaskRecord, error: unknown): void {
    if (task.state === 'ready' && task.resolve && !task.givesWay) task.error ??= error;
    else this.wake(task, error);
  }

  /** Every task of the group ends at its next await. */
  killGroup(group: TaskGroup): void {
    group.killed = true;
    this.#release(group);
    for (const task of group.tasks) {
      // Woken, but not yet going on: it does not get to use what it waited for.
      if (task.state === 'ready' && task.resolve) task.error = new ProcessKilled();
      else this.wake(task, new ProcessKilled());
    }
  }

  freeze(group: TaskGroup): void {
    group.frozen = true;
  }

  thaw(group: TaskGroup): void {
    group.frozen = false;
    this.#release(group);
  }

  #release(group: TaskGroup): void {
    this.#ready.push(...group.deferred.splice(0));
    this.#schedule();
  }

  async yieldTurn(): Promise<void> {
    const task = this.#current;
    if (!task) throw new Error('only a task can wait');
    if (task.killed || task.group?.killed) return this.#refuse(task);
    const parked = this.#suspend(task);
    task.givesWay = true;
    this.wake(task);
    return parked;
  }

  /** Charges `operations` to the running task; a promise when its quantum is used up. */
  tick(operations: number): Promise<void> | undefined {
    if (operations < 0) throw new RangeError(`work of ${operations} operations`);
    this.charge(operations);
    return this.#quantum <= 0 ? this.yieldTurn() : undefined;
  }

  /** The same without giving way: the next tick will. */
  charge(operations: number): void {
    this.#nowMs += this.#pace.charge(operations / 1000);
    const group = this.#current?.group;
    if (group) {
      group.cpuMicros += operations;
      const again = group.cpu?.spend(operations, this.#nowMs);
      if (group.cpu && again !== undefined) this.#holdBack(group.cpu, again);
    }
    this.#quantum -= operations;
  }

  /** Its tasks go on at `deadlineMs`. */
  #holdBack(cpu: CpuBudget, deadlineMs: number): void {
    this.#quantum = 0;
    this.at(deadlineMs, () => {
      cpu.spent = false;
      this.#ready.push(...cpu.waiting.splice(0));
    });
  }

  createWaitQueue(): WaitQueue {
    return new TaskQueue(this);
  }

  async hold<T>(promise: Promise<T>): Promise<T> {
    this.#holds++;
    let settled = false;
    const queue = this.createWaitQueue();
    const settle = (): void => {
      settled = true;
      this.#holds--;
      queue.wakeAll();
      this.#schedule();
    };
    promise.then(settle, settle);
    while (!settled) await queue.wait();
    return promise;
  }

  // Clock

  now(): number {
    return this.#nowMs;
  }

  at(deadlineMs: number, callback: () => void): () => void {
    const timer = this.#timers.add(deadlineMs, callback);
    this.#schedule();
    return () => {
      timer.callback = undefined;
    };
  }

  async sleep(ms: number): Promise<void> {
    for (const end = this.#nowMs + ms; this.#nowMs < end;) {
      const task = this.#current;
      if (!task) throw new Error('only a task can wait');
      const park = task.parks + 1;
      const cancel = this.at(end, () => {
        if (task.parks === park) this.wake(Object.assign(task, { givesWay: true }));
      });
      try {
        await this.park();
      } finally {
        cancel();
      }
    }
  }
}
