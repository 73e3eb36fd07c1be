import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nodeHost } from '../host/node.ts';
import { gunzipped } from '../lib/gunzip.ts';
import { openCommandSession } from './run-commands.ts';
import { clearSaved, loadWorld, saveWorld, type WorldSnapshot } from './saved-world.ts';
import { SANDBOX_FILE_HEAD, unpackSandbox } from './sandbox-file.ts';
import { MemoryStorage } from './testing/memory-storage.ts';
import { createWorld, PROJECT_FOLDER, type World } from './world.ts';

const SEED = 7;

function openWorld(restore?: WorldSnapshot): World {
  return createWorld({
    host: nodeHost,
    seed: SEED,
    mode: 'virtual',
    onError: (error) => {
      throw error;
    },
    ...(restore ? { restore } : {}),
  });
}

/** Runs lines in one bash; what they print. */
async function run(world: World, ...commands: string[]): Promise<string> {
  const session = openCommandSession(world, world.machines[0], { cwd: PROJECT_FOLDER });
  let printed = '';
  for (const command of commands) {
    const { stdout, stderr } = await session.run({ command });
    printed += stdout + stderr;
  }
  return printed;
}

function snapshot(world: World): WorldSnapshot {
  const [first, ...others] = world.save();
  return {
    ...first,
    others,
    seed: SEED,
    nowMs: world.queue.now(),
    terminals: { one: { cwd: '/tmp', history: ['ls', 'pwd'] } },
    pageState: 'open files',
  };
}

const LIFE = [
  'echo "v1" > note.txt; ln note.txt hard; ln -s note.txt soft; chmod 640 note.txt; truncate -s 5000000 big 2>/dev/null || true',
  'printf "FROM alpine\\nRUN echo built > /built\\n" > Dockerfile; docker build -q -t mine . >/dev/null',
  'docker volume create data >/dev/null; docker network create lab >/dev/null',
  'docker run -d --name app --network lab -v data:/d mine sh -c "echo started >> /d/log; sleep 100000" >/dev/null',
  'docker run --name done mine sh -c "echo said; exit 3"; docker exec app sh -c "echo x > /inside"',
];

const LOOK = [
  'cat note.txt; ls -li note.txt hard | cut -d" " -f1 | uniq | wc -l; readlink soft; stat -c "%a %h" note.txt',
  'docker images --format "{{.Repository}}:{{.Tag}} {{.ID}}"; docker history -q mine | head -1',
  'docker ps -a --format "{{.Names}} {{.Image}} {{.State}}"; docker logs done; docker diff app',
  'docker exec app cat /inside /built; docker inspect -f "{{.State.ExitCode}} {{.RestartCount}}" done',
  'docker volume ls -q; docker network ls --format "{{.Name}}"',
];

