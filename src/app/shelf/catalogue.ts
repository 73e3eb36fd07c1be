import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { SandboxEntry } from '../../state/sandboxes.ts';

export type CatalogueEntry = Omit<SandboxEntry, 'about'>;

interface Schema extends DBSchema {
  sandboxes: { key: string; value: CatalogueEntry };
}

/** Names of the sandboxes, in a database of their own: what a sandbox holds is in its own. */
export interface Catalogue {
  all(): Promise<CatalogueEntry[]>;
  /** Replaces what is there, as seen in one transaction. */
  change(id: string, to: (entry: CatalogueEntry | undefined) => CatalogueEntry): Promise<CatalogueEntry>;
  remove(id: string): Promise<void>;
}

export function createCatalogue(name = 'drydock-shelf'): Catalogue {
  let opened: Promise<IDBPDatabase<Schema>> | undefined;
  const forget = (): void => {
    opened = undefined;
  };
  const database = (): Promise<IDBPDatabase<Schema>> => {
    opened ??= openDB<Schema>(name, 1, {
      upgrade: (db) => void db.createObjectStore('sandboxes', { keyPath: 'id' }),
      terminated: forget,
    });
    opened.catch(forget);
    return opened;
  };
  return {
    all: async () => (await database()).getAll('sandboxes'),
    change: async (id, to) => {
      const { store, done } = (await database()).transaction('sandboxes', 'readwrite');
      const entry = to(await store.get(id));
      await Promise.all([store.put(entry), done]);
      return entry;
    },
    remove: async (id) => (await database()).delete('sandboxes', id),
  };
}
