import { describe, expect, it } from 'vitest';
import type { TaskSpec } from '../../../api/service-types.ts';
import { withTask } from '../cluster-changes.ts';
import type { TaskRecord } from '../cluster-state.ts';
import { newTask } from '../orchestrator/new-task.ts';
import { TestCluster, type TestNode } from '../testing/test-cluster.ts';
import { schedule } from './schedule.ts';

/** So many pending tasks of a service, scheduled on these nodes: node or reason of each. */
function place(
  nodes: readonly TestNode[],
  count: number,
  template: Partial<TaskSpec> = {},
  more: Partial<TaskRecord> = {},
): string[] {
  const cluster = new TestCluster(nodes);
  cluster.service({ Mode: { Replicated: { Replicas: 0 } }, TaskTemplate: { ForceUpdate: 0, ...template } });
  const service = cluster.state.services.get('s');
  if (!service) throw new Error('no service');
  const pending = Array.from({ length: count }, (_, index): TaskRecord => {
    const task = newTask(cluster.state, service, { slot: index + 1, nodeId: '' }, cluster.change);
    return { ...task, status: { ...task.status, state: 'pending' }, ...more };
  });
  const state = pending.reduce((all, task) => withTask(all, task, 0), cluster.state);
  const after = schedule(state, pending, cluster.change);
  return pending.map(({ id }) => {
    const { nodeId = '', status } = after.tasks.get(id) ?? {};
    return nodeId || `${status?.state}: ${status?.error}`;
  });
}

const TWO = [{ id: 'n1' }, { id: 'n2' }];

describe('the scheduler', () => {
  it('spreads tasks over the nodes', () => {
    expect(place([...TWO, { id: 'n3' }], 5)).toEqual(['n1', 'n2', 'n3', 'n1', 'n2']);
  });

  it('keeps to constraints, and says so where no node meets them', () => {
    const nodes = [{ id: 'n1' }, { id: 'n2', spec: { Labels: { disk: 'SSD' } } }];
    const on = (constraint: string) => place(nodes, 1, { Placement: { Constraints: [constraint] } });
    expect(on('node.labels.disk == ssd')).toEqual(['n2']);
    expect(on('node.labels.disk != ssd')).toEqual(['n1']);
    expect(on('node.hostname==host-n2')).toEqual(['n2']);
    expect(on('node.role==manager')).toEqual([
      'pending: no suitable node (scheduling constraints not satisfied on 2 nodes)',
    ]);
  });

  it('has no node with resources of a user’s own', () => {
    const GenericResources = [{ DiscreteResourceSpec: { Kind: 'gpu', Value: 1 } }];
    expect(place(TWO, 1, { Resources: { Reservations: { GenericResources } } })).toEqual([
      'pending: no suitable node (insufficient resources on 2 nodes)',
    ]);
  });

  it('brings what is not wanted any more to a node that ends it, or ends it itself', () => {
    const unwanted = { desiredState: 'shutdown' } as const;
    expect(place([{ id: 'n1' }], 1, {}, unwanted)).toEqual(['n1']);
    const nowhere = { Placement: { Constraints: ['node.role==manager'] } };
    expect(place([{ id: 'n1' }], 1, nowhere, unwanted)).toEqual(['shutdown: ']);
  });

  it('gives the most frequent reason first', () => {
    const nodes: TestNode[] = [
      { id: 'n1', spec: { Availability: 'pause' } },
      { id: 'n2', spec: { Availability: 'drain' } },
      { id: 'n3', nanoCpus: 1e9 },
    ];
    expect(place(nodes, 1, { Resources: { Reservations: { NanoCPUs: 2e9 } } })).toEqual([
      'pending: no suitable node (2 nodes not available for new tasks; insufficient resources on 1 node)',
    ]);
    expect(place([], 1)).toEqual(['pending: no suitable node']);
  });

  it('reserves what a task asks for', () => {
    const nodes = [
      { id: 'n1', memoryBytes: 1000 },
      { id: 'n2', memoryBytes: 2000 },
    ];
    expect(place(nodes, 4, { Resources: { Reservations: { MemoryBytes: 900 } } })).toEqual([
      'n1',
      'n2',
      'n2',
      'pending: no suitable node (insufficient resources on 2 nodes)',
    ]);
  });

  it('spreads over the values of a label before nodes', () => {
    const nodes = ['n1', 'n2', 'n3'].map((id) => ({
      id,
      spec: { Labels: { zone: id === 'n3' ? 'west' : 'east' } },
    }));
    const Preferences = [{ Spread: { SpreadDescriptor: 'node.labels.zone' } }];
    expect(place(nodes, 4, { Placement: { Preferences } })).toEqual(['n1', 'n3', 'n2', 'n3']);
  });

  it('has a limit per node, knows platforms and host ports', () => {
    expect(place(TWO, 3, { Placement: { MaxReplicas: 1 } })).toEqual([
      'n1',
      'n2',
      'pending: no suitable node (max replicas per node limit exceed)',
    ]);
    expect(place(TWO, 1, { Placement: { Platforms: [{ Architecture: 'arm64', OS: 'linux' }] } })).toEqual([
      'pending: no suitable node (unsupported platform on 2 nodes)',
    ]);
    expect(place(TWO, 1, { Placement: { Platforms: [{ Architecture: 'amd64', OS: 'linux' }] } })).toEqual([
      'n1',
    ]);
    const port = { Protocol: 'tcp', TargetPort: 80, PublishedPort: 8080, PublishMode: 'host' } as const;
    expect(place([{ id: 'n1' }], 2, {}, { endpoint: { ports: [port], virtualIps: [] } })).toEqual([
      'n1',
      'pending: no suitable node (host-mode port already in use on 1 node)',
    ]);
  });
});
