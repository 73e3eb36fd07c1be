import { describe, expect, it } from 'vitest';
import { bootEngine } from '../testing/boot-engine.ts';

const MANY = 50;

describe('the table of cells', () => {
  it('is frozen at the cost of what changed, whatever the number of containers', async () => {
    const { engine, asClient } = bootEngine();
    const { containers } = engine.context;
    await asClient(async (api) => {
      const ids: string[] = [];
      for (let at = 0; at < MANY; at++)
        ids.push((await api.ContainerCreate({ Image: 'app', Cmd: ['sleep', '9'] })).Id);
      const [one = '', other = ''] = ids;
      expect(containers.changes).toBe(MANY);
      const before = engine.save().containers;
      expect([before.size, containers.changes]).toEqual([MANY, 0]);
      expect(engine.save().containers).toBe(before);

      const { fs, log } = containers.get(one) ?? {};
      fs?.setAttributes(fs.root, { mode: 0o700 });
      fs?.setAttributes(fs.root, { mode: 0o711 });
      log?.append('stdout', new Uint8Array([10]), 1);
      await api.ContainerDelete(other);
      expect(containers.changes).toBe(2);
      const after = engine.save().containers;
      const changed = [...after.changesSince(before)].map(({ key }) => key);
      expect(changed.sort()).toEqual([one, other].sort());
      expect(after.get(one)).toEqual({ tree: fs?.freeze(), log: log?.freeze() });
      expect(before.get(one)?.log).toEqual([]);
      expect(after.get(other)).toBeUndefined();

      log?.append('stdout', new Uint8Array([10]), 2);
      expect(containers.changes).toBe(1);
    });
  });

  it('of a restored engine is what was restored, until something changes', async () => {
    const { engine, asClient } = bootEngine();
    await asClient((api) => api.ContainerCreate({ Image: 'app', Cmd: ['true'] }));
    const saved = engine.save();
    const again = bootEngine({ restore: saved }).engine;
    expect(again.save().containers).toBe(saved.containers);
    const [[, cell] = []] = again.context.containers;
    cell?.log.append('stdout', new Uint8Array([10]), 1);
    expect(again.save().containers).not.toBe(saved.containers);
  });
});
