import { describe, expect, it } from 'vitest';
import type { Service, Task, TaskState } from '../../api/service-types.ts';
import { ConvergenceWatch } from './convergence-watch.ts';

const ACTIVE = new Set(['n1']);

function service(mode: Service['Spec']['Mode'], status?: Service['UpdateStatus']): Service {
  const spec = { Name: 'web', Labels: {}, Mode: mode, TaskTemplate: { ForceUpdate: 0 } };
  return {
    ID: 's',
    Spec: spec,
    Endpoint: { Spec: {} },
    ...(status ? { UpdateStatus: status } : {}),
  } as Service;
}

function task(slot: number, state: TaskState, more: Partial<Task> = {}): Task {
  const status = { Timestamp: '', State: state, PortStatus: {} };
  return {
    ID: `t${slot}`,
    Slot: slot,
    NodeID: 'n1',
    DesiredState: 'running',
    Status: status,
    ...more,
  } as Task;
}

/** What is said at each look, 200 ms apart. */
function say(of: Service, ...looks: readonly Task[][]): string[][] {
  const watch = new ConvergenceWatch('web');
  return looks.map((tasks, index) => {
    const { lines } = watch.seeService(of, index * 200);
    return [...lines, ...watch.seeTasks(of, tasks, ACTIVE, index * 200)].map(
      ({ id, text, bar }) => `${id}: ${text}${bar ? ` ${bar.current}/${bar.total}` : ''}`,
    );
  });
}

describe('ConvergenceWatch', () => {
  const two = service({ Replicated: { Replicas: 2 } });

  it('shows the tasks on their way, and then waits', () => {
    expect(
      say(
        two,
        [task(1, 'preparing')],
        [task(1, 'running'), task(2, 'running')],
        [task(1, 'running'), task(2, 'running')],
      ),
    ).toEqual([
      [
        'overall progress: 0 out of 2 tasks',
        '1/2:  ',
        '2/2:  ',
        '1/2: preparing 6/9',
        'overall progress: 0 out of 2 tasks',
      ],
      [
        '1/2: running   9/9',
        '2/2: running   9/9',
        'overall progress: 2 out of 2 tasks',
        'verify: Waiting 5 seconds to verify that tasks are stable...',
      ],
      ['verify: Waiting 5 seconds to verify that tasks are stable...'],
    ]);
  });

  it('a task that fails again starts the wait anew', () => {
    const [, , third] = say(
      two,
      [task(1, 'running'), task(2, 'running')],
      [task(1, 'running')],
      [
        task(1, 'running'),
        task(2, 'failed', {
          Status: { Timestamp: '', State: 'failed', Err: 'task: non-zero exit (1)', PortStatus: {} },
        }),
      ],
    );
    expect(third).toEqual([
      '1/2: running   9/9',
      '2/2: task: non-zero exit (1)',
      'overall progress: 1 out of 2 tasks',
    ]);
  });

  it('of two tasks in one place the one counts that should run', () => {
    const [lines] = say(service({ Replicated: { Replicas: 1 } }), [
      task(1, 'running', { DesiredState: 'shutdown' }),
      task(1, 'starting'),
    ]);
    expect(lines?.slice(2)).toEqual(['1/1: starting  8/9', 'overall progress: 0 out of 1 tasks']);
  });

  it('a global service has a task on each node', () => {
    const [first, second] = say(service({ Global: {} }), [], [task(0, 'running')]);
    expect(first).toEqual(['overall progress: waiting for new tasks']);
    expect(second?.slice(0, 3)).toEqual([
      'overall progress: 0 out of 1 tasks',
      'n1: running   9/9',
      'overall progress: 1 out of 1 tasks',
    ]);
  });

  it('ends after the time that is watched', () => {
    const watch = new ConvergenceWatch('web');
    const tasks = [task(1, 'running'), task(2, 'running')];
    watch.seeTasks(two, tasks, ACTIVE, 0);
    expect(watch.seeService(two, 4999).isDone).toBe(false);
    expect(watch.seeService(two, 5000)).toEqual({
      lines: [{ id: 'verify', text: 'Service web converged' }],
      isDone: true,
    });
  });

  it('an update that is paused is an error, and a rollback says why', () => {
    const status = (State: NonNullable<Service['UpdateStatus']>['State']): Service =>
      service({ Replicated: { Replicas: 1 } }, { State, Message: 'update paused due to failure' });
    const watch = new ConvergenceWatch('web');
    expect(() => watch.seeService(status('paused'), 0)).toThrow(
      'service update paused: update paused due to failure',
    );
    expect(watch.seeService(status('rollback_started'), 0).lines).toHaveLength(1);
    expect(watch.seeService(status('rollback_started'), 0).lines).toHaveLength(0);
    const [first] = watch.seeTasks(status('rollback_started'), [], ACTIVE, 0);
    expect(first?.text).toBe('rolling back update: 0 out of 1 tasks');
  });
});
