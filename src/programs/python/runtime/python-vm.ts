import { isSysError } from '../../../kernel/errno.ts';
import type { Process } from '../../../kernel/process.ts';
import { toBytes, toText } from '../../../lib/bytes.ts';
import { ERRNO_NUMBERS } from '../host/errno-numbers.ts';
import type { HostArgument, HostCall, HostResult } from '../host/host-call.ts';
import { createLoader, type MicroPython } from './micropython-glue.mjs';
import { installHooks, installWords, replaceMethod, type Additions } from './native-additions.ts';
import { mountModules, type ModuleSources } from './module-fs.ts';
import { Suspension, type AsyncifyExports } from '../../support/wasm/suspension.ts';

/** Bytes of the first heap. */
const HEAP = 1 << 20;
/** Words of the stack for Python's own frames. */
const PYTHON_STACK = 64 * 1024;
/** What an instance takes from its machine before a program needs more. */
const BASE_BYTES = 8 << 20;
/** Virtual µs of one look at the clock (`__tick` looks every 32 turns). */
const TICK_MICROS = 32;

/** Turns of loops in MicroPython itself, within one call of something built in, until it asks; virtual µs of them. */
const FUEL = 200_000;
const FUEL_MICROS = 5000;
/** So often it asks after a Ctrl-C that it has no place to raise, then the process ends by it. */
const PATIENCE = 100;

/** What a run of statements ended with: an exception, whose text is given. */
const EXCEPTION = -1;

interface Exports extends AsyncifyExports, Additions {
  /** Turns of loops until the import `poll` is called (add-polls.mjs). */
  readonly fuel: { value: number };
  /** 1: KeyboardInterrupt is raised as soon as that is safe (interrupts.wat). */
  readonly drydock_interrupted: { value: number };
  mp_js_do_exec(source: number, length: number, out: number): void;
}

/** What only the prelude may ask for. */
const PRELUDE_CALLS: Readonly<Record<string, (wasm: Exports, args: readonly number[]) => void>> = {
  hooks: installHooks,
  fallbacks: (wasm, [lower = 0, upper = 0, isalpha = 0, decode = 0]) =>
    wasm.drydock_fallbacks(lower, upper, isalpha, decode),
  method: (wasm, [type = 0, name = 0, method = 0]) => replaceMethod(wasm, type, name, method),
};

/** One MicroPython, for one process. */
export class PythonVm {
  readonly #proc: Process;
  readonly #calls: Readonly<Record<string, HostCall>>;
  readonly #wasm: Exports;
  readonly #suspension: Suspension;
  readonly #arrived: number[];
  /** The program runs: nothing reaches into MicroPython itself any more. */
  #sealed = false;
  /** Statements run, so there is something that can be suspended. */
  #running = false;
  #patience = PATIENCE;

  private constructor(
    proc: Process,
    calls: Readonly<Record<string, HostCall>>,
    python: MicroPython,
    wasm: Exports,
    arrived: number[],
  ) {
    this.#proc = proc;
    this.#calls = calls;
    this.#wasm = wasm;
    this.#arrived = arrived;
    this.#suspension = new Suspension(wasm);
    const call = (name: string, ...args: HostArgument[]): HostResult => this.#call(name, args);
    // Functions without a prototype: nothing leads from them to the JavaScript around.
    const host = Object.assign(Object.create(null) as object, {
      call: Object.setPrototypeOf(call, null) as unknown,
    });
    python.registerJsModule('_host', host);
  }

  /** Loads an instance that may make these calls. `out` gets what the runtime itself prints: tracebacks of what we did not catch. `arrived`
   * holds what came and Python does not know yet: 1 for Ctrl-C, 100 + number for a signal that it handles. */
  static async create(
    proc: Process,
    calls: Readonly<Record<string, HostCall>>,
    sources: ModuleSources,
    out: (bytes: Uint8Array) => void,
    arrived: number[],
  ): Promise<PythonVm> {
    const module = await proc.compile('micropython');
    proc.allocate(BASE_BYTES);
    const load = await proc.load(
      createLoader({ clock: () => proc.now(), fill: (bytes) => fill(proc, bytes) }),
    );
    let wasm: Exports | undefined;
    const made: { vm?: PythonVm } = {};
    const poll = (): void => {
      if (wasm) wasm.fuel.value = FUEL;
      const { vm } = made;
      if (vm) vm.#poll();
    };
    const python = await proc.load(
      load({
        heapsize: HEAP,
        pystack: PYTHON_STACK,
        url: 'micropython.wasm',
        linebuffer: false,
        stdin: () => null,
        stdout: out,
        stderr: out,
        instantiateWasm: (imports, done) => {
          chargeMemory(proc, imports, () => wasm);
          Object.assign(imports.env ?? {}, { poll });
          const instance = new WebAssembly.Instance(module, imports);
          wasm = instance.exports as unknown as Exports;
          done(instance);
        },
      }),
    );
    if (!wasm) throw new Error('MicroPython was not instantiated');
    installWords(wasm);
    mountModules(python.FS, proc, sources);
    made.vm = new PythonVm(proc, calls, python, wasm, arrived);
    return made.vm;
  }

  /** Runs statements in `__main__`; whatever they wait for is waited for. Rejects with what a host call threw that is no error of Python's. */
  async exec(code: string): Promise<void> {
    const bytes = toBytes(code);
    const source = this.#wasm.malloc(bytes.length + 1);
    const out = this.#wasm.malloc(12);
    const memory = new Uint8Array(this.#wasm.memory.buffer);
    memory.set(bytes, source);
    memory[source + bytes.length] = 0;
    this.#running = true;
    await this.#suspension.run(() => this.#wasm.mp_js_do_exec(source, bytes.length, out));
    this.#running = false;
    const [kind = 0, length = 0, address = 0] = new Int32Array(this.#wasm.memory.buffer, out, 3);
    const error =
      kind === EXCEPTION ? toText(new Uint8Array(this.#wasm.memory.buffer, address, length)) : undefined;
    this.#wasm.free(source);
    this.#wasm.free(out);
    // Programs' errors are told by the prelude: this one is ours.
    if (error !== undefined) throw new Error(error.split('\u0004').join('\n'));
  }

  #call(name: string, args: readonly HostArgument[]): HostResult {
    this.#wasm.fuel.value = FUEL;
    if (this.#suspension.isRewinding) return this.#suspension.wait(() => Promise.resolve(null)) as HostResult;
    if (name === 'tick') return this.#tick();
    if (!this.#sealed && name in PRELUDE_CALLS) {
      PRELUDE_CALLS[name]?.(this.#wasm, args as readonly number[]);
      return null;
    }
    if (name === 'seal') this.#sealed = true;
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

/** A heap that grows is the process's memory. */
function chargeMemory(proc: Process, imports: WebAssembly.Imports, wasm: () => Exports | undefined): void {
  const env = imports.env as Record<string, unknown>;
  const resize = env.emscripten_resize_heap as (size: number) => boolean;
  env.emscripten_resize_heap = (signed: number): boolean => {
    const size = signed >>> 0;
    const before = wasm()?.memory.buffer.byteLength ?? 0;
    proc.allocate(Math.max(0, size - before));
    return resize(size);
  };
}
