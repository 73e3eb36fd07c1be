import type { AsyncifyExports } from '../../support/wasm/suspension.ts';
import { createLoader, type MicroPython } from './micropython-glue.mjs';
import type { Additions } from './native-additions.ts';

/** Bytes of the first heap. */
const HEAP = 1 << 20;
/** Bytes of C's stack. */
const C_STACK = 128 * 1024;
/** Bytes that an instance may fill before it takes more of its machine: what any Python needs has been counted. */
const FREE_MEMORY = 17 << 20;
/** Turns of loops in MicroPython itself, within one call of something built in, until it asks. */
export const FUEL = 200_000;
/** Words of the stack for Python's own frames. */
const PYTHON_STACK = 64 * 1024;

export interface Exports extends AsyncifyExports, Additions {
  /** Turns of loops until the import `poll` is called (add-polls.mjs). */
  readonly fuel: { value: number };
  /** 1: KeyboardInterrupt is raised as soon as that is safe (interrupts.wat). */
  readonly drydock_interrupted: { value: number };
  _emscripten_stack_restore(pointer: number): void;
  mp_js_do_exec(source: number, length: number, out: number): void;
}

/** What an instance has of the world around it. */
export interface Surroundings {
  clock(): number;
  fill<T extends ArrayBufferView>(bytes: T): T;
  /** What the runtime itself prints: tracebacks of what was not caught. */
  out(bytes: Uint8Array): void;
  /** Memory grows by so many bytes. @throws where there is no more */
  grow(bytes: number): void;
  /** Loops of MicroPython itself have used their fuel, which was filled up again. */
  poll(): void;
}

/** A MicroPython that has run nothing. */
export interface Instance {
  readonly python: MicroPython;
  readonly wasm: Exports;
}

export async function createInstance(
  module: WebAssembly.Module,
  { clock, fill, out, grow, poll }: Surroundings,
): Promise<Instance> {
  const load = await createLoader({ clock, fill });
  let wasm: Exports | undefined;
  const python = await load({
    heapsize: HEAP,
    pystack: PYTHON_STACK,
    url: 'micropython.wasm',
    linebuffer: false,
    stdin: () => null,
    stdout: out,
    stderr: out,
    instantiateWasm: (imports, done) => {
      chargeMemory(grow, imports, () => wasm);
      const refuel = (): void => {
        if (wasm) wasm.fuel.value = FUEL;
        poll();
      };
      Object.assign(imports.env ?? {}, { poll: refuel });
      const instance = new WebAssembly.Instance(module, imports);
      wasm = instance.exports as unknown as Exports;
      // In place of the 64 kB that the module brings: some hundred calls of Python would fill them.
      wasm._emscripten_stack_restore((wasm.malloc(C_STACK) + C_STACK) & ~15);
      done(instance);
    },
  });
  if (!wasm) throw new Error('MicroPython was not instantiated');
  return { python, wasm };
}

/** Functions without a prototype: nothing leads from them to the JavaScript around. */
export function bareFunction<F extends (...args: never[]) => unknown>(call: F): F {
  return Object.setPrototypeOf(call, null) as F;
}

/** Runs statements in `__main__`, once `enter` has let them. @returns what they ended with that was not caught, as MicroPython words it */
export async function execute(
  wasm: Exports,
  code: Uint8Array,
  enter: (call: () => void) => Promise<void>,
): Promise<string | undefined> {
  const source = wasm.malloc(code.length + 1);
  const out = wasm.malloc(12);
  const memory = new Uint8Array(wasm.memory.buffer);
  memory.set(code, source);
  memory[source + code.length] = 0;
  await enter(() => wasm.mp_js_do_exec(source, code.length, out));
  const [kind = 0, length = 0, address = 0] = new Int32Array(wasm.memory.buffer, out, 3);
  const error = kind === EXCEPTION ? new Uint8Array(wasm.memory.buffer, address, length).slice() : undefined;
  wasm.free(source);
  wasm.free(out);
  return error && new TextDecoder().decode(error).split('\u0004').join('\n');
}

/** What a run of statements ended with: an exception, whose text is given. */
const EXCEPTION = -1;

/** A heap that grows is the process's memory. */
function chargeMemory(
  grow: (bytes: number) => void,
  imports: WebAssembly.Imports,
  wasm: () => Exports | undefined,
): void {
  const env = imports.env as Record<string, unknown>;
  const resize = env.emscripten_resize_heap as (size: number) => boolean;
  env.emscripten_resize_heap = (signed: number): boolean => {
    const size = signed >>> 0;
    const had = Math.max(FREE_MEMORY, wasm()?.memory.buffer.byteLength ?? 0);
    grow(Math.max(0, size - had));
    return resize(size);
  };
}
