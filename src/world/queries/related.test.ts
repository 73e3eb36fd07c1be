import { describe, expect, it } from 'vitest';
import { machineAfter } from '../testing/machine-after.ts';

const MACHINE = 'node1';

describe('what belongs together', () => {
  it('leads from a container to what it uses, and back', async () => {
    const { ask, state } = await machineAfter(
      [
        'docker network create lab',
        'docker volume create data',
        'docker run -d --name web --network lab -v data:/d -v ./x.txt:/x.txt nginx:alpine',
        'docker exec web sh -c "echo hello > /d/note"',
      ],
      { 'x.txt': 'from the machine' },
    );
    const id = [...state.containers][0]?.[0] ?? '';
    const of = { type: 'container', id, machine: MACHINE, name: 'web' } as const;
    const { things, command } = await ask('related', of);
    expect(command).toBe('docker inspect web');
    expect(things.map(({ type, name, note }) => [type, name, note])).toEqual([
      ['image', 'nginx:alpine', ''],
      ['network', 'lab', '172.18.0.2'],
      ['volume', 'data', 'in /d'],
    ]);
    for (const { type, id: thing, name } of things.slice(1)) {
      const used = await ask('related', {
        type: type as 'network' | 'volume',
        id: thing,
        machine: MACHINE,
        name,
      });
      expect(used).toEqual({
        things: [{ type: 'container', id, name: 'web', note: 'running' }],
        command: `docker ps -a --filter ${type}=${name}`,
      });
    }

    // The files of a container are those that its mounts bring, too.
    const place = { container: id, machine: MACHINE };
    expect((await ask('readFile', { place, path: '/d/note' })).text).toBe('hello\n');
    expect((await ask('readFile', { place, path: '/x.txt' })).text).toBe('from the machine');
    const volume = { place: { machine: MACHINE }, path: '/var/lib/docker/volumes/data/_data' };
    expect((await ask('readFolder', volume)).map(({ name }) => name)).toEqual(['note']);
    await expect(ask('readFolder', { ...volume, place: { machine: 'node2' } })).rejects.toThrow(
      'node2 is switched off.',
    );
  });

  it('looking into a container that never started makes nothing in it', async () => {
    const { ask, state } = await machineAfter(['docker create --name idle -v data:/not/there nginx:alpine']);
    const id = [...state.containers][0]?.[0] ?? '';
    const folders = await ask('readFolder', { place: { container: id }, path: '/' });
    expect(folders.map(({ name }) => name)).not.toContain('not');
  });

  it('leads from an image to its last build', async () => {
    const { ask, state } = await machineAfter(['docker build -q -t app .', 'docker build -q -t app .'], {
      Dockerfile: 'FROM busybox\nRUN echo 1 > /a\n',
    });
    const id = [...state.builds].at(-1)?.[1].imageId ?? '';
    const { build } = await ask('imageBuild', { id, machine: MACHINE });
    expect([build?.id, build?.steps.map(({ status }) => status)]).toEqual(['2', ['cached', 'cached']]);
    expect(await ask('imageBuild', { id: 'sha256:none', machine: MACHINE })).toEqual({});
  });
});
