import { describe, expect, it } from 'vitest';
import type { UpdateConfig } from '../../../api/service-types.ts';
import { TestCluster } from '../testing/test-cluster.ts';
import { nextDeadline } from './reconcile-service.ts';

const CONFIG: UpdateConfig = { Parallelism: 1, MaxFailureRatio: 0, Order: 'stop-first', Monitor: 5e9 };
const image = (name: string) => ({ TaskTemplate: { ContainerSpec: { Image: name }, ForceUpdate: 0 } });

/** A service with so many running tasks, t1, t2 …, which is given another image. */
function updated(replicas: number, config: Partial<UpdateConfig> = {}): TestCluster {
  const cluster = new TestCluster();
  cluster.service({
    ...image('a'),
    Mode: { Replicated: { Replicas: replicas } },
    UpdateConfig: { ...CONFIG, ...config },
  });
  cluster.report(
    'running',
    cluster.tasks.map(({ id }) => id),
  );
  cluster.service(image('b'));
  return cluster;
}

/** The old task of a slot stops and the new one comes up. */
function replace(cluster: TestCluster, old: string, next: string): void {
  cluster.report('shutdown', [old]);
  cluster.report('running', [next]);
}

describe('an update', () => {
  it('takes one slot after another, and is complete when the last one was watched', () => {
    const cluster = updated(2);
    expect(cluster.lines).toEqual(['1 t1 shutdown/running', '1 t3 ready/new', '2 t2 running/running']);
    expect(cluster.updateState).toBe('updating: update in progress');
    cluster.report('shutdown', ['t1']);
    expect(cluster.lines).toEqual(['1 t1 shutdown/shutdown', '1 t3 running/new', '2 t2 running/running']);
    cluster.report('running', ['t3']);
    replace(cluster, 't2', 't4');
    expect(cluster.lines).toEqual([
      '1 t1 shutdown/shutdown',
      '1 t3 running/running',
      '2 t2 shutdown/shutdown',
      '2 t4 running/running',
    ]);
    expect(nextDeadline(cluster.state, 's', cluster.nowMs)).toBe(15_000);
    cluster.pass(5000);
    expect(cluster.updateState).toBe('completed: update completed');
  });

  it('rests for the delay between slots', () => {
    const cluster = updated(2, { Delay: 3e9 });
    replace(cluster, 't1', 't3');
    expect(cluster.lines).toContain('2 t2 running/running');
    expect(nextDeadline(cluster.state, 's', cluster.nowMs)).toBe(13_000);
    cluster.pass(3000);
    expect(cluster.lines).toContain('2 t2 shutdown/running');
  });

  it('takes as many slots at once as it may, all for 0', () => {
    expect(updated(3, { Parallelism: 2 }).lines.filter((line) => line.includes('ready'))).toEqual([
      '1 t4 ready/new',
      '2 t5 ready/new',
    ]);
    expect(updated(3, { Parallelism: 0 }).lines.filter((line) => line.includes('ready'))).toHaveLength(3);
  });

  it('starts first where that is asked', () => {
    const cluster = updated(1, { Order: 'start-first' });
    cluster.pass(1);
    expect(cluster.lines).toEqual(['1 t1 running/running', '1 t2 running/new']);
    cluster.report('running', ['t2']);
    expect(cluster.lines).toEqual(['1 t1 shutdown/running', '1 t2 running/running']);
  });

  it('pauses when a new task fails', () => {
    const cluster = updated(3);
    cluster.report('failed', ['t4']);
    expect(cluster.updateState).toBe('paused: update paused due to failure or early termination of task t4');
    cluster.pass(60_000);
    expect(cluster.lines).toContain('2 t2 running/running');
  });

  it('goes on as long as not too many fail', () => {
    const cluster = updated(3, { MaxFailureRatio: 0.34 });
    cluster.report('failed', ['t4']);
    expect(cluster.updateState).toBe('updating: update in progress');
    expect(cluster.lines).toContain('2 t2 shutdown/running');
  });

  it('does not look at failures where it is to continue', () => {
    const cluster = updated(1, { FailureAction: 'continue' });
    cluster.report('failed', ['t2']);
    cluster.pass(5000);
    expect(cluster.updateState).toBe('completed: update completed');
  });

  it('counts a task that fails while it is watched, and not later', () => {
    const late = updated(2, { Delay: 60e9 });
    replace(late, 't1', 't3');
    late.pass(5001);
    late.report('failed', ['t3']);
    expect(late.updateState).toBe('updating: update in progress');
    const early = updated(2, { Delay: 60e9 });
    replace(early, 't1', 't3');
    early.pass(5000);
    early.report('failed', ['t3']);
    expect(early.updateState).toBe('paused: update paused due to failure or early termination of task t3');
  });

  it('rolls back: only what changed is changed again', () => {
    const cluster = updated(2, { FailureAction: 'rollback' });
    cluster.report('shutdown', ['t1']);
    cluster.report('failed', ['t3']);
    expect(cluster.updateState).toBe(
      'rollback_started: update rolled back due to failure or early termination of task t3',
    );
    expect(cluster.state.services.get('s')?.spec.TaskTemplate.ContainerSpec).toEqual({ Image: 'a' });
    const fresh = cluster.tasks.find(({ desiredState }) => desiredState === 'ready');
    expect(fresh?.spec.ContainerSpec).toEqual({ Image: 'a' });
    cluster.pass(5000);
    cluster.report('running', [fresh?.id ?? '']);
    cluster.pass(5000);
    expect(cluster.updateState).toBe('rollback_completed: rollback completed');
    expect(cluster.lines).toContain('2 t2 running/running');
  });

  it('is not needed where the tasks do not change', () => {
    const cluster = updated(1);
    replace(cluster, 't1', 't2');
    cluster.pass(5000);
    cluster.service({ Mode: { Replicated: { Replicas: 2 } } });
    expect(cluster.updateState).toBe('');
    expect(cluster.lines).toEqual(['1 t1 shutdown/shutdown', '1 t2 running/running', '2 t3 running/new']);
  });

  it('begins anew with a new specification', () => {
    const cluster = updated(1);
    cluster.report('shutdown', ['t1']);
    cluster.service(image('c'));
    expect(cluster.lines).toEqual(['1 t1 shutdown/shutdown', '1 t2 shutdown/new', '1 t3 ready/new']);
  });
});
