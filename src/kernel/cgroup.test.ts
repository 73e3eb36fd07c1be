import { describe, expect, it } from 'vitest';
import type { Program } from './process.ts';
import { bootForTest, runForTest } from './testing/boot.ts';

const MIB = 1024 * 1024;

/** Starts `program` as pid 1 of a namespace and group of its own. */
function startLimited(
  program: Program,
  limits: { memoryBytes?: number; processes?: number; cpus?: number },
): {
  machine: ReturnType<typeof bootForTest>;
  wait: () => Promise<unknown>;
  cgroup: import('./cgroup.ts').Cgroup;
} {
  const machine = bootForTest();
  const { kernel, queue } = machine;
  const cgroup = kernel.createCgroup(limits);
  const started = kernel.start({
    program,
    argv: ['limited'],
    env: new Map(),
    cwd: '/',
    uid: 0,
    gid: 0,
    mounts: kernel.hostMounts,
    pidNamespace: kernel.createPidNamespace('limited'),
    network: kernel.hostNetwork,
    uts: { hostname: 'limited' },
    fds: new Map(),
    cgroup,
  });
  const wait = async (): Promise<unknown> => {
    const task = kernel.task('wait', () => started.wait());
    await queue.whenIdle();
    return task.join();
  };
  return { machine, wait, cgroup };
}

describe('a control group', () => {
  it('kills its biggest process when memory is used up, even pid 1', async () => {
    const { wait, cgroup } = startLimited(
      (proc) => {
        for (;;) proc.allocate(MIB);
      },
      { memoryBytes: 8 * MIB },
    );
    let told = 0;
    cgroup.onOomKill = () => told++;
    expect(await wait()).toEqual({ signal: 'SIGKILL' });
    expect({ told, kills: cgroup.oomKills, left: cgroup.memoryBytes, processes: cgroup.processes }).toEqual({
      told: 1, kills: 1, left: 0, processes: 0,
    }); // prettier-ignore
  });

  it('spares the parent of a child that holds more', async () => {
    const { wait } = startLimited(
      async (proc) => {
        const pid = proc.fork((child) => {
          for (;;) child.allocate(MIB);
        });
        const { status } = await proc.wait(pid);
        return 'signal' in status && status.signal === 'SIGKILL' ? 3 : 0;
      },
      { memoryBytes: 8 * MIB },
    );
    expect(await wait()).toEqual({ code: 3 });
  });

  it('takes back what is given back', async () => {
    const { wait, cgroup } = startLimited(
      (proc) => {
        for (let round = 0; round < 100; round++) {
          proc.allocate(4 * MIB);
          proc.allocate(-4 * MIB);
        }
        return 0;
      },
      { memoryBytes: 8 * MIB },
    );
    expect(await wait()).toEqual({ code: 0 });
    expect(cgroup.peakBytes).toBe(4 * MIB + 380 * 1024);
  });

  it('refuses a process more than it may have', async () => {
    const { wait } = startLimited(
      (proc) => {
        let count = 0;
        try {
          for (;;) {
            proc.fork((child) => child.pause());
            count++;
          }
        } catch (error) {
          return (error as Error).message === 'Resource temporarily unavailable' ? count : 99;
        }
      },
      { processes: 5 },
    );
    expect(await wait()).toEqual({ code: 4 });
  });

  it('lets its processes run for their share of each period', async () => {
    const { wait, machine, cgroup } = startLimited(
      async (proc) => {
        for (let step = 0; step < 1000; step++) await proc.tick(1000);
        return 0;
      },
      { cpus: 0.25 },
    );
    const begin = machine.queue.now();
    expect(await wait()).toEqual({ code: 0 });
    expect(cgroup.cpuMicros).toBe(1_000_000);
    expect(Math.round((machine.queue.now() - begin) / 100)).toBe(40);
  });
});

it('a forked shell costs little of its own', async () => {
  const machine = bootForTest({
    main: async (proc) => {
      const pid = proc.fork((child) => child.pause());
      await proc.out(
        `${proc
          .processes()
          .map(({ residentBytes }) => residentBytes / 1024)
          .join(' ')}\n`,
      );
      proc.kill(pid, 'SIGKILL');
      return 0;
    },
  });
  expect((await runForTest(machine, '/bin/main', ['main'])).stdout).toBe('2172 2048\n');
});
