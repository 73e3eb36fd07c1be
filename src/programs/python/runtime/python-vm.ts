import { isSysError } from '../../../kernel/errno.ts';
import type { Process } from '../../../kernel/process.ts';
import { toBytes } from '../../../lib/bytes.ts';
import { Suspension } from '../../support/wasm/suspension.ts';
import { ERRNO_NUMBERS } from '../host/errno-numbers.ts';
import type { HostArgument, HostCall, HostResult } from '../host/host-call.ts';
import { createInstance, execute, type Exports } from './instance.ts';
import { mountModules, type ModuleSources } from './module-fs.ts';
import { connectHost, restoreImage, type PythonImage } from './python-image.ts';

/** What an instance takes from its machine before a program needs more. */
const BASE_BYTES = 8 << 20;
/** Virtual µs of one look at the clock (`__tick` looks every 32 turns). */
const TICK_MICROS = 32;

/** One MicroPython, for one process. */
export class PythonVm {
  readonly #proc: Process;
  readonly #calls: Readonly<Record<string, HostCall>>;
  readonly #wasm: Exports;
  readonly #suspension: Suspension;
  readonly #arrived: number[];

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
    const instance = await proc.load(
      createInstance(module, {
        clock: () => proc.now(),
        fill: (bytes) => fill(proc, bytes),
        out,
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
    return vm;
  }

  /** Runs statements in `__main__`; whatever they wait for is waited for. Rejects with what a host call threw that is no error of Python's. */
  async exec(code: string): Promise<void> {
    const error = await execute(this.#wasm, toBytes(code), (call) => this.#suspension.run(call));
    // Programs' errors are told by the prelude: this one is ours.
    if (error !== undefined) throw new Error(error);
  }

  #call(name: string, args: readonly HostArgument[]): HostResult {
    if (this.#suspension.isRewinding) return this.#suspension.wait(() => Promise.resolve(null)) as HostResult;
    if (name === 'tick') return this.#tick();
    try {
      const known = Object.hasOwn(this.#calls, name) ? this.#calls[name] : undefined;
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
    const answer = (): number => this.#arrived.shift() ?? 0;
    return turn ? (this.#suspension.wait(() => turn.then(answer)) as HostResult) : answer();
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
