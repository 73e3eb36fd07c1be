import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Host, WasmName } from './host.ts';
import { createWasmCache } from './wasm-cache.ts';

const WASM_FILES: Readonly<Record<WasmName, URL>> = {
  micropython: new URL('../programs/python/runtime/micropython-async.wasm', import.meta.url),
  quickjs: new URL('../programs/node/runtime/quickjs-async.wasm', import.meta.url),
};

/** The world's environment in Node. */
export const nodeHost: Host = {
  monotonicMs: () => performance.now(),
  wallClockMs: () => Date.now(),
  turn: () => new Promise((resolve) => setImmediate(resolve)),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
  entropy: () => randomBytes(4).readUInt32LE(),
  compile: createWasmCache(async (name) => WebAssembly.compile(await readFile(WASM_FILES[name]))),
};
