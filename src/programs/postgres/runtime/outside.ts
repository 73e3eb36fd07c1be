import type { Process } from '../../../kernel/process.ts';

interface Memory {
  readonly buffer: ArrayBuffer;
}

const CLOCK_REALTIME = 0;

/** What a look at the clock takes, and what it takes where a statement is known to sleep: the server waits in a loop. */
const LOOK_MS = 0.001;
const SLEEPY_LOOK_MS = 0.5;

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

  constructor(proc: Process) {
    this.#proc = proc;
  }

  /** From now on memory is charged. */
  chargeBeyond(bytes: number): void {
    this.#chargedBytes = bytes;
  }

  now(): number {
    this.#aheadMs += this.sleepy ? SLEEPY_LOOK_MS : LOOK_MS;
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
        // Nothing rings inside of WebAssembly: timeouts are not kept.
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
