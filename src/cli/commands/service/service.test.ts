import { describe, expect, it } from 'vitest';
import { ApiError } from '../../../api/api-error.ts';
import type { Service, Task, TaskLogLine, TaskState } from '../../../api/service-types.ts';
import { toBytes } from '../../../lib/bytes.ts';
import { runDocker } from '../../testing/run-docker.ts';

const ID = 'd24bc0983ea02762c03da079f';
const TASK = 'oslxj05nxsy3aaaaaaaaaaaaa';

const SERVICE = {
  ID,
  Version: { Index: 7 },
  Spec: {
    Name: 'web',
    Labels: {},
    Mode: { Replicated: { Replicas: 1 } },
    TaskTemplate: { ContainerSpec: { Image: 'nginx:alpine' }, ForceUpdate: 0 },
  },
  Endpoint: { Spec: {} },
} as unknown as Service;

const NODE = { ID: 'n1', Spec: { Name: '' }, Description: { Hostname: 'node1' }, Status: { State: 'ready' } };

function task(state: TaskState): Task {
  const status = { Timestamp: '2026-01-01T00:00:00Z', State: state, PortStatus: {} };
  return { ID: TASK, Slot: 1, NodeID: 'n1', ServiceID: ID, DesiredState: 'running', Status: status } as Task;
}

describe('docker service', () => {
  it('create waits until the tasks run, and go on running', async () => {
    let looks = 0;
    const answers = {
      ServiceCreate: { ID },
      ServiceInspect: SERVICE,
      NodeList: [NODE],
      TaskList: () => Promise.resolve([task(looks++ < 2 ? 'starting' : 'running')]),
    };
    const { stdout } = await runDocker(['service', 'create', '--no-resolve-image', 'nginx'], answers);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.slice(0, 6)).toEqual([
      ID,
      'overall progress: 0 out of 1 tasks',
      '1/1:  ',
      'overall progress: 0 out of 1 tasks',
      'overall progress: 0 out of 1 tasks',
      'overall progress: 1 out of 1 tasks',
    ]);
    // Five seconds, looked at five times in each.
    expect(lines.filter((line) => line.startsWith('verify: Waiting'))).toHaveLength(25);
    expect(lines.at(-1)).toBe(`verify: Service ${ID} converged`);
  });

  it('update says what is wrong with a paused update', async () => {
    const paused = { ...SERVICE, UpdateStatus: { State: 'paused', Message: 'update paused due to failure' } };
    const answers = { ServiceInspect: paused, ServiceUpdate: {} };
    const { stdout, stderr, sent } = await runDocker(['service', 'update', '--force', 'web'], answers);
    expect([stdout, stderr]).toEqual(['web\n', 'service update paused: update paused due to failure\n']);
    const [, id, options, spec] = sent.find(([operation]) => operation === 'ServiceUpdate') ?? [];
    expect([id, options]).toEqual([ID, { version: 7, registryAuthFrom: 'spec' }]);
    expect(spec).toMatchObject({ TaskTemplate: { ForceUpdate: 1 } });
  });

  it('scale goes on after a service that is not there', async () => {
    const answers = { ServiceUpdate: {}, ServiceInspect: SERVICE };
    const { stdout, stderr } = await runDocker(['service', 'scale', '-d', 'web=x', 'web=3'], answers);
    expect(stdout).toBe('web scaled to 3\n');
    expect(stderr).toBe('web: invalid replicas value x: strconv.ParseUint: parsing "x": invalid syntax\n');
  });

  it('scale reads a number as Go does', async () => {
    const answers = { ServiceUpdate: {}, ServiceInspect: SERVICE };
    const { stderr } = await runDocker(
      ['service', 'scale', '-d', 'web=-1', 'web=18446744073709551616'],
      answers,
    );
    expect(stderr).toBe(
      'web: invalid replicas value -1: strconv.ParseUint: parsing "-1": invalid syntax\n' +
        'web: invalid replicas value 18446744073709551616: strconv.ParseUint: parsing "18446744073709551616": value out of range\n',
    );
  });

  it('scale tells of what is not simulated beside the terminal alone', async () => {
    const refuse = () => Promise.reject(new ApiError('notSimulated', 'more than 1000 replicas in a swarm'));
    const answers = { ServiceUpdate: refuse, ServiceInspect: SERVICE };
    const { stdout, stderr } = await runDocker(['service', 'scale', 'web=100000000000'], answers);
    expect([stdout, stderr]).toEqual(['', '']);
  });

  it('logs has the task in front of each line', async () => {
    const details = {
      'com.docker.swarm.node.id': 'n1',
      'com.docker.swarm.service.id': ID,
      'com.docker.swarm.task.id': TASK,
    };
    async function* lines(): AsyncGenerator<TaskLogLine> {
      yield { stream: 'stdout', data: toBytes('2026-01-01T00:00:00Z one\n'), details };
      yield await Promise.resolve({ stream: 'stderr', data: toBytes('2026-01-01T00:00:01Z two\n'), details });
    }
    const answers = {
      ServiceInspect: SERVICE,
      ServiceLogs: lines,
      NodeInspect: NODE,
      TaskInspect: task('running'),
    };
    const run = (...words: string[]) => runDocker(['service', 'logs', ...words, 'web'], answers);
    const { stdout, stderr } = await run('-t');
    expect(stdout).toBe('2026-01-01T00:00:00Z web.1.oslxj05nxsy3@node1    | one\n');
    expect(stderr).toBe('2026-01-01T00:00:01Z web.1.oslxj05nxsy3@node1    | two\n');
    expect((await run('--no-task-ids', '--no-resolve')).stdout).toMatch(
      /^d24bc0983ea02762c03da079f\.1@n1 {4}\| /,
    );
  });
});
