import pgliteData from '@electric-sql/pglite/pglite.data?url';
import pglite from '@electric-sql/pglite/pglite.wasm?url';
import micropython from '../programs/python/runtime/micropython-async.wasm?url';
import quickjs from '../programs/node/runtime/quickjs-async.wasm?url';
import pythonImage from 'python-image.bin?url';
import postgresSeed from '../programs/postgres/runtime/postgres-seed.bin?url';
import { createAssetCache } from './asset-cache.ts';
import type { AssetName, Host, WasmName } from './host.ts';
import { prepareWasm } from './prepare-wasm.ts';

const WASM_URLS: Readonly<Record<WasmName, string>> = { micropython, pglite, quickjs };
const ASSET_URLS: Readonly<Record<AssetName, string>> = {
  'pglite-data': pgliteData,
  'postgres-seed': postgresSeed,
  'python-image': pythonImage,
};

/** A turn of the event loop without the 4 ms that nested timers are held back for. */
function createTurn(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(0);
    });
}

/** The world's environment in a browser's worker. `fetchAsset` gets one of our own static files. */
export function createBrowserHost(fetchAsset: (url: string) => Promise<Response>): Host {
  const load = async (url: string): Promise<Uint8Array<ArrayBuffer>> => {
    try {
      return new Uint8Array(await (await fetchAsset(url)).arrayBuffer());
    } catch (error) {
      throw Object.assign(new Error(String(error)), { name: 'LoadError' });
    }
  };
  return {
    monotonicMs: () => performance.now(),
    wallClockMs: () => Date.now(),
    turn: createTurn(),
    after: (ms, callback) => {
      const timer = setTimeout(callback, ms);
      return () => clearTimeout(timer);
    },
    entropy: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
    // A static server that does not know .wasm sends another type, which streaming compilation refuses.
    compile: createAssetCache(async (name: WasmName) =>
      WebAssembly.compile(prepareWasm(name, await load(WASM_URLS[name]))),
    ),
    asset: createAssetCache((name: AssetName) => load(ASSET_URLS[name])),
  };
}
