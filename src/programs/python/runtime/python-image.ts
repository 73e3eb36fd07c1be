import { gunzipSync, gzipSync } from 'fflate';
import { concatBytes, toBytes, toText } from '../../../lib/bytes.ts';
import { Suspension } from '../../support/wasm/suspension.ts';
import type { HostArgument, HostCall, HostResult } from '../host/host-call.ts';
import {
  bareFunction,
  createInstance,
  execute,
  type Exports,
  type Instance,
  type Surroundings,
} from './instance.ts';
import { indexStrings, installHooks, installWords, replaceMethod } from './native-additions.ts';

/**
 * The memory of a MicroPython that has run what every Python runs first, and holds the library compiled. Each process begins with a copy: to parse
 * all that again took nine tenths of a start.
 */
export interface PythonImage {
  /** From address 0 to the last byte that is not 0. */
  readonly memory: Uint8Array;
  /** The patches' variables, which are not in the memory: how they were set. */
  readonly settings: readonly Setting[];
  /** Where frames of suspended calls are put aside. */
  readonly suspension: number;
}

type Setting = readonly [name: (typeof SETTINGS)[number], args: readonly number[]];
const SETTINGS = [
  'drydock_hooks',
  'drydock_words',
  'drydock_errors',
  'drydock_fallbacks',
  'drydock_strings',
] as const;

/** What an image is made of; the same contents make the same image. */
export interface ImageContents {
  /** Statements that run. */
  readonly prelude: string;
  /** Modules to compile for `__compiled`: paths and code. */
  readonly modules: ReadonlyMap<string, string>;
  /** What the prelude may ask: nothing of a process. */
  readonly calls: Readonly<Record<string, HostCall>>;
}

/** Bytes of memory that an instance has before it grows. */
const FIRST_MEMORY = 259 << 16;

/** Compiles what `modules` asks for. */
const COMPILE = `
for _i in range(_call('modules')):
    _codes[_call('path', _i)] = _compile(_call('code', _i), _call('path', _i), 'exec')
del _i
_gc.collect()
`;

/** Around an instance that belongs to no process. */
export const NOWHERE: Surroundings = {
  clock: () => 0,
  fill: (bytes) => bytes,
  out: () => undefined,
  grow: () => undefined,
  poll: () => undefined,
};

/** @throws Error where something of the prelude fails */
export async function makeImage(module: WebAssembly.Module, contents: ImageContents): Promise<PythonImage> {
  const instance = await createInstance(module, NOWHERE);
  const { wasm, settings } = recordSettings(instance.wasm);
  const suspension = new Suspension(wasm).address;
  installWords(wasm);
  indexStrings(wasm);
  const modules = [...contents.modules];
  const calls: Record<string, HostCall> = {
    ...contents.calls,
    ...patchCalls(wasm),
    modules: () => modules.length,
    path: (index) => modules[index as number]?.[0] ?? '',
    code: (index) => modules[index as number]?.[1] ?? '',
  };
  connectHost(instance, (name, ...args) => {
    const call = Object.hasOwn(calls, name) ? calls[name] : undefined;
    if (!call) throw new Error(`the image of Python asks for ${name}`);
    return call(...args) as HostResult;
  });
  const code = toBytes(contents.prelude + COMPILE);
  const error = await execute(wasm, code, (run) => Promise.resolve(run()));
  if (error !== undefined) throw new Error(error);
  const memory = new Uint8Array(wasm.memory.buffer);
  if (memory.length > FIRST_MEMORY) throw new Error('the image of Python is too large');
  let end = memory.length;
  while (end > 0 && memory[end - 1] === 0) end--;
  return { memory: memory.slice(0, end), settings, suspension };
}

/** As a file: its head as JSON, a line's end and the memory, gzipped. */
export function packImage({ memory, ...head }: PythonImage): Uint8Array<ArrayBuffer> {
  return gzipSync(concatBytes([toBytes(`${JSON.stringify(head)}\n`), memory]), { mtime: 0 });
}

export function unpackImage(file: Uint8Array): PythonImage {
  const bytes = gunzipSync(file);
  const end = bytes.indexOf(10);
  const head = JSON.parse(toText(bytes.subarray(0, end))) as Omit<PythonImage, 'memory'>;
  return { ...head, memory: bytes.subarray(end + 1) };
}

/** Gives an instance that has run nothing the image's state. Its calls must be connected. */
export function restoreImage({ wasm }: Instance, image: PythonImage): void {
  // Above, nothing was written yet.
  new Uint8Array(wasm.memory.buffer).set(image.memory);
  for (const [name, args] of image.settings) (wasm[name] as (...args: readonly number[]) => void)(...args);
}

/** What Python asks, as `_host.call`. */
export function connectHost(
  { python }: Instance,
  call: (name: string, ...args: HostArgument[]) => HostResult,
): void {
  const host = Object.assign(Object.create(null) as object, { call: bareFunction(call) });
  python.registerJsModule('_host', host);
  // Both get their numbers here, so that they have the same in each instance.
  python.runPython('import _host\n_host.call\n');
}

/** How the prelude reaches into MicroPython itself; programs can't. */
function patchCalls(wasm: Exports): Record<string, HostCall> {
  const patch =
    (apply: (args: readonly number[]) => void): HostCall =>
    (...args) => {
      apply(args as readonly number[]);
      return null;
    };
  return {
    hooks: patch((args) => {
      installHooks(wasm, args);
    }),
    fallbacks: patch(([lower = 0, upper = 0, isalpha = 0, decode = 0]) => {
      wasm.drydock_fallbacks(lower, upper, isalpha, decode);
    }),
    method: patch(([type = 0, name = 0, method = 0]) => {
      replaceMethod(wasm, type, name, method);
    }),
  };
}

function recordSettings(wasm: Exports): { wasm: Exports; settings: Setting[] } {
  const settings: Setting[] = [];
  const recording = { ...wasm };
  for (const name of SETTINGS)
    recording[name] = (...args: number[]) => {
      settings.push([name, args]);
      (wasm[name] as (...args: number[]) => void)(...args);
    };
  return { wasm: recording, settings };
}
