import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHolder, lastSandbox } from './hold-sandbox.ts';

/** One browser: its tabs share locks, a channel and what is remembered. */
function openBrowser() {
  type Holder = { end: () => void; steal: () => void };
  const held = new Map<string, Holder>();
  const waiting = new Map<string, (() => void)[]>();
  const request = (
    name: string,
    { signal, steal, ifAvailable }: LockOptions,
    callback: (lock?: null) => Promise<void>,
  ): Promise<void> =>
    new Promise((resolve, reject) => {
      if (ifAvailable && held.has(name)) return void callback(null).then(resolve);
      const grant = (): void => {
        const mine: Holder = { end: resolve, steal: () => reject(new Error('stolen')) };
        held.set(name, mine);
        void callback().then(() => {
          resolve();
          if (held.get(name) !== mine) return;
          held.delete(name);
          waiting.get(name)?.shift()?.();
        });
      };
      if (steal) {
        held.get(name)?.steal();
        return grant();
      }
      if (!held.has(name)) return grant();
      const queue = waiting.get(name) ?? [];
      waiting.set(name, [...queue, grant]);
      signal?.addEventListener('abort', () => {
        const still = waiting.get(name) ?? [];
        if (!still.includes(grant)) return;
        waiting.set(
          name,
          still.filter((each) => each !== grant),
        );
        reject(new Error('aborted'));
      });
    });
  const listeners = new Map<object, Set<(event: MessageEvent) => void>>();
  const createChannel = () => {
    const own = new Set<(event: MessageEvent) => void>();
    const channel = {
      postMessage: (data: unknown) => {
        for (const [other, heard] of listeners)
          if (other !== channel) for (const hear of [...heard]) hear({ data } as MessageEvent);
      },
      addEventListener: (_type: string, hear: (event: MessageEvent) => void) => void own.add(hear),
      removeEventListener: (_type: string, hear: (event: MessageEvent) => void) => void own.delete(hear),
    };
    listeners.set(channel, own);
    return channel;
  };
  const memory = new Map<string, string>();
  const storage = {
    getItem: (key: string) => memory.get(key) ?? null,
    setItem: (key: string, value: string) => void memory.set(key, value),
  };
  const openTab = (isFrozen = false) => {
    const holder = createHolder({
      locks: { request } as unknown as LockManager,
      channel: isFrozen ? undefined : (createChannel() as unknown as BroadcastChannel),
      remembered: [storage],
    });
    const events = { save: vi.fn(() => Promise.resolve()), lost: vi.fn() };
    holder.listen(events);
    return { holder, ...events };
  };
  return { openTab, memory, storage };
}

describe('holding a sandbox', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(), ms);
      return controller.signal;
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });
  const settled = async <T>(promise: Promise<T>): Promise<T> => {
    await vi.advanceTimersByTimeAsync(10_000);
    return promise;
  };

  it('is not taken for held by another where the browser answers late', async () => {
    const request = (_: string, { signal }: LockOptions, callback: () => Promise<void>): Promise<void> =>
      signal
        ? new Promise((__, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))))
        : callback();
    const holder = createHolder({
      locks: { request } as unknown as LockManager,
      channel: undefined,
      remembered: [],
    });
    const asked = holder.hold('drydock', false);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await asked).toBe(true);
  });

  it('is for one tab, until that one gives it up or ends', async () => {
    const { openTab } = openBrowser();
    const [one, two] = [openTab(), openTab()];
    expect(await one.holder.hold('a', false)).toBe(true);
    expect(await one.holder.hold('a', false)).toBe(true);
    expect(await settled(two.holder.hold('a', false))).toBe(false);
    expect(await two.holder.hold('b', false)).toBe(true);
    one.holder.release('a');
    expect(await settled(two.holder.hold('a', false))).toBe(true);
    expect(one.lost).not.toHaveBeenCalled();
  });

  it('is saved and given up when another tab takes it', async () => {
    const { openTab } = openBrowser();
    const [one, two] = [openTab(), openTab()];
    await one.holder.hold('a', false);
    await settled(two.holder.askToSave('a'));
    expect(one.save).toHaveBeenCalledTimes(1);
    expect(await settled(two.holder.hold('a', true))).toBe(true);
    expect(one.save).toHaveBeenCalledTimes(2);
    expect(one.lost.mock.calls).toEqual([['a']]);
    expect(await settled(one.holder.hold('a', false))).toBe(false);
  });

  it('is taken from a tab that does not answer', async () => {
    const { openTab } = openBrowser();
    const [frozen, two] = [openTab(true), openTab()];
    await frozen.holder.hold('a', false);
    expect(await settled(two.holder.hold('a', true))).toBe(true);
    expect(frozen.lost.mock.calls).toEqual([['a']]);
  });

  it('is not given up again by a save that came too late', async () => {
    const { openTab } = openBrowser();
    const [slow, two] = [openTab(), openTab()];
    await slow.holder.hold('a', false);
    let stored = (): void => undefined;
    slow.save.mockReturnValueOnce(new Promise<void>((resolve) => (stored = resolve)));
    expect(await settled(two.holder.hold('a', true))).toBe(true);
    expect(await settled(slow.holder.hold('a', true))).toBe(true);
    stored();
    await settled(Promise.resolve());
    expect([slow.lost.mock.calls, two.lost.mock.calls]).toEqual([[['a']], [['a']]]);
  });

  it('does without locks', async () => {
    const holder = createHolder({ locks: undefined, channel: undefined, remembered: [undefined] });
    expect(await holder.hold('a', false)).toBe(true);
    await holder.askToSave('a');
  });

  it('is remembered, where that makes sense', () => {
    const { openTab, memory, storage } = openBrowser();
    expect(lastSandbox([undefined, storage])).toEqual({ id: 'drydock', name: 'My sandbox' });
    openTab().holder.remember({ id: 'drydock-0a', name: 'Mine' });
    expect(lastSandbox([storage])).toEqual({ id: 'drydock-0a', name: 'Mine' });
    memory.set('drydock.sandbox', '{"id":"other-database","name":"x"}');
    expect(lastSandbox([storage]).id).toBe('drydock');
  });
});