describe('a world that is saved and loaded', () => {
  it('is the same world, its running containers started again', async () => {
    const storage = new MemoryStorage();
    const world = openWorld();
    await run(world, ...LIFE);
    const before = await run(world, ...LOOK);
    await saveWorld(storage, snapshot(world), new Set());
    const known = new Set<string>();
    const loaded = await loadWorld(storage, known);
    expect(loaded?.terminals).toEqual({ one: { cwd: '/tmp', history: ['ls', 'pwd'] } });
    expect(loaded?.pageState).toBe('open files');
    const restored = openWorld(loaded);
    await run(restored, 'sleep 1');
    expect(await run(restored, ...LOOK)).toBe(before);
    expect(await run(restored, 'docker exec app cat /d/log')).toBe('started\nstarted\n');
    expect(known.size).toBe((await storage.keys('blob/')).length);
  });

  it('writes only what is new, and drops what is not needed any more', async () => {
    const storage = new MemoryStorage();
    const known = new Set<string>();
    const world = openWorld();
    await run(world, ...LIFE);
    const first = await saveWorld(storage, snapshot(world), known);
    await run(world, 'echo v2 > note.txt');
    const second = await saveWorld(storage, snapshot(world), known);
    expect(second).toBeLessThan(first / 3);
    await run(
      world,
      'docker rm -f app done >/dev/null; docker rmi mine >/dev/null; docker builder prune -af >/dev/null',
    );
    const blobs = (await storage.keys('blob/')).length;
    await saveWorld(storage, snapshot(world), known);
    expect((await storage.keys('blob/')).length).toBeLessThan(blobs);
    expect(await loadWorld(storage, new Set())).toBeDefined();
  });

  it('is what was saved last when a save fails', async () => {
    const storage = new MemoryStorage();
    const known = new Set<string>();
    const world = openWorld();
    await run(world, 'echo kept > note.txt');
    await saveWorld(storage, snapshot(world), known);
    await run(world, 'echo lost > note.txt');
    storage.failNext = true;
    await expect(saveWorld(storage, snapshot(world), known)).rejects.toThrow('quota exceeded');
    const old = openWorld(await loadWorld(storage, new Set()));
    expect(await run(old, 'cat note.txt')).toBe('kept\n');
    await saveWorld(storage, snapshot(world), known);
    const next = openWorld(await loadWorld(storage, new Set()));
    expect(await run(next, 'cat note.txt')).toBe('lost\n');
  });

  it('has its machines again; one that was saved with a single machine has that', async () => {
    const storage = new MemoryStorage();
    const world = openWorld();
    world.addMachine();
    await run(world, 'echo kept > note.txt');
    await saveWorld(storage, snapshot(world), new Set());
    const machines = openWorld(await loadWorld(storage, new Set())).machines;
    expect(machines.map(({ name }) => name)).toEqual(['node1', 'node2']);
    world.removeMachine();
    await saveWorld(storage, snapshot(world), new Set());
    const loaded = await loadWorld(storage, new Set());
    expect(loaded).not.toHaveProperty('others');
    expect(await run(openWorld(loaded), 'cat note.txt')).toBe('kept\n');
  });

  it('has as much room on its disk as before', async () => {
    const storage = new MemoryStorage();
    const world = openWorld();
    await run(world, 'fallocate -l 2G big; docker run --name cc alpine fallocate -l 1G /big');
    const before = await run(world, 'df --output=used / | tail -1; docker system df --format "{{.Size}}"');
    await saveWorld(storage, snapshot(world), new Set());
    const restored = openWorld(await loadWorld(storage, new Set()));
    const { usedBytes = 0 } = restored.machines[0].kernel.hostFs.space ?? {};
    expect(usedBytes).toBe(world.machines[0].kernel.hostFs.space?.usedBytes);
    expect(await run(restored, 'df --output=used / | tail -1; docker system df --format "{{.Size}}"')).toBe(
      before,
    );
    await run(restored, 'rm big; docker rm cc');
    expect(restored.machines[0].kernel.hostFs.space?.usedBytes).toBeLessThan(usedBytes - 3e9);
  });

  it('starts again even when the learner deleted everything', async () => {
    const storage = new MemoryStorage();
    const world = openWorld();
    await run(world, 'rm -rf --no-preserve-root / 2>/dev/null');
    await saveWorld(storage, snapshot(world), new Set());
    const restored = openWorld(await loadWorld(storage, new Set()));
    const { hostFs } = restored.machines[0].kernel;
    expect(hostFs.lookup(hostFs.root, 'run')).toBeDefined();
    expect(hostFs.lookup(hostFs.root, 'bin')).toBeUndefined();
  });

  it('opens what the first version saved', async () => {
    const file = readFileSync(new URL('./testing/saved-by-version-1.drydock', import.meta.url));
    const { entries } = unpackSandbox(gunzipped(file.subarray(SANDBOX_FILE_HEAD.length)));
    const storage = new MemoryStorage();
    await storage.put(entries);
    const snapshot = await loadWorld(storage, new Set());
    expect(snapshot).toMatchObject({ journal: [], terminals: { 'terminal-1': { cwd: '/root/site' } } });
    expect(snapshot).not.toHaveProperty('lesson');
    const world = openWorld(snapshot);
    const look =
      'docker ps --format "{{.Names}} {{.Image}}"; docker network ls -qf name=lab | wc -l; cat note.txt';
    expect(await run(world, 'sleep 2', look, 'docker exec keeper cat /d/x')).toBe(
      'keeper alpine\n1\nnote\nkept\n',
    );
  });

  it('says what is wrong with a damaged save', async () => {
    const storage = new MemoryStorage();
    const world = openWorld();
    await run(world, 'true');
    await saveWorld(storage, snapshot(world), new Set());
    const [blob = ''] = await storage.keys('blob/');
    storage.entries.delete(blob);
    await expect(loadWorld(storage, new Set())).rejects.toThrow('a part of the saved state is missing');
    await clearSaved(storage, new Set());
    expect(await loadWorld(storage, new Set())).toBeUndefined();
    expect(storage.entries.size).toBe(0);
  });
});
