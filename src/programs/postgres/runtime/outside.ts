import type { Process } from '../../../kernel/process.ts';

interface Memory {
  readonly buffer: ArrayBuffer;
}

const CLOCK_REALTIME = 0;

/** What a look at the clock takes, and what it takes where a statement is known to sleep: the server waits in a loop, so it is more the longer it has waited. */
const LOOK_MS = 0.001;
const SLEEPY_LOOK_MS = 0.5;
const SLEEPY_SHARE = 0.001;

/** So often a statement may look for interrupts (it does for each row) until it is taken for one that does not end. */
const MOST_LOOKS = 4_000_000;

/** Addresses of PostgreSQL's flags: exports of the module. */
export interface InterruptFlags {
  readonly InterruptPending: { readonly value: number };
  readonly QueryCancelPending: { readonly value: number };
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
  #flags: InterruptFlags | undefined;
  #view: () => DataView = () => new DataView(new ArrayBuffer(0));

  constructor(proc: Process) {
    this.#proc = proc;
  }

  /** From now on `begin` is called before statements. */
  watch(flags: InterruptFlags): void {
    this.#flags = flags;
  }

  /** Statements begin: wherever the server can, it looks for interrupts and asks here. An error that it looked at has ended that for the one before. */
  begin(): void {
    this.#looks = 0;
    this.#look();
  }

  /** How often the statements have looked for interrupts. */
  get looks(): number {
    return this.#looks;
  }

  /** A statement that looked too often is told that it was cancelled. */
  #look(): number {
    if (!this.#flags) return 0;
    this.#view().setInt32(this.#flags.InterruptPending.value, 1, true);
    if (++this.#looks >= MOST_LOOKS) this.#view().setInt32(this.#flags.QueryCancelPending.value, 1, true);
    return 0;
  }

  /** Of `takeLooks`: it was ended for that. */
  static isEndless(looks: number): boolean {
    return looks >= MOST_LOOKS;
  }

  /** From now on memory is charged. */
  chargeBeyond(bytes: number): void {
    this.#chargedBytes = bytes;
  }

  now(): number {
    this.#aheadMs += this.sleepy ? Math.max(SLEEPY_LOOK_MS, this.#aheadMs * SLEEPY_SHARE) : LOOK_MS;
    return this.#proc.now() + this.#aheadMs;
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
        // Simplified: nothing rings inside of WebAssembly, so statement_timeout and its like are taken and not kept; a real server cancels what takes longer.
        _setitimer_js: () => 0,
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
