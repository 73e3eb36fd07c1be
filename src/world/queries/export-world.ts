/** A sandbox file of the world as it is. Loaded when first asked for. */
import type { Storage } from '../../host/host.ts';
import { packSandbox } from '../sandbox-file.ts';
import { saveWorld } from '../saved-world.ts';
import type { QueryHandler } from './query.ts';

export const exportWorld: QueryHandler<'exportWorld'> = async ({ snapshot }, { name, exportedMs }) => {
  const entries = new Map<string, Uint8Array>();
  const storage: Storage = {
    claim: () => Promise.resolve(),
    get: () => Promise.resolve(undefined),
    keys: () => Promise.resolve([]),
    put: (given) => {
      for (const [key, bytes] of given) entries.set(key, bytes);
      return Promise.resolve();
    },
  };
  await saveWorld(storage, snapshot(), new Set(), exportedMs);
  return { body: packSandbox({ name, exportedMs, entries }) };
};
