import { describe, expect, it } from 'vitest';
import { bootEngine, runContainer, startDetached } from '../testing/boot-engine.ts';
import { containerCapabilities } from './capabilities.ts';
import { cgroupLimits } from './cgroup-limits.ts';

const MIB = 1024 * 1024;

describe('limits of a container', () => {
  it('over its memory it is killed, and says so', async () => {
    const { asClient, engine } = bootEngine();
    const { id, status } = await asClient((api) =>
      runContainer(api, { Cmd: ['grow', '20'], HostConfig: { Memory: 16 * MIB } }, 'big'),
    );
    expect(status).toBe(137);
    expect(engine.store.state.containers.get(id)).toMatchObject({ exitCode: 137, oomKilled: true });
    expect(engine.store.pastEvents.map(({ Action }) => Action).slice(-3)).toEqual([
      'oom',
      'die',
      'disconnect',
    ]);
  });

  it('update changes them while it runs; stats count what it takes', async () => {
    const { asClient } = bootEngine();
    await asClient((api) => startDetached(api, { Cmd: ['grow', '20'] }, 'box'));
    const usage = await asClient(async (api) => {
      await api.ContainerUpdate('box', { Memory: 64 * MIB, MemorySwap: 64 * MIB });
      for await (const { memory_stats } of api.ContainerStats('box', { stream: false, oneShot: true }))
        return memory_stats;
      return undefined;
    });
    expect(usage).toEqual({ usage: 20 * MIB + 380 * 1024, limit: 64 * MIB, stats: {} });
  });

  it('are shown in its cgroup file system', async () => {
    const { asClient } = bootEngine();
    const read = (name: string): Promise<string> =>
      asClient(async (api) => {
        const HostConfig = { Memory: 16 * MIB, NanoCpus: 5e8, PidsLimit: 7, AutoRemove: true };
        return (await runContainer(api, { Cmd: ['read', `/sys/fs/cgroup/${name}`], HostConfig })).stdout;
      });
    const files = ['memory.max', 'cpu.max', 'pids.max', 'pids.current', 'memory.current'];
    expect(await Promise.resolve(files).then(async (names) => [
      await read(names[0] ?? ''), await read(names[1] ?? ''), await read(names[2] ?? ''), await read(names[3] ?? ''), await read(names[4] ?? ''),
    ])).toEqual(['16777216\n', '50000 100000\n', '7\n', '1\n', '389120\n']); // prettier-ignore
  });

  it('come from quota and period as well as from --cpus', () => {
    expect(cgroupLimits({ CpuQuota: 25_000, CpuPeriod: 50_000, CpuShares: 512, PidsLimit: -1 })).toEqual({
      cpus: 0.5,
      cpuWeight: 20,
    });
  });
});

describe('capabilities of a container', () => {
  it.each([
    ['the usual ones', {}, 14],
    ['none', { CapDrop: ['ALL'] }, 0],
    ['only one', { CapDrop: ['all'], CapAdd: ['CAP_CHOWN'] }, 1],
    ['one more', { CapAdd: ['SYS_ADMIN'] }, 15],
    ['all but one', { CapAdd: ['ALL'], CapDrop: ['NET_RAW'] }, 40],
    ['all', { Privileged: true, CapDrop: ['ALL'] }, 41],
  ])('%s', (_name, host, count) => {
    expect(containerCapabilities(host).size).toBe(count);
  });
});
