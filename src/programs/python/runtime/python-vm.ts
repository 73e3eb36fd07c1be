import { isSysError } from '../../../kernel/errno.ts';
import type { Process } from '../../../kernel/process.ts';
import { toBytes } from '../../../lib/bytes.ts';
import { Suspension } from '../../support/wasm/suspension.ts';
import { ERRNO_NUMBERS } from '../host/errno-numbers.ts';
import type { HostArgument, HostCall, HostResult } from '../host/host-call.ts';
import { createInstance, execute, FUEL, type Exports } from './instance.ts';
import { mountModules, type ModuleSources } from './module-fs.ts';
import { connectHost, restoreImage, type PythonImage } from './python-image.ts';

/** What an instance takes from its machine before a program needs more. */
const BASE_BYTES = 8 << 20;
/** Virtual µs of one look at the clock (`__tick` looks every 32 turns). */
const TICK_MICROS = 32;

/** Virtual µs of the turns that loops of MicroPython itself make until it asks. */
const FUEL_MICROS = 5000;
/** So often it asks after a Ctrl-C that it has no place to raise, then the process ends by it. */
const PATIENCE = 100;

/** One MicroPython, for one process. */
export class PythonVm {
  readonly #proc: Process;
  readonly #calls: Readonly<Record<string, HostCall>>;
  readonly #wasm: Exports;
  readonly #suspension: Suspension;
  readonly #arrived: number[];
  /** Statements run, so there is something that can be suspended. */
  #running = false;
  #patience = PATIENCE;

  private constructor(
    proc: Process,
    calls: Readonly<Record<string, HostCall>>,
    wasm: Exports,
    arrived: number[],
    suspension: Suspension,
  ) {
    this.#proc = proc;
    this.#calls = calls;
    this.#wasm = wasm;
    this.#arrived = arrived;
    this.#suspension = suspension;
  }

  /** Loads an instance that may make these calls. `out` gets what the runtime itself prints: tracebacks of what we did not catch. `arrived`
   * holds what came and Python does not know yet: 1 for Ctrl-C, 100 + number for a signal that it handles. */
  static async create(
    proc: Process,
    image: (proc: Process, module: WebAssembly.Module) => Promise<PythonImage>,
    calls: Readonly<Record<string, HostCall>>,
    sources: ModuleSources,
    out: (bytes: Uint8Array) => void,
    arrived: number[],
  ): Promise<PythonVm> {
    const module = await proc.compile('micropython');
    proc.allocate(BASE_BYTES);
    const begin = await proc.load(image(proc, module));
    const made: { vm?: PythonVm } = {};
    const instance = await proc.load(
      createInstance(module, {
        clock: () => proc.now(),
        fill: (bytes) => fill(proc, bytes),
        out,
        poll: () => {
          if (made.vm) made.vm.#poll();
        },
        grow: (bytes) => {
          proc.allocate(bytes);
        },
      }),
    );
    const { wasm, python } = instance;
    const suspension = new Suspension(wasm, undefined, begin.suspension);
    const vm = new PythonVm(proc, calls, wasm, arrived, suspension);
    connectHost(instance, (name, ...args) => vm.#call(name, args));
    restoreImage(instance, begin);
    mountModules(python.FS, proc, sources);
    made.vm = vm;
    return vm;
  }

  /** Runs statements in `__main__`; whatever they wait for is waited for. Rejects with what a host call threw that is no error of Python's. */
  async exec(code: string): Promise<void> {
    this.#running = true;
    const error = await execute(this.#wasm, toBytes(code), (call) => this.#suspension.run(call));
    this.#running = false;
    // Programs' errors are told by the prelude: this one is ours.
    if (error !== undefined) throw new Error(error);
  }

  /** A program that got hold of it may hand over anything as a name. */
  #call(name: unknown, args: readonly HostArgument[]): HostResult {
    this.#wasm.fuel.value = FUEL;
    if (this.#suspension.isRewinding) return this.#suspension.wait(() => Promise.resolve(null)) as HostResult;
    if (name === 'tick') return this.#tick();
    try {
      const known =
        typeof name === 'string' && Object.hasOwn(this.#calls, name) ? this.#calls[name] : undefined;
      const result = known?.(...args) ?? null;
      if (!(result instanceof Promise)) return result;
      return this.#suspension.wait(() => result.catch((error: unknown) => this.#error(error))) as HostResult;
    } catch (error) {
      return this.#error(error);
    }
  }

  /** What has arrived, or 0. */
  #tick(): HostResult {
    const turn = this.#proc.tick(TICK_MICROS);
    const answer = (): number => this.#takeInterrupt() || (this.#arrived.shift() ?? 0);
    return turn ? (this.#suspension.wait(() => turn.then(answer)) as HostResult) : answer();
  }

  /** A Ctrl-C that a loop of MicroPython's own has seen and did not raise. */
  #takeInterrupt(): number {
    const interrupted = this.#wasm.drydock_interrupted.value;
    this.#wasm.drydock_interrupted.value = 0;
    return interrupted;
  }

  /** A loop of MicroPython's own has run long: `sum` of something endless, a power of big numbers. */
  #poll(): void {
    if (this.#suspension.isRewinding) {
      this.#suspension.wait(() => Promise.resolve());
      return;
    }
    if (!this.#running) return;
    if (this.#wasm.drydock_interrupted.value === 0) this.#patience = PATIENCE;
    else if (--this.#patience === 0) this.#proc.kill(this.#proc.pid, 'SIGKILL');
    if (this.#arrived[0] === 1) {
      this.#arrived.shift();
      this.#wasm.drydock_interrupted.value = 1;
    }
    const turn = this.#proc.tick(FUEL_MICROS);
    if (turn) this.#suspension.wait(() => turn);
  }

  /** `\u0001number text` for Python to raise; everything else ends the program. */
  #error(error: unknown): string {
    if (!isSysError(error)) throw error;
    return `\u0001${ERRNO_NUMBERS[error.code] ?? 5} ${error.message}`;
  }
}

function fill<T extends ArrayBufferView>(proc: Process, view: T): T {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  for (let at = 0; at < bytes.length; at++) bytes[at] = proc.random() & 0xff;
  return view;
}
