import { openDB, type IDBPDatabase } from 'idb';
import pgliteData from '@electric-sql/pglite/pglite.data?url';
import pglite from '@electric-sql/pglite/pglite.wasm?url';
import micropython from '../programs/python/runtime/micropython-async.wasm?url';
import quickjs from '../programs/node/runtime/quickjs-async.wasm?url';
import pythonImage from 'python-image.bin?url';
import postgresSeed from '../programs/postgres/runtime/postgres-seed.bin?url';
import { createAssetCache } from './asset-cache.ts';
import type { AssetName, Host, Storage, WasmName } from './host.ts';
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
      WebAssembly.compile(
        prepareWasm(name, new Uint8Array(await (await fetchAsset(WASM_URLS[name])).arrayBuffer())),
      ),
    ),
    asset: createAssetCache(
      async (name: AssetName) => new Uint8Array(await (await fetchAsset(ASSET_URLS[name])).arrayBuffer()),
    ),
  };
}

const STORE = 'blobs';

/**
 * Bytes by name in IndexedDB, in a database of this name. Opened when first used; a browser that refuses it (private windows of some)
 * rejects each call, which the page tells as "can't be saved".
 */
export function createBrowserStorage(name: string): Storage {
  let opened: Promise<IDBPDatabase> | undefined;
  const forget = (): void => {
    opened = undefined;
  };
  const database = (): Promise<IDBPDatabase> => {
    opened ??= openDB(name, 1, {
      upgrade: (db) => void db.createObjectStore(STORE),
      terminated: forget,
    });
    opened.catch(forget);
    return opened;
  };
  return {
    get: async (key) => (await (await database()).get(STORE, key)) as Uint8Array | undefined,
    put: async (entries, obsolete = []) => {
      const transaction = (await database()).transaction(STORE, 'readwrite');
      const writes: Promise<unknown>[] = [];
      for (const [key, bytes] of entries) writes.push(transaction.store.put(bytes, key));
      for (const key of obsolete) writes.push(transaction.store.delete(key));
      await Promise.all([...writes, transaction.done]);
    },
    keys: async (prefix) => {
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
      return ((await (await database()).getAllKeys(STORE, range)) as string[]).sort();
    },
  };
}
