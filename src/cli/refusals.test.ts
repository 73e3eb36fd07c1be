import { describe, expect, it } from 'vitest';
import type { EngineApi } from '../api/engine-api.ts';
import { createKernel } from '../kernel/create-kernel.ts';
import { RunQueue } from '../kernel/run-queue.ts';
import { stillHost } from '../kernel/testing/boot.ts';
import { docker } from './docker.ts';

/** Runs the client where a daemon creates what it is asked to; resolves what was said beside the terminal, and the status. */
async function run(...args: string[]): Promise<{ notices: string[]; status: unknown }> {
  const notices: string[] = [];
  const queue = new RunQueue(stillHost, { startMs: 0, mode: 'virtual' });
  const facts = {
    kernelRelease: '',
    kernelVersion: '',
    architecture: 'amd64' as const,
    cpus: 1,
    memoryBytes: 2 ** 30,
    bootMs: 0,
  };
  const kernel = createKernel({
    queue,
    seed: 1,
    hostname: 'a',
    programs: new Map(),
    facts,
    onNotice: (text) => notices.push(text),
  });
  const view = kernel.viewAsRoot(kernel.hostMounts);
  view.mkdirAll('/var/run');
  const api = {
    ContainerCreate: () => Promise.resolve({ Id: 'x', Warnings: [] }),
    NetworkCreate: () => Promise.resolve({ Id: 'x', Warning: '' }),
  };
  kernel.listenService(view, '/var/run/docker.sock', api as unknown as EngineApi);
  const nothing = kernel.openNull();
  const process = kernel.start({
    program: docker,
    argv: ['docker', ...args],
    env: new Map(),
    cwd: '/',
    uid: 0,
    gid: 0,
    mounts: kernel.hostMounts,
    pidNamespace: kernel.hostPids,
    network: kernel.hostNetwork,
    uts: kernel.hostUts,
    fds: new Map([0, 1, 2].map((fd) => [fd, nothing])),
  });
  let status: unknown;
  kernel.task('wait', async () => {
    status = await process.wait();
  });
  queue.start();
  await queue.whenIdle();
  return { notices, status };
}

describe('what is not simulated', () => {
  it('a command ends with status 1 and a notice beside the terminal', async () => {
    expect(await run('plugin', 'ls')).toEqual({
      notices: ['Drydock does not simulate `docker plugin ls` yet.'],
      status: { code: 1 },
    });
  });

  it('a flag is accepted, and said to have no effect', async () => {
    expect(await run('create', '--cpuset-cpus', '0', 'busybox')).toEqual({
      notices: ['Drydock accepts --cpuset-cpus but does not simulate it: it has no effect here.'],
      status: { code: 0 },
    });
  });

  it('an option of a driver is accepted, and said to have no effect', async () => {
    expect(await run('network', 'create', '-d', 'overlay', '-o', 'encrypted', 'n')).toEqual({
      notices: ['Drydock accepts the option encrypted and does not encrypt: nobody listens on its wires.'],
      status: { code: 0 },
    });
  });

  it('what is simulated has no notice', async () => {
    expect(await run('create', '--cpus', '1', 'busybox')).toEqual({ notices: [], status: { code: 0 } });
  });
});
