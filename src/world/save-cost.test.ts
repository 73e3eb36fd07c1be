import { expect, it } from 'vitest';
import { nodeHost } from '../host/node.ts';
import { openCommandSession } from './run-commands.ts';
import { saveWorld, type WorldSnapshot } from './saved-world.ts';
import { MemoryStorage } from './testing/memory-storage.ts';
import { createWorld } from './world.ts';

/** Counts what each save writes. */
class CountingStorage extends MemoryStorage {
  written: string[] = [];
  bytes = 0;

  override put(entries: ReadonlyMap<string, Uint8Array>, obsolete: readonly string[] = []): Promise<void> {
    this.written = [...entries.keys()];
    this.bytes = [...entries.values()].reduce((sum, { length }) => sum + length, 0);
    return super.put(entries, obsolete);
  }
}

it('a save after one command writes what changed, not all containers', async () => {
  const world = createWorld({ host: nodeHost, seed: 7, mode: 'virtual' });
  const session = openCommandSession(world, world.machines[0], { cwd: '/root' });
  const [storage, known] = [new CountingStorage(), new Set<string>()];
  const costOf = async (command: string): Promise<{ records: number; bytes: number }> => {
    expect(await session.run({ command })).toMatchObject({ exitCode: 0 });
    const [first, ...others] = world.save();
    const snapshot: WorldSnapshot = { ...first, others, seed: 7, nowMs: world.queue.now(), terminals: {} };
    await saveWorld(storage, snapshot, known);
    return { records: storage.written.length, bytes: storage.bytes };
  };
  await costOf('docker pull -q alpine');
  const [{ kernel, engine }] = world.machines;
  kernel.task('fill', async () => {
    for (let at = 0; at < 250; at++)
      await engine.api.ContainerCreate({ Image: 'alpine' }, { name: `c${at}` });
  });
  const all = await costOf('sleep 60; docker inspect -f ok c249');
  expect(all.bytes).toBeGreaterThan(700_000);
  const file = await costOf('echo x > note.txt');
  // Manifest, the line about it, the file's content, and two pieces of the machine's tree.
  expect(file.records).toBeLessThanOrEqual(5);
  expect(file.bytes).toBeLessThan(50_000);
  // And a piece of the records, one of the containers, a tree.
  const one = await costOf('docker cp note.txt c77:/');
  expect(one.records).toBeLessThanOrEqual(12);
  expect(one.bytes).toBeLessThan(70_000);
  const gone = await costOf('docker rm c77');
  expect(gone.records).toBeLessThanOrEqual(12);
  expect(gone.bytes).toBeLessThan(90_000);
});
