import { tasksOfService } from '../engine/swarm/cluster-changes.ts';
import type {
  ClusterState,
  NodeRecord as SwarmNode,
  ServiceRecord as SwarmService,
  TaskRecord as SwarmTask,
} from '../engine/swarm/cluster-state.ts';
import { isDirty } from '../engine/swarm/orchestrator/is-dirty.ts';
import { isLeading } from '../engine/swarm/fabric.ts';
import { PersistentMap } from '../lib/persistent-map.ts';
import type { Machine } from './machine.ts';
import type { NodeRecord, ServiceRecord, TaskRecord, WorldChange } from './mirror.ts';

/** More tasks of a service than so many are counted, not listed. */
const LISTED = 30;

/** What the swarm of these machines is, as its leader knows it, or where nobody leads a manager; undefined without one. */
export function clusterOfMachines(machines: readonly Machine[]): ClusterState | undefined {
  const known = machines.map(({ engine }) => engine.store.state.swarm);
  return (known.find(isLeading) ?? known.find((swarm) => swarm?.cluster))?.cluster;
}

/** What the page must be told of nodes and services after the cluster went from `before` to `after`. */
export function changesOfCluster(
  before: ClusterState | undefined,
  after: ClusterState | undefined,
): WorldChange[] {
  if (before === after) return [];
  const changes: WorldChange[] = [];
  for (const { key: id, after: node } of difference(before?.nodes, after?.nodes))
    changes.push(node ? { kind: 'node', id, value: nodeRecord(node) } : { kind: 'node', id });
  const services = new Set([...difference(before?.services, after?.services)].map(({ key }) => key));
  for (const task of difference(before?.tasks, after?.tasks))
    services.add((task.after ?? task.before)?.serviceId ?? '');
  for (const id of services) {
    const service = after?.services.get(id);
    if (after && service)
      changes.push({ kind: 'service', id, value: serviceRecord(service, tasksOfService(after, id)) });
    else if (before?.services.has(id)) changes.push({ kind: 'service', id });
  }
  return changes;
}

function difference<V>(
  before: PersistentMap<string, V> = PersistentMap.empty(),
  after: PersistentMap<string, V> = PersistentMap.empty(),
): Iterable<{ key: string; before?: V | undefined; after?: V | undefined }> {
  return after.changesSince(before);
}

function nodeRecord({ id, spec, description, status, manager }: SwarmNode): NodeRecord {
  return {
    id,
    hostname: description.Hostname,
    role: spec.Role,
    availability: spec.Availability,
    state: status.State,
    isLeader: manager?.leader ?? false,
    isReachable: !manager?.unreachable,
  };
}

function serviceRecord(service: SwarmService, tasks: readonly SwarmTask[]): ServiceRecord {
  const { id, spec, endpoint, update } = service;
  const wanted = tasks.filter(({ desiredState }) => desiredState === 'running' || desiredState === 'ready');
  return {
    id,
    name: spec.Name,
    image: (spec.TaskTemplate.ContainerSpec?.Image ?? '').replace(/@.*$/, ''),
    mode: spec.Mode.Global ? 'global' : 'replicated',
    desired: spec.Mode.Replicated?.Replicas ?? wanted.length,
    running: wanted.filter(({ status }) => status.state === 'running').length,
    update: update?.state ?? '',
    updated: wanted.filter((task) => task.status.state === 'running' && !isDirty(service, task)).length,
    ports: endpoint.ports
      .filter(({ PublishMode }) => PublishMode !== 'host')
      .map(({ PublishedPort = 0, TargetPort, Protocol = 'tcp' }) => ({
        published: PublishedPort,
        target: TargetPort,
        protocol: Protocol,
      })),
    tasks: wanted
      .sort((a, b) => a.slot - b.slot || (a.nodeId < b.nodeId ? -1 : 1))
      .slice(0, LISTED)
      .map((task) => taskRecord(service, task)),
  };
}

function taskRecord(service: SwarmService, task: SwarmTask): TaskRecord {
  const { id, serviceName, slot, nodeId, status } = task;
  return {
    id,
    name: `${serviceName}.${slot || nodeId}`,
    nodeId,
    container: status.container?.containerId ?? '',
    isOld: isDirty(service, task),
    state: status.state,
    error: status.error,
  };
}
