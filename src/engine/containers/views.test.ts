import { describe, expect, it } from 'vitest';
import { toText } from '../../lib/bytes.ts';
import { bootEngine, execIn, runContainer, startDetached } from '../testing/boot-engine.ts';

describe('list', () => {
  it('shows states and filters them', async () => {
    const { asClient, kernel } = bootEngine();
    await asClient(async (api) => {
      await startDetached(api, { Labels: { tier: 'front', env: 'dev' } }, 'n1');
      await startDetached(api, { Labels: { tier: 'back' }, HostConfig: { Binds: ['data:/data'] } }, 'b1');
      await runContainer(api, { Cmd: ['fail', '3'] }, 'b2');
      await api.ContainerCreate({ Image: 'app' }, { name: 'c1' });
      await api.ContainerPause('n1');
      await kernel.clock.sleep(5000);
      const names = async (filters: Record<string, string[]>, all = false) =>
        (await api.ContainerList({ all, filters })).map(({ Names }) => Names[0]?.slice(1)).join();
      const statuses = (await api.ContainerList({ all: true })).map(
        ({ Names, Status }) => `${String(Names[0])} ${Status}`,
      );
      expect(statuses).toEqual([
        '/c1 Created',
        '/b2 Exited (3) 5 seconds ago',
        '/b1 Up 5 seconds',
        '/n1 Up 5 seconds (Paused)',
      ]);
      expect([
        await names({}),
        await names({ status: ['created', 'exited'] }),
        await names({ label: ['tier'] }),
        await names({ label: ['tier=front', 'env=dev'] }),
        await names({ name: ['b'] }, true),
        await names({ name: ['^b1$'] }, true),
        await names({ exited: ['3'] }, true),
        await names({ before: ['b1'] }, true),
        await names({ since: ['b1'] }, true),
        await names({ volume: ['data'] }),
        await names({ ancestor: ['app'] }),
        await names({ network: ['bridge'] }),
        (await api.ContainerList({ limit: 2 })).length,
      ]).toEqual([
        'b1,n1',
        'c1,b2',
        'b1,n1',
        'n1',
        'b2,b1',
        'b1',
        'b2',
        'n1',
        'c1,b2',
        'b1',
        'b1,n1',
        'b1,n1',
        2,
      ]);
    });
  });

  it.each([
    [{ colour: ['red'] }, "invalid filter 'colour'"],
    [{ status: ['sleeping'] }, "invalid filter 'status=sleeping'"],
    [{ exited: ['x'] }, 'strconv.Atoi: parsing "x": invalid syntax'],
    [{ before: ['nosuch'] }, 'No such container: nosuch'],
  ])('refuses %j', async (filters, message) => {
    const { asClient } = bootEngine();
    await expect(asClient((api) => api.ContainerList({ filters }))).rejects.toThrow(message);
  });
});

describe('logs', () => {
  it('keeps both streams, with times, tails and follows', async () => {
    const { asClient } = bootEngine();
    const result = await asClient(async (api, proc) => {
      const id = await startDetached(api, { Cmd: ['count', '3'] }, 'lg');
      const read = async (options: Parameters<typeof api.ContainerLogs>[1]) => {
        let text = '';
        for await (const { data } of api.ContainerLogs(id, options)) text += toText(data);
        return text;
      };
      const both = { stdout: true, stderr: true };
      const now = await read(both);
      const followed = await read({ ...both, follow: true });
      await proc.sleep(1000);
      return [
        now,
        followed,
        await read({ ...both, tail: '2' }),
        await read({ ...both, tail: '0' }),
        await read({ stdout: true, stderr: false }),
        (await read({ ...both, tail: '1', timestamps: true })).replace(
          /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z/,
          'TIME',
        ),
      ];
    });
    expect(result).toEqual(['s1\n', 's1\ns2\ns3\noops\n', 's3\noops\n', '', 's1\ns2\ns3\n', 'TIME oops\n']);
  });

  it('of a driver that keeps nothing cannot be read', async () => {
    const { asClient } = bootEngine();
    const read = asClient(async (api) => {
      const { id } = await runContainer(api, {
        Cmd: ['echo'],
        HostConfig: { LogConfig: { Type: 'none', Config: {} } },
      });
      for await (const record of api.ContainerLogs(id, { stdout: true, stderr: true }))
        expect(record).toBeUndefined();
    });
    await expect(read).rejects.toThrow('configured logging driver does not support reading');
  });
});

