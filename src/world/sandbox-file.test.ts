import { describe, expect, it } from 'vitest';
import { nodeHost } from '../host/node.ts';
import { toBytes, toText } from '../lib/bytes.ts';
import { saveWorld } from './saved-world.ts';
import { checkHead, packSandbox, proveSandbox, SANDBOX_FILE_HEAD, unpackSandbox } from './sandbox-file.ts';
import { MemoryStorage } from './testing/memory-storage.ts';
import { createWorld } from './world.ts';

async function savedEntries(): Promise<Map<string, Uint8Array>> {
  const storage = new MemoryStorage();
  const [machine] = createWorld({ host: nodeHost, seed: 1, mode: 'virtual' }).save();
  await saveWorld(storage, { ...machine, seed: 1, nowMs: 5, terminals: {} }, new Set());
  return storage.entries;
}

describe('a sandbox file', () => {
  it('gives back what was put into it', async () => {
    const entries = await savedEntries();
    const content = unpackSandbox(packSandbox({ name: 'Mine', exportedMs: 7, entries }));
    expect(content).toEqual({ name: 'Mine', exportedMs: 7, entries });
    await proveSandbox(content);
  });

  it('refuses what was cut, changed or made up', async () => {
    const entries = await savedEntries();
    const body = packSandbox({ name: 'Mine', exportedMs: 7, entries });
    const changed = body.slice();
    changed[body.length - 10]! ^= 1;
    const [key = ''] = entries.keys();
    const wrong = [
      new Uint8Array(0),
      body.subarray(0, 3),
      body.subarray(0, 200),
      body.subarray(0, body.length - 1),
      Uint8Array.of(...body.subarray(0, 4), ...toBytes('x'.repeat(50))),
      changed,
      packSandbox({ name: '', exportedMs: 0, entries: new Map([[key, entries.get(key)!]]) }),
      packSandbox({ name: '', exportedMs: 0, entries: new Map([...entries, ['owner', toBytes('me')]]) }),
      packSandbox({ name: '', exportedMs: 0, entries: new Map([...entries, ['blob/../x', toBytes('me')]]) }),
    ];
    for (const bytes of wrong) expect(() => unpackSandbox(bytes)).toThrow('The file is damaged');
  });

  it('refuses a machine that can’t be read, a part of which is not there', async () => {
    const entries = await savedEntries();
    const [blob = ''] = [...entries.keys()].filter((key) => key.startsWith('blob/'));
    const without = new Map([...entries].filter(([key]) => key !== blob));
    await expect(proveSandbox({ name: '', exportedMs: 0, entries: without })).rejects.toThrow('is missing');
    const newer = new Map(entries).set('manifest', toBytes('{"version":99}'));
    await expect(proveSandbox({ name: '', exportedMs: 0, entries: newer })).rejects.toThrow(
      'a newer Drydock',
    );
    const odd = new Map(entries).set('manifest', toBytes('{"version":2}'));
    await expect(proveSandbox({ name: '', exportedMs: 0, entries: odd })).rejects.toThrow('can’t be read');
  });

  it('refuses a machine that would break what it is opened in', async () => {
    const entries = await savedEntries();
    const manifest = JSON.parse(toText(entries.get('manifest') ?? new Uint8Array())) as object;
    const wrong: [object, string][] = [
      [{ nowMs: 1e300 }, 'time'],
      [{ nowMs: null }, 'time'],
      [{ seed: 'x' }, 'seed'],
      [{ terminals: { 'terminal-1': { cwd: '/', history: [1] } } }, 'terminals'],
      [{ journal: [{}] }, 'commands'],
      [{ others: Array.from({ length: 9 }, () => manifest) }, 'machines'],
    ];
    for (const [part, word] of wrong) {
      const odd = new Map(entries).set('manifest', toBytes(JSON.stringify({ ...manifest, ...part })));
      await expect(proveSandbox({ name: '', exportedMs: 0, entries: odd })).rejects.toThrow(`(${word})`);
    }
  });

  it('is known by its first line', () => {
    expect(() => checkHead(toBytes(SANDBOX_FILE_HEAD))).not.toThrow();
    expect(() => checkHead(toBytes('drydock sandbox 12\n'))).toThrow('A newer Drydock');
    expect(() => checkHead(toBytes('PK\x03\x04'))).toThrow('not a Drydock sandbox');
    expect(() => checkHead(new Uint8Array(0))).toThrow('not a Drydock sandbox');
  });
});
