import { deleteDB, openDB, type IDBPDatabase } from 'idb';
import type { Storage } from './host.ts';

const STORE = 'blobs';
/** Who writes here; not one of the keys that are told. */
const OWNER = 'owner';

/**
 * Bytes by name in IndexedDB, in a database of this name. Opened when first used; a browser that refuses it (private windows of some)
 * rejects each call, which the page tells as "can't be saved".
 */
export function createBrowserStorage(name: string): Storage & { close(): Promise<void> } {
  let opened: Promise<IDBPDatabase> | undefined;
  let mine: Uint8Array | undefined;
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
    claim: async () => {
      const token = crypto.getRandomValues(new Uint8Array(16));
      await (await database()).put(STORE, token, OWNER);
      mine = token;
    },
    get: async (key) => (await (await database()).get(STORE, key)) as Uint8Array | undefined,
    put: async (entries, obsolete = []) => {
      const transaction = (await database()).transaction(STORE, 'readwrite');
      const { store, done } = transaction;
      done.catch(() => undefined);
      if (mine && String(await store.get(OWNER)) !== String(mine)) {
        transaction.abort();
        throw Object.assign(new Error('another tab saves here now'), { name: 'TakenError' });
      }
      const writes: Promise<unknown>[] = [];
      for (const [key, bytes] of entries) writes.push(store.put(bytes, key));
      for (const key of obsolete) writes.push(store.delete(key));
      // The transaction knows best why it failed: that there is no room is no error of one write.
      await Promise.all([...writes, done]).catch((error: unknown) => {
        throw transaction.error ?? error;
      });
    },
    keys: async (prefix) => {
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
      return ((await (await database()).getAllKeys(STORE, range)) as string[]).sort();
    },
    close: async () => {
      const closing = opened;
      forget();
      (await closing?.catch(() => undefined))?.close();
    },
  };
}

/** Throws a storage away; waits for nobody who still has it open. */
export function deleteBrowserStorage(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    deleteDB(name, { blocked: () => resolve() }).then(resolve, reject);
  });
}
