import type { Process } from '../../../kernel/process.ts';

interface Memory {
  readonly buffer: ArrayBuffer;
}

const CLOCK_REALTIME = 0;

/** What a look at the clock takes, and what it takes where a statement is known to sleep: the server waits in a loop, so it is more the longer it has waited. */
const LOOK_MS = 0.001;
const SLEEPY_LOOK_MS = 0.5;
const SLEEPY_SHARE = 0.001;

/**
 * So often statements may look for interrupts (they do twice for each row) until they are taken for what does not end. Nothing else of the world runs until
 * they are done: 5 million rows are some seconds.
 */
const MOST_LOOKS = 10_000_000;

/** Virtual ms of a look for interrupts: about half a row. */
export const LOOK_COST_MS = 0.0001;

/** Of PostgreSQL's module: addresses of its flags, and Emscripten's function that raises the signal of a timer. */
export interface InterruptExports {
  readonly InterruptPending: { readonly value: number };
  readonly QueryCancelPending: { readonly value: number };
  _emscripten_timeout(timer: number, nowMs: number): void;
}

/** A timer of the server that runs: statement_timeout and its like. */
interface Timer {
  readonly timer: number;
  readonly dueMs: number;
}

/**
 * What PGlite reaches of the world: the virtual clock instead of the host's, the machine's randomness, and memory that is charged. A wait inside
 * of WebAssembly (pg_sleep) can't give way: it moves the server's own clock forward, and `takeSlept` tells how long the process has to sleep for it.
 */
export class Outside {
  readonly #proc: Process;
  #aheadMs = 0;
  /** True while a statement runs that is known to sleep. */
  sleepy = false;
  /** What WebAssembly has once the server is there is the program's own (most of it are shared buffers that nobody touched); more is charged. */
  #chargedBytes = Infinity;

  #looks = 0;
  #cancels = false;
  #timer: Timer | undefined;
  #exports: InterruptExports | undefined;
  #view: () => DataView = () => new DataView(new ArrayBuffer(0));

  constructor(proc: Process) {
    this.#proc = proc;
  }

  /** From now on `begin` is called before statements. */
  watch(exports: InterruptExports): void {
    this.#exports = exports;
  }

  /**
   * Statements begin: wherever the server can, it looks for interrupts and asks here. An error that it looked at has ended that for the one before.
   * `cancelled`: at the first look they are told that they were.
   */
  begin(cancelled: boolean): void {
    this.#looks = 0;
    this.#cancels = cancelled;
    if (this.#exports) this.#set(this.#exports.InterruptPending);
  }

  /** How often the statements have looked for interrupts. */
  get looks(): number {
    return this.#looks;
  }

  /** The statements looked so often that they were told to be cancelled. */
  get isEndless(): boolean {
    return this.#looks >= MOST_LOOKS;
  }

  #look(): number {
    if (!this.#exports) return 0;
    this.#set(this.#exports.InterruptPending);
    this.#looks++;
    if (this.#timer && (this.isEndless || this.#timer.dueMs <= this.#passed())) this.#ring(this.#timer);
    else if (this.#cancels || this.isEndless) this.#set(this.#exports.QueryCancelPending);
    return 0;
  }

  #set(flag: { readonly value: number }): void {
    this.#view().setInt32(flag.value, 1, true);
  }

  /** What does not end comes to its timer all the same: the time until then passes at once. */
  #ring({ timer, dueMs }: Timer): void {
    this.#aheadMs += Math.max(0, dueMs - this.#passed());
    this.#timer = undefined;
    this.#exports?._emscripten_timeout(timer, dueMs);
  }

  /** From now on memory is charged. */
  chargeBeyond(bytes: number): void {
    this.#chargedBytes = bytes;
  }

  now(): number {
    this.#aheadMs += this.sleepy ? Math.max(SLEEPY_LOOK_MS, this.#aheadMs * SLEEPY_SHARE) : LOOK_MS;
    return this.#passed();
  }

  /** The server's time, virtual ms: what it waited and worked is still to be spent by the process. */
  #passed(): number {
    return this.#proc.now() + this.#aheadMs + this.#looks * LOOK_COST_MS;
  }

  randomByte(): number {
    return this.#proc.random() & 0xff;
  }

  /** Milliseconds that passed inside since this was asked last. */
  takeSlept(): number {
    const ahead = this.#aheadMs;
    this.#aheadMs = 0;
    return ahead;
  }

  /** Imports with these functions in the place of Emscripten's. */
  imports(imports: WebAssembly.Imports, memory: () => Memory): WebAssembly.Imports {
    const view = (): DataView => new DataView(memory().buffer);
    this.#view = view;
    const wasi = imports.wasi_snapshot_preview1 as Record<string, (...args: never[]) => unknown>;
    const env = imports.env as Record<string, (...args: never[]) => unknown>;
    const resize = env.emscripten_resize_heap as (size: number) => boolean;
    return {
      ...imports,
      wasi_snapshot_preview1: {
        ...wasi,
        clock_time_get: (clock: number, _precision: bigint, out: number): number => {
          const ms = clock === CLOCK_REALTIME ? this.now() : this.now() - this.#proc.machine.bootMs;
          view().setBigUint64(out, BigInt(Math.floor(ms * 1000)) * 1000n, true);
          return 0;
        },
        random_get: (out: number, length: number): number => {
          for (let at = 0; at < length; at++) view().setUint8(out + at, this.randomByte());
          return 0;
        },
      },
      env: {
        ...env,
        emscripten_date_now: () => this.now(),
        emscripten_get_now: () => this.now() - this.#proc.machine.bootMs,
        // Called behind ProcessInterrupts: see prepare-wasm.ts.
        __syscall_getgid32: () => this.#look(),
        _setitimer_js: (timer: number, ms: number) => {
          this.#timer = ms > 0 ? { timer, dueMs: this.#passed() + ms } : undefined;
          return 0;
        },
        emscripten_resize_heap: (signed: number): boolean => {
          const size = signed >>> 0;
          if (size > this.#chargedBytes) {
            this.#proc.allocate(size - this.#chargedBytes);
            this.#chargedBytes = size;
          }
          return resize(size);
        },
      },
    };
  }
}
