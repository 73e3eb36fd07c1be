import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Host } from '../host/host.ts';
import { nodeHost } from '../host/node.ts';
import { toText } from '../lib/bytes.ts';
import type { FromWorld, ToWorld } from './protocol.ts';
import { serveWorld } from './serve-world.ts';
import { MemoryStorage } from './testing/memory-storage.ts';
import { TestPage } from './testing/test-page.ts';

/** What is stored now, as the next tab finds it. */
function copyOf(storage: MemoryStorage): MemoryStorage {
  const copy = new MemoryStorage();
  for (const [key, bytes] of storage.entries) copy.entries.set(key, bytes.slice());
  return copy;
}

/** How a page begins on what is stored: what it is told, until it is ready or knows that it can't be. */
async function beginOn(storage: MemoryStorage, host: Host = nodeHost): Promise<FromWorld[]> {
  const told: FromWorld[] = [];
  let send: ((message: ToWorld) => void) | undefined;
  await new Promise<void>((resolve) => {
    const post = (message: FromWorld): void => {
      told.push(message);
      if (['ready', 'damaged', 'error'].includes(message.kind)) resolve();
    };
    const port = { post, listen: (handler: (message: ToWorld) => void) => void (send = handler) };
    serveWorld(port, host, storage, () => Promise.resolve(undefined));
    send?.({ kind: 'start', seed: 1, restore: true, speed: 1, epoch: 0 });
  });
  send?.({ kind: 'reset', epoch: 1 });
  return told;
}

async function confirmed(): Promise<MemoryStorage> {
  const storage = new MemoryStorage();
  const page = await TestPage.open(nodeHost, storage);
  await page.query('writeFile', { path: '/root/site/kept.txt', text: 'kept' });
  await page.query('save', {});
  const copy = copyOf(storage);
  page.send({ kind: 'reset', epoch: 1 });
  return copy;
}

describe('after a fault nothing that was confirmed is lost', () => {
  it('a worker that dies at any message leaves the last confirmed save', async () => {
    const storage = new MemoryStorage();
    const page = await TestPage.open(nodeHost, storage);
    for (const number of [1, 2, 3]) {
      await page.query('writeFile', { path: '/root/site/kept.txt', text: String(number) });
      // The answer is the confirmation: whatever begins now, and dies with the worker, takes nothing of it.
      page.type(`for i in $(seq 50); do echo $i >> log; docker volume create v$i; done\r`);
      const left = copyOf(storage);
      const next = await TestPage.open(nodeHost, left);
      const path = '/root/site/kept.txt';
      expect(await next.query('readFile', { place: 'machine', path })).toMatchObject({
        text: String(number),
      });
      next.send({ kind: 'reset', epoch: 1 });
    }
    page.send({ kind: 'reset', epoch: 1 });
  }, 60_000);

  it('a write that fails midway is told, and the one before is what a reload finds', async () => {
    const storage = await confirmed();
    const page = await TestPage.open(nodeHost, storage);
    const before = toText(storage.entries.get('manifest')!);
    storage.put = () => Promise.reject(Object.assign(new Error('no room'), { name: 'QuotaExceededError' }));
    expect(await page.query('save', {})).toMatchObject({ saved: false });
    expect(page.messages).toContainEqual({ kind: 'save.failed', reason: 'full', message: 'no room' });
    expect(toText(storage.entries.get('manifest')!)).toBe(before);
    // Work goes on meanwhile.
    expect(await page.run('echo alive')).toContain('alive');
    page.send({ kind: 'reset', epoch: 1 });
  }, 60_000);

  it('bytes changed anywhere give a machine or a word about it, and are left as they are', async () => {
    const storage = await confirmed();
    const keys = [...storage.entries.keys()];
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.nat(255), fc.boolean(), async (which, at, byte, cut) => {
        const damaged = copyOf(storage);
        const key = keys[which % keys.length] as string;
        const bytes = damaged.entries.get(key) as Uint8Array;
        if (cut) damaged.entries.set(key, bytes.slice(0, at % bytes.length));
        else bytes[at % bytes.length] = byte;
        const left = toText(damaged.entries.get(key) as Uint8Array);
        const [outcome] = (await beginOn(copyOf(damaged))).filter(({ kind }) => kind !== 'alive');
        expect(outcome?.kind).toMatch(/^(ready|damaged)$/);
        if (outcome?.kind === 'damaged') expect(outcome.message).not.toBe('');
        expect(toText(damaged.entries.get(key) as Uint8Array)).toBe(left);
      }),
      { seed: 20_261_130, numRuns: 40 },
    );
  }, 120_000);

  it.each([-3 * 365, -1, 1, 3 * 365])(
    'a clock that jumps by %s days between two visits',
    async (days) => {
      const storage = await confirmed();
      const host: Host = { ...nodeHost, wallClockMs: () => nodeHost.wallClockMs() + days * 86_400_000 };
      const page = await TestPage.open(host, storage);
      expect(await page.run('cat kept.txt; docker ps -q; echo; date +%Y')).toContain('kept');
      expect(await page.query('save', {})).toMatchObject({ saved: true });
      page.send({ kind: 'reset', epoch: 1 });
    },
    60_000,
  );

  it('WebAssembly that does not load ends the program with words; the rest works', async () => {
    const host: Host = {
      ...nodeHost,
      compile: () => Promise.reject(new Error('no WebAssembly here')),
      asset: () => Promise.reject(new Error('no network')),
    };
    const page = await TestPage.open(host, await confirmed());
    const printed = await page.run('python3 -c "print(1)"; echo "status $?"');
    expect(printed).toMatch(/status [1-9]/);
    expect(await page.run('cat kept.txt; echo')).toContain('kept');
    page.send({ kind: 'reset', epoch: 1 });
  }, 60_000);
});
