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
import { ownEntry } from '../../../lib/table.ts';

/**
 * The memory of a MicroPython that has run what every Python runs first, and holds the library compiled. Each process begins with a copy: to parse
 * all that again took nine tenths of a start.
 */
export interface PythonImage {
  /** What differs from the memory of an instance that has run nothing. */
  readonly pieces: readonly Piece[];
  /** The patches' variables, which are not in the memory: how they were set. */
  readonly settings: readonly Setting[];
  /** Where frames of suspended calls are put aside. */
  readonly suspension: number;
}

interface Piece {
  readonly address: number;
  readonly bytes: Uint8Array;
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

/** Bytes of memory that an instance has before it grows. @see patches/patch-module.mjs */
const FIRST_MEMORY = 96 << 16;

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
    const call = ownEntry(calls, name);
    if (!call) throw new Error(`the image of Python asks for ${name}`);
    return call(...args) as HostResult;
  });
  const begin = new Uint8Array(wasm.memory.buffer.slice(0));
  const code = toBytes(contents.prelude + COMPILE);
  const error = await execute(wasm, code, (run) => Promise.resolve(run()));
  if (error !== undefined) throw new Error(error);
  const memory = new Uint8Array(wasm.memory.buffer);
  if (memory.length > FIRST_MEMORY) throw new Error('the image of Python is too large');
  return { pieces: piecesOf(memory.slice(), begin), settings, suspension };
}

/** Bytes of a page: a piece has whole ones. */
const PAGE = 4096;

/** The pages that have something else than 0, now or when the instance had run nothing. A new instance need not touch the rest of its memory, which
 * costs more than to copy. */
function piecesOf(memory: Uint8Array, before: Uint8Array): Piece[] {
  const isUsed = (at: number): boolean =>
    [memory, before].some((bytes) => bytes.subarray(at, at + PAGE).some((byte) => byte !== 0));
  const pieces: Piece[] = [];
  for (let at = 0; at < memory.length; at += PAGE) {
    const begin = at;
    while (at < memory.length && isUsed(at)) at += PAGE;
    if (at > begin) pieces.push({ address: begin, bytes: memory.subarray(begin, at) });
  }
  return pieces;
}

/** As a file: its head as JSON with the address and length of each piece, a line's end and the pieces, gzipped. */
export function packImage({ pieces, ...head }: PythonImage): Uint8Array<ArrayBuffer> {
  const places = pieces.map(({ address, bytes }) => [address, bytes.length]);
  const line = toBytes(`${JSON.stringify({ ...head, places })}\n`);
  return gzipSync(concatBytes([line, ...pieces.map(({ bytes }) => bytes)]), { mtime: 0 });
}

export function unpackImage(file: Uint8Array): PythonImage {
  const bytes = gunzipSync(file);
  let at = bytes.indexOf(10);
  const { places, ...head } = JSON.parse(toText(bytes.subarray(0, at++))) as PackedHead;
  const pieces = places.map(([address, length]) => ({ address, bytes: bytes.subarray(at, (at += length)) }));
  return { ...head, pieces };
}

type PackedHead = Omit<PythonImage, 'pieces'> & { readonly places: readonly (readonly [number, number])[] };

/** Gives an instance that has run nothing the image's state. Its calls must be connected. */
export function restoreImage({ wasm }: Instance, image: PythonImage): void {
  const memory = new Uint8Array(wasm.memory.buffer);
  for (const { address, bytes } of image.pieces) memory.set(bytes, address);
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
