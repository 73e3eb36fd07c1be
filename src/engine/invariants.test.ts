import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../api/api-error.ts';
import type { EngineApi } from '../api/engine-api.ts';
import { bootEngine } from './testing/boot-engine.ts';
import { brokenRules } from './testing/invariants.ts';

const NAMES = ['a1', 'b1', 'c1'];
const OPERATIONS: readonly ((api: EngineApi, name: string, other: string) => Promise<unknown>)[] = [
  (api, name) => api.ContainerCreate({ Image: 'app' }, { name }),
  (api, name) =>
    api.ContainerCreate(
      {
        Image: 'app',
        Cmd: ['fail', '1'],
        HostConfig: { RestartPolicy: { Name: 'on-failure', MaximumRetryCount: 3 } },
      },
      { name },
    ),
  (api, name) =>
    api.ContainerCreate(
      { Image: 'app', Cmd: ['sleep', '3'], HostConfig: { AutoRemove: true, NetworkMode: 'lab' } },
      { name },
    ),
  (api, name) =>
    api.ContainerCreate(
      {
        Image: 'app',
        HostConfig: {
          Binds: ['data:/d'],
          PortBindings: {
            '80/tcp': [{ HostIp: '', HostPort: '4000' }],
            '53/udp': [{ HostIp: '', HostPort: '' }],
          },
        },
      },
      { name },
    ),
  (api, name) => api.ContainerStart(name),
  (api, name) => api.ContainerStart(name),
  (api, name) => api.ContainerStop(name, { t: 1 }),
  (api, name) => api.ContainerKill(name),
  (api, name) => api.ContainerRestart(name, { t: 0 }),
  (api, name) => api.ContainerPause(name),
  (api, name) => api.ContainerUnpause(name),
  (api, name) => api.ContainerDelete(name, { force: true, v: true }),
  (api, name) => api.ContainerDelete(name),
  (api, name, other) => api.ContainerRename(name, other),
  (api) => api.NetworkCreate({ Name: 'lab' }),
  (api) => api.NetworkDelete('lab'),
  (api, name) => api.NetworkConnect('lab', { Container: name }),
  (api, name) => api.NetworkDisconnect('lab', { Container: name }),
  (api) => api.VolumeDelete('data'),
  (api) => api.ContainerPrune(),
];

describe('the rules of SPEC.md', () => {
  it('hold after any operations, also of clients at the same time and clients that are killed', async () => {
    const step = fc.record({
      operation: fc.nat(OPERATIONS.length - 1),
      name: fc.constantFrom(...NAMES),
      other: fc.constantFrom(...NAMES),
      how: fc.constantFrom('wait', 'together', 'kill'),
      pauseMs: fc.constantFrom(0, 10, 1500),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const booted = bootEngine();
        await booted.asClient(async (api, proc) => {
          for (const { operation, name, other, how, pauseMs } of steps) {
            const body = async (): Promise<void> => {
              await OPERATIONS[operation]!(api, name, other).catch((error: unknown) => {
                if (!(error instanceof ApiError)) throw error;
              });
            };
            if (how === 'wait') await body();
            else {
              const task = proc.thread('client', body);
              await proc.sleep(1);
              if (how === 'kill') task.kill();
            }
            if (pauseMs) await proc.sleep(pauseMs);
            if (how === 'wait') expect(brokenRules(booted)).toEqual([]);
          }
          await proc.sleep(20_000);
        });
        expect(brokenRules(booted)).toEqual([]);
        expect(booted.errors).toEqual([]);
      }),
      { numRuns: 60, seed: 7 },
    );
  }, 60_000);
});
