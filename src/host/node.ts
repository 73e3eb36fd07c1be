import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { createAssetCache } from './asset-cache.ts';
import { prepareWasm } from './prepare-wasm.ts';
import type { AssetName, Host, WasmName } from './host.ts';

const WASM_FILES: Readonly<Record<WasmName, URL>> = {
  micropython: new URL('../programs/python/runtime/micropython-async.wasm', import.meta.url),
  pglite: new URL('../../node_modules/@electric-sql/pglite/dist/pglite.wasm', import.meta.url),
  quickjs: new URL('../programs/node/runtime/quickjs-async.wasm', import.meta.url),
};

const assetFiles = (): Readonly<Partial<Record<AssetName, URL>>> => ({
  'pglite-data': new URL('../../node_modules/@electric-sql/pglite/dist/pglite.data', import.meta.url),
  'postgres-seed': new URL('../programs/postgres/runtime/postgres-seed.bin', import.meta.url),
  // Where a run of tests or benchmarks has made it, as a page's build does.
  ...(process.env.DRYDOCK_PYTHON_IMAGE && {
    'python-image': pathToFileURL(process.env.DRYDOCK_PYTHON_IMAGE),
  }),
});

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
  compile: createAssetCache(async (name: WasmName) =>
    WebAssembly.compile(prepareWasm(name, await readFile(WASM_FILES[name]))),
  ),
  asset: createAssetCache(async (name: AssetName) => {
    const file = assetFiles()[name];
    if (!file) throw new Error(`${name} comes with a built page`);
    return new Uint8Array(await readFile(file));
  }),
};
