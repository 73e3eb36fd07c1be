import { afterEach, describe, expect, it, vi } from 'vitest';
import { diffTrees } from '../kernel/files/diff.ts';
import { MemFs, treeOf } from '../kernel/files/mem-fs.ts';
import { PersistentMap } from '../lib/persistent-map.ts';
import { bootEngine } from './testing/boot-engine.ts';

/** Look-ups in maps of the state while this runs: a measure that no busy machine changes. */
async function lookUps(body: () => unknown): Promise<number> {
  const spy = vi.spyOn(PersistentMap.prototype, 'get');
  await body();
  return spy.mock.calls.length;
}

afterEach(() => vi.restoreAllMocks());

const MANY = 60;

describe('what it costs, counted', () => {
  it('a list goes once over its containers, and looks their image up once', async () => {
    const { asClient } = bootEngine();
    await asClient(async (api) => {
      for (let at = 0; at < MANY; at++) await api.ContainerCreate({ Image: 'app' });
      const walks = vi.spyOn(PersistentMap.prototype, 'entries');
      const count = await lookUps(async () =>
        expect(await api.ContainerList({ all: true })).toHaveLength(MANY),
      );
      expect(count).toBeLessThan(10);
      // The containers, and once more for the names that links give.
      expect(walks.mock.calls.length).toBeLessThanOrEqual(2);
    });
  });

  it('a commit is compared once, whoever follows the containers', async () => {
    const { engine, asClient } = bootEngine();
    await asClient(async (api) => {
      for (let at = 0; at < MANY; at++) await api.ContainerCreate({ Image: 'app' }, { name: `c${at}` });
      const { containers } = engine.store.state;
      const compared = vi.spyOn(PersistentMap.prototype, 'changesSince');
      await api.ContainerRename('c7', 'seven');
      expect(compared.mock.calls.filter(([before]) => before === containers)).toHaveLength(1);
    });
  });

  it('a diff of trees looks at what changed, not at all files', async () => {
    const before = treeOf((fs) => {
      for (let at = 0; at < 2000; at++)
        fs.create(fs.root, `f${at}`, { type: 'file', mode: 0o644, uid: 0, gid: 0 });
    });
    const fs = new MemFs({ dev: 1, from: before, now: () => 1 });
    fs.setAttributes(fs.lookup(fs.root, 'f77') ?? 0, { mode: 0o600 });
    const after = fs.freeze();
    let found: readonly unknown[] = [];
    const count = await lookUps(() => (found = diffTrees(before, after)));
    expect(found).toEqual([{ path: '/f77', kind: 'modified' }]);
    expect(count).toBeLessThan(50);
  });
});
