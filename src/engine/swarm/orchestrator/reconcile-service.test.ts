import { describe, expect, it } from 'vitest';
import { withNode } from '../cluster-changes.ts';
import { TestCluster } from '../testing/test-cluster.ts';
import { nextDeadline } from './reconcile-service.ts';

const replicas = (count: number) => ({ Mode: { Replicated: { Replicas: count } } });

describe('a replicated service', () => {
  it('has a task in every slot, and a removed task is forgotten once it stopped', () => {
    const cluster = new TestCluster();
    cluster.service(replicas(3));
    expect(cluster.lines).toEqual(['1 t1 running/new', '2 t2 running/new', '3 t3 running/new']);
    cluster.report('running', ['t1', 't2', 't3']);
    cluster.service(replicas(1));
    expect(cluster.lines).toEqual(['1 t1 running/running', '2 t2 remove/running', '3 t3 remove/running']);
    cluster.report('shutdown', ['t2', 't3']);
    expect(cluster.lines).toEqual(['1 t1 running/running']);
  });

  it('keeps running tasks rather than others when it shrinks', () => {
    const cluster = new TestCluster();
    cluster.service(replicas(2));
    cluster.report('running', ['t2']);
    cluster.report('preparing', ['t1']);
    cluster.service(replicas(1));
    expect(cluster.lines).toEqual(['1 t1 remove/preparing', '2 t2 running/running']);
  });

  it('replaces a task that failed after the delay', () => {
    const cluster = new TestCluster();
    cluster.service();
    cluster.report('running', ['t1']);
    cluster.report('failed', ['t1']);
    expect(cluster.lines).toEqual(['1 t1 shutdown/failed', '1 t2 ready/new']);
    expect(nextDeadline(cluster.state, 's', cluster.nowMs)).toBe(15_000);
    cluster.pass(4999);
    expect(cluster.lines).toEqual(['1 t1 shutdown/failed', '1 t2 ready/new']);
    cluster.pass(1);
    expect(cluster.lines).toEqual(['1 t1 shutdown/failed', '1 t2 running/new']);
    expect(nextDeadline(cluster.state, 's', cluster.nowMs)).toBe(Infinity);
  });

  it('does not replace a task that fails while it waits to be started before that wait is over', () => {
    const cluster = new TestCluster();
    cluster.service();
    cluster.report('rejected', ['t1']);
    cluster.report('rejected', ['t2']);
    expect(cluster.lines).toEqual(['1 t1 shutdown/rejected', '1 t2 ready/rejected']);
    cluster.pass(5000);
    expect(cluster.lines).toEqual(['1 t1 shutdown/rejected', '1 t2 shutdown/rejected', '1 t3 ready/new']);
  });

  it('stops after the last attempt, and counts anew for a new specification', () => {
    const cluster = new TestCluster();
    const TaskTemplate = {
      ContainerSpec: { Image: 'nginx' },
      ForceUpdate: 0,
      RestartPolicy: { Condition: 'on-failure' as const, MaxAttempts: 2, Delay: 0 },
    };
    cluster.service({ TaskTemplate });
    for (const id of ['t1', 't2', 't3']) {
      cluster.reconcile();
      cluster.report('failed', [id]);
    }
    expect(cluster.lines).toEqual(['1 t1 shutdown/failed', '1 t2 shutdown/failed', '1 t3 shutdown/failed']);
    cluster.service({ TaskTemplate: { ...TaskTemplate, ForceUpdate: 1 } });
    cluster.report('failed', ['t4']);
    expect(cluster.tasks.map(({ id, restarts }) => [id, restarts.length])).toEqual([
      ['t1', 0],
      ['t2', 1],
      ['t3', 2],
      ['t4', 0],
      ['t5', 1],
    ]);
  });

  it('lets a task be that did what it had to', () => {
    const cluster = new TestCluster();
    cluster.service({
      TaskTemplate: { ForceUpdate: 0, RestartPolicy: { Condition: 'on-failure' } },
    });
    cluster.report('complete', ['t1']);
    cluster.pass(60_000);
    expect(cluster.lines).toEqual(['1 t1 shutdown/complete']);
  });

  it('remembers as many tasks of a slot as the limit says', () => {
    const cluster = new TestCluster([{ id: 'n1' }], 3);
    cluster.service();
    for (const id of ['t1', 't2', 't3', 't4']) {
      cluster.report('failed', [id]);
      cluster.pass(5000);
    }
    expect(cluster.lines).toEqual(['1 t3 shutdown/failed', '1 t4 shutdown/failed', '1 t5 running/new']);
  });

  it('moves away from a drained node at once, when the task there stopped', () => {
    const cluster = new TestCluster([{ id: 'n1' }, { id: 'n2' }]);
    cluster.service();
    cluster.report('running', ['t1']);
    const node = cluster.state.nodes.get('n1');
    if (!node) throw new Error('no node');
    cluster.state = withNode(cluster.state, { ...node, spec: { ...node.spec, Availability: 'drain' } }, 0);
    cluster.reconcile();
    expect(cluster.lines).toEqual(['1 t1 shutdown/running', '1 t2 ready/new']);
    cluster.report('shutdown', ['t1']);
    expect(cluster.lines).toEqual(['1 t1 shutdown/shutdown', '1 t2 running/new']);
  });

  it('does not wait for ever for a task that does not stop', () => {
    const cluster = new TestCluster();
    cluster.service();
    cluster.report('running', ['t1']);
    cluster.service({ TaskTemplate: { ContainerSpec: { Image: 'nginx:2' }, ForceUpdate: 0 } });
    cluster.pass(59_999);
    expect(cluster.lines).toEqual(['1 t1 shutdown/running', '1 t2 ready/new']);
    cluster.pass(1);
    expect(cluster.lines).toEqual(['1 t1 shutdown/running', '1 t2 running/new']);
  });
});

describe('a global service', () => {
  const GLOBAL = { Mode: { Global: {} } };

  it('has a task on every node that may run it', () => {
    const cluster = new TestCluster([
      { id: 'n1' },
      { id: 'n2', spec: { Availability: 'drain' } },
      { id: 'n3', spec: { Labels: { disk: 'ssd' } } },
      { id: 'n4', state: 'down' },
    ]);
    cluster.service(GLOBAL);
    expect(cluster.lines).toEqual(['n1 t1 running/new', 'n3 t2 running/new']);
    cluster.service({
      ...GLOBAL,
      TaskTemplate: {
        ContainerSpec: { Image: 'nginx' },
        ForceUpdate: 0,
        Placement: { Constraints: ['node.labels.disk == ssd'] },
      },
    });
    expect(cluster.lines).toEqual(['n1 t1 shutdown/new', 'n1 t3 shutdown/new', 'n3 t2 running/new']);
  });

  it('replaces the task of a node there', () => {
    const cluster = new TestCluster([{ id: 'n1' }, { id: 'n2' }]);
    cluster.service(GLOBAL);
    cluster.report('failed', ['t2']);
    cluster.pass(5000);
    expect(cluster.lines).toEqual(['n1 t1 running/new', 'n2 t2 shutdown/failed', 'n2 t3 running/new']);
  });
});
