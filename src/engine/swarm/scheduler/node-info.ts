import type { PortConfig } from '../../../api/service-types.ts';
import { tasksOnNode } from '../cluster-changes.ts';
import type { ClusterState, NodeRecord, TaskRecord } from '../cluster-state.ts';
import { isRunnable, isTerminal } from '../task-states.ts';

/** A node as the scheduler sees it: what is free there, and who is there. Changes while it schedules. */
export interface NodeInfo {
  readonly node: NodeRecord;
  freeNanoCpus: number;
  freeMemoryBytes: number;
  /** Tasks that are to run there. */
  tasks: number;
  readonly tasksByService: Map<string, number>;
  /** `8080/tcp` */
  readonly hostPorts: Set<string>;
}

export function nodeInfo(cluster: ClusterState, node: NodeRecord): NodeInfo {
  const { NanoCPUs, MemoryBytes } = node.description.Resources;
  const info: NodeInfo = {
    node,
    freeNanoCpus: NanoCPUs,
    freeMemoryBytes: MemoryBytes,
    tasks: 0,
    tasksByService: new Map(),
    hostPorts: new Set(),
  };
  for (const task of tasksOnNode(cluster, node.id)) if (!isTerminal(task.status.state)) addTask(info, task);
  return info;
}

/** Takes what a task reserves. One that is to stop still holds its resources, but is not counted. @see moby/swarmkit v2 manager/scheduler/nodeinfo.go addTask */
export function addTask(info: NodeInfo, task: TaskRecord): void {
  const { NanoCPUs = 0, MemoryBytes = 0 } = task.spec.Resources?.Reservations ?? {};
  info.freeNanoCpus -= NanoCPUs;
  info.freeMemoryBytes -= MemoryBytes;
  for (const port of hostPorts(task)) info.hostPorts.add(port);
  if (!isRunnable(task.desiredState)) return;
  info.tasks += 1;
  info.tasksByService.set(task.serviceId, (info.tasksByService.get(task.serviceId) ?? 0) + 1);
}

/** The ports of the node that a task needs for itself. */
export function hostPorts({ endpoint }: TaskRecord): string[] {
  return endpoint.ports.flatMap(({ PublishMode, PublishedPort, Protocol }: PortConfig) =>
    PublishMode === 'host' && PublishedPort ? [`${PublishedPort}/${Protocol}`] : [],
  );
}
