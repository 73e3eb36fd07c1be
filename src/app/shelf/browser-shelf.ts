/** The sandboxes of this browser. Loaded when the page has begun. */
import { createBrowserStorage, deleteBrowserStorage } from '../../host/browser-storage.ts';
import { toText } from '../../lib/bytes.ts';
import {
  freeName,
  type Sandbox,
  type SandboxAbout,
  type SandboxFile,
  type SandboxShelf,
} from '../../state/sandboxes.ts';
import type { SandboxContent } from '../../world/sandbox-file.ts';
import { createCatalogue, type CatalogueEntry } from './catalogue.ts';
import { compress, decompress, TooLargeError } from './compress.ts';

const ID = /^drydock(-[0-9a-f]+)?$/;
const MOST_FILE_BYTES = 200 * 1024 * 1024;
const MOST_BODY_BYTES = 600 * 1024 * 1024;
const NOT_READ = ' (could not be read)';
/** Read before all of a file is. */
const HEAD_BYTES = 32;

/** Every key that a world is saved under begins with one of these. */
const KEYS = ['about', 'manifest', 'blob/'];

export function createBrowserShelf(catalogue = createCatalogue()): SandboxShelf {
  const add = (name: string, id = freshId()): Promise<CatalogueEntry> =>
    catalogue.change(id, (entry) => ({ id, name, createdMs: Date.now(), usedMs: Date.now(), ...entry }));
  const fill = async (name: string, entries: ReadonlyMap<string, Uint8Array>): Promise<Sandbox> => {
    const id = freshId();
    await withStorage(id, (storage) => storage.put(entries)).catch(async (error: unknown) => {
      await deleteBrowserStorage(id).catch(() => undefined);
      throw error;
    });
    return add(name, id);
  };
  return {
    list: async () => {
      const stored = await storedIds();
      const entries = await catalogue.all();
      const known = new Set(entries.map(({ id }) => id));
      const found = [...(stored ?? [])].filter((id) => !known.has(id));
      const unlisted = found.map((id) => ({ id, name: `Sandbox ${id}`, createdMs: 0, usedMs: 0 }));
      const all = await Promise.all(
        [...entries, ...unlisted].map(async (entry) => {
          const about = !stored || stored.has(entry.id) ? await aboutOf(entry.id) : undefined;
          return about ? { ...entry, about } : entry;
        }),
      );
      return all
        .filter((entry) => known.has(entry.id) || 'about' in entry)
        .sort((a, b) => b.usedMs - a.usedMs);
    },
    sizeOf: async (id) => [...(await entriesOf(id)).values()].reduce((sum, { length }) => sum + length, 0),
    create: (name) => add(name),
    rename: async (id, name) => {
      await catalogue.change(id, (entry) => ({ id, createdMs: 0, usedMs: 0, ...entry, name }));
    },
    duplicate: async (id, name) => fill(name, await entriesOf(id)),
    remove: async (id) => {
      await catalogue.remove(id);
      await deleteBrowserStorage(id);
    },
    used: async ({ id, name }) => {
      const nowMs = Date.now();
      await catalogue.change(id, (entry) => ({ createdMs: nowMs, name, ...entry, id, usedMs: nowMs }));
    },
    setAside: ({ id, name }, damaged) => {
      const aside = name.endsWith(NOT_READ) ? name : name + NOT_READ;
      return catalogue.change(id, (entry) => ({
        id,
        createdMs: 0,
        usedMs: 0,
        ...entry,
        name: aside,
        damaged,
      }));
    },
    storageUse: async () => {
      const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {};
      if (usage === undefined || quota === undefined) return undefined;
      const isKept = (await navigator.storage.persisted?.()) ?? false;
      return { usageBytes: usage, quotaBytes: quota, isKept };
    },
    exportFile: async (id, name) => {
      const { packSandbox, SANDBOX_FILE_HEAD } = await import('../../world/sandbox-file.ts');
      const body = packSandbox({ name, exportedMs: Date.now(), entries: await entriesOf(id) });
      return wrap(body, SANDBOX_FILE_HEAD);
    },
    wrapFile: async (body) => wrap(body, (await import('../../world/sandbox-file.ts')).SANDBOX_FILE_HEAD),
    readFile: async (file) => {
      const content = await readContent(file);
      const { name, exportedMs, entries } = content;
      return {
        name,
        exportedMs,
        bytes: [...entries.values()].reduce((sum, { length }) => sum + length, 0),
        about: parseAbout(entries.get('about')),
        keep: async () => {
          const taken = (await catalogue.all()).map((entry) => entry.name);
          return fill(freeName(name, taken), entries);
        },
      } satisfies SandboxFile;
    },
  };
}

const wrap = async (body: Uint8Array, head: string): Promise<Blob> =>
  new Blob([head, await compress(body, 'gzip')], { type: 'application/octet-stream' });

/** @throws Error with words for the learner */
async function readContent(file: Blob): Promise<SandboxContent> {
  const { checkHead, proveSandbox, SANDBOX_FILE_HEAD, SandboxFileError, unpackSandbox } =
    await import('../../world/sandbox-file.ts');
  checkHead(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
  const tooLarge = (): never => {
    throw new SandboxFileError('The file is too large to be opened here.');
  };
  if (file.size > MOST_FILE_BYTES) tooLarge();
  const packed = new Uint8Array(await file.slice(SANDBOX_FILE_HEAD.length).arrayBuffer());
  const body = await decompress(packed, 'gzip', MOST_BODY_BYTES).catch((error: unknown) => {
    if (error instanceof TooLargeError) tooLarge();
    throw new SandboxFileError('The file is damaged: a part of it is missing or was changed.');
  });
  const content = unpackSandbox(body);
  await proveSandbox(content);
  return content;
}

const freshId = (): string =>
  `drydock-${[...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;

/** Databases that hold a sandbox; undefined where the browser does not tell. */
async function storedIds(): Promise<Set<string> | undefined> {
  const databases = await indexedDB.databases?.().catch(() => undefined);
  return databases && new Set(databases.flatMap(({ name }) => (name && ID.test(name) ? [name] : [])));
}

type BrowserStorage = ReturnType<typeof createBrowserStorage>;

async function withStorage<T>(id: string, work: (storage: BrowserStorage) => Promise<T>): Promise<T> {
  const storage = createBrowserStorage(id);
  try {
    return await work(storage);
  } finally {
    await storage.close();
  }
}

/** All that is stored for it, as it is. */
function entriesOf(id: string): Promise<Map<string, Uint8Array>> {
  return withStorage(id, async (storage) => {
    const keys = (await Promise.all(KEYS.map((prefix) => storage.keys(prefix)))).flat();
    const entries = new Map<string, Uint8Array>();
    for (const key of keys) {
      const bytes = await storage.get(key).catch(() => undefined);
      if (bytes) entries.set(key, bytes);
    }
    return entries;
  });
}

const aboutOf = async (id: string): Promise<SandboxAbout | undefined> =>
  parseAbout(await withStorage(id, (storage) => storage.get('about')).catch(() => undefined));

function parseAbout(bytes: Uint8Array | undefined): SandboxAbout | undefined {
  try {
    const about = JSON.parse(bytes ? toText(bytes) : 'null') as SandboxAbout | null;
    const numbers = [about?.savedMs, about?.machines, about?.containers, about?.images];
    return about && numbers.every(Number.isFinite) ? about : undefined;
  } catch {
    return undefined;
  }
}
