import fc from 'fast-check';
import { ApiError } from '../../api/api-error.ts';
import type { EngineApi } from '../../api/engine-api.ts';
import type { Process } from '../../kernel/process.ts';
import { SWARM_OPERATIONS } from './swarm-operations.ts';

/** `name` is the thing's it is done to. */
export type Operation = (api: EngineApi, name: string, other: string) => Promise<unknown>;

const NAMES = ['a1', 'b1', 'c1'];
/** What a client may do. Few names, so that operations meet. */
const MACHINE_OPERATIONS: readonly Operation[] = [
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
  (api, name) => exec(api, name, ['write', '/written', 'x']),
  (api, name) => exec(api, name, ['sleep', '100']),
  (api, name) => api.ContainerUpdate(name, { Memory: 64 * 1024 * 1024 }),
  (api) => api.VolumeCreate({ Name: 'data' }),
  (api) => api.VolumePrune({ all: ['true'] }),
  (api) => api.NetworkPrune(),
  (api, name) => api.ImageTag('app', { repo: name, tag: '1' }),
  (api, name) => api.ImageDelete(`${name}:1`),
];
const OPERATIONS = [...MACHINE_OPERATIONS, ...SWARM_OPERATIONS];

async function exec(api: EngineApi, name: string, Cmd: string[]): Promise<void> {
  const { Id } = await api.ContainerExec(name, { Cmd });
  await api.ExecStart(Id, { Detach: true });
}

/** One operation of a client: waited for, beside the next ones, or of a client that is killed in the middle. */
const stepOf = (operation: fc.Arbitrary<number>) =>
  fc.record({
    operation,
    name: fc.constantFrom(...NAMES),
    other: fc.constantFrom(...NAMES),
    how: fc.constantFrom('wait', 'together', 'kill'),
    pauseMs: fc.constantFrom(0, 10, 1500),
  });

const FIRST_OF_SWARM = MACHINE_OPERATIONS.length;

/** What is done to one machine. */
export const step = stepOf(fc.nat(FIRST_OF_SWARM - 1));

export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const swarmStep = stepOf(
  fc.oneof(
    { weight: 1, arbitrary: fc.nat(FIRST_OF_SWARM - 1) },
    { weight: 3, arbitrary: fc.integer({ min: FIRST_OF_SWARM, max: OPERATIONS.length - 1 }) },
  ),
);
const INIT: Step = { operation: FIRST_OF_SWARM, name: 'a1', other: 'b1', how: 'wait', pauseMs: 10 };

/** A life in a swarm, from its beginning. */
export const swarmSteps = (maxLength: number): fc.Arbitrary<Step[]> =>
  fc.array(swarmStep, { maxLength }).map((steps) => [INIT, ...steps]);

/** Carries a step out. Refusals are part of life; anything else is thrown. */
export async function take(
  api: EngineApi,
  proc: Process,
  { operation, name, other, how, pauseMs }: Step,
): Promise<void> {
  const body = async (): Promise<void> => {
    await OPERATIONS[operation]?.(api, name, other).catch((error: unknown) => {
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
}
