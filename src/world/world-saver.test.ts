import { describe, expect, it } from 'vitest';
import { nodeHost } from '../host/node.ts';
import type { FromWorld } from './protocol.ts';
import type { WorldSnapshot } from './saved-world.ts';
import { HandHost } from './testing/hand-host.ts';
import { MemoryStorage } from './testing/memory-storage.ts';
import { WorldSaver } from './world-saver.ts';
import { createWorld } from './world.ts';

function open(storage = new MemoryStorage()) {
  const host = new HandHost(nodeHost);
  const told: FromWorld[] = [];
  const [machine] = createWorld({ host: nodeHost, seed: 1, mode: 'virtual' }).save();
  let nowMs = 0;
  const snapshot = (): WorldSnapshot => ({ ...machine, seed: 1, nowMs: (nowMs += 1), terminals: {} });
  const post = (message: FromWorld): void => void told.push(message);
  const saver = new WorldSaver({ host, storage, known: new Set(), post, snapshot, saving: undefined });
  return { host, told, saver, storage, taken: () => nowMs };
}

/** A storage whose writes take this long. */
const slow = (host: () => HandHost, ms: number): MemoryStorage => {
  const storage = new MemoryStorage();
  const put = storage.put.bind(storage);
  storage.put = (...given) => {
    host().nowMs += ms;
    return put(...given);
  };
  return storage;
};

describe('saving', () => {
  it('pauses as long as saves are slow, but never for more than some seconds; a deed waits less', async () => {
    const page: ReturnType<typeof open> = open(slow(() => page.host, 900));
    const { host, saver } = page;
    saver.soon();
    expect(host.nextMs).toBe(120);
    await saver.save();
    expect(host.nextMs).toBeUndefined();
    saver.soon();
    expect(host.nextMs).toBe(3000);
    saver.afterDeed();
    expect(host.nextMs).toBe(900);
    saver.soon();
    expect(host.nextMs).toBe(900);
    expect(host.timers).toHaveLength(1);
  });

  it('keeps one save in waiting, which takes the world as it is then', async () => {
    const { saver, told, taken } = open();
    const first = saver.save();
    expect(saver.save()).toBe(first);
    await Promise.resolve();
    const second = saver.save();
    expect(second).not.toBe(first);
    expect(saver.save()).toBe(second);
    expect(await Promise.all([first, second])).toEqual([true, true]);
    expect(taken()).toBe(2);
    expect(told.map(({ kind }) => kind)).toEqual(['saved', 'saved']);
  });

  it('tells when what is there now is stored, without hurrying', async () => {
    const { host, saver, taken, storage } = open();
    const told: boolean[] = [];
    void saver.whenSaved().then((isStored) => told.push(isStored));
    expect([host.nextMs, taken()]).toEqual([120, 0]);
    await saver.save();
    expect(told).toEqual([true]);
    storage.failNext = true;
    void saver.whenSaved().then((isStored) => told.push(isStored));
    await saver.save();
    expect(told).toEqual([true, false]);
    const last = saver.whenSaved();
    saver.stop();
    expect(await last).toBe(false);
  });

  it('tells why it failed, and goes on with the next', async () => {
    const { saver, told, storage } = open();
    storage.failNext = true;
    expect(await saver.save()).toBe(false);
    expect(await saver.save()).toBe(true);
    await storage.claim();
    await new MemoryStorage(storage).claim();
    const before = storage.entries.get('manifest');
    expect(await saver.save()).toBe(false);
    expect(storage.entries.get('manifest')).toBe(before);
    expect(told).toMatchObject([
      { kind: 'save.failed', reason: 'full' },
      { kind: 'saved' },
      { kind: 'save.failed', reason: 'taken' },
    ]);
  });

  it('saves nothing once it is stopped', async () => {
    const { saver, taken, host } = open();
    saver.soon();
    const waiting = saver.save();
    saver.stop();
    expect(await waiting).toBe(false);
    saver.soon();
    expect([taken(), host.nextMs]).toEqual([0, undefined]);
  });
});