describe('health', () => {
  it('turns healthy, unhealthy after its retries, and healthy again', async () => {
    const { asClient, engine, kernel } = bootEngine();
    const Healthcheck = { Test: ['CMD', 'test', '/ok'], Interval: 1e9, Retries: 2 };
    const seen = await asClient(async (api) => {
      await startDetached(api, { Healthcheck }, 'box');
      const health = async () => (await api.ContainerList())[0]?.Status.replace(/.*\(/, '(');
      const states = [await health()];
      await execIn(api, 'box', ['write', '/ok']);
      await kernel.clock.sleep(1500);
      states.push(await health());
      await execIn(api, 'box', ['rename', '/ok', '/gone']);
      await kernel.clock.sleep(3300);
      states.push(await health());
      return [states, (await api.ContainerInspect('box')).State.Health?.FailingStreak];
    });
    expect(seen).toEqual([['(health: starting)', '(healthy)', '(unhealthy)'], 3]);
    const actions = engine.store.pastEvents
      .map(({ Action }) => Action)
      .filter((action) => action.startsWith('health'));
    expect(actions).toEqual(['health_status: healthy', 'health_status: unhealthy']);
  });

  it('a check that takes too long fails', async () => {
    const { asClient, kernel } = bootEngine();
    const Healthcheck = { Test: ['CMD', 'sleep', '60'], Interval: 1e9, Timeout: 1e9, Retries: 1 };
    const health = await asClient(async (api) => {
      const id = await startDetached(api, { Healthcheck });
      await kernel.clock.sleep(2500);
      return (await api.ContainerInspect(id)).State.Health;
    });
    expect(health).toMatchObject({
      Status: 'unhealthy',
      Log: [{ ExitCode: -1, Output: 'Health check exceeded timeout (1s)' }],
    });
  });
});

describe('changes and archives', () => {
  it('shows what a container wrote, and copies in and out', async () => {
    const { asClient } = bootEngine();
    const result = await asClient(async (api) => {
      const { id } = await runContainer(api, { Cmd: ['write', '/etc/new', 'x'] }, 'box');
      const files = await api.ContainerArchive(id, '/etc/new');
      await api.PutContainerArchive(id, '/tmp', files);
      const info = await api.ContainerArchiveInfo(id, '/tmp/new');
      const missing = await api.ContainerArchiveInfo('box', '/nope').catch((error: Error) => error.message);
      const changes = (await api.ContainerChanges(id)).map(({ Path, Kind }) => `${String(Kind)} ${Path}`);
      return [info.name, info.size, missing, changes];
    });
    expect(result).toEqual([
      'new',
      2,
      'Could not find the file /nope in container box',
      ['0 /etc', '1 /etc/new', '0 /tmp', '1 /tmp/new'],
    ]);
  });
});

describe('top and stats', () => {
  it('tell of running containers only', async () => {
    const { asClient } = bootEngine();
    const result = await asClient(async (api) => {
      const id = await startDetached(api, {}, 'box');
      const top = await api.ContainerTop('box', '-o pid,args');
      const stats = [];
      for await (const sample of api.ContainerStats('box', { stream: false }))
        stats.push(sample.pids_stats.current);
      await api.ContainerKill('box');
      const refused = await api.ContainerTop('box').catch((error: Error) => error.message.replace(id, 'ID'));
      for await (const sample of api.ContainerStats('box', { stream: false }))
        stats.push(sample.pids_stats.current);
      return [top.Titles, top.Processes.map((row) => row[1]), stats, refused];
    });
    expect(result).toEqual([
      ['PID', 'COMMAND'],
      ['sleep 1000'],
      [1, undefined],
      'container ID is not running',
    ]);
  });
});
