import type { RegistryCredentials } from '../../api/registry.ts';
import type { TaskSpec, TaskState } from '../../api/service-types.ts';
import type { Node } from '../../api/swarm-types.ts';
import type { NetworkRecord } from '../state.ts';
import type { NetworkAttachment, ServiceEndpoint, TaskStatusRecord } from './cluster-state.ts';

/** A task as a node is told to run it. Plain JSON values: between machines it travels. */
export interface Assignment {
  readonly id: string;
  readonly serviceId: string;
  readonly serviceName: string;
  readonly slot: number;
  readonly nodeId: string;
  readonly spec: TaskSpec;
  readonly desiredState: TaskState;
  /** As the node itself reported it last. */
  readonly status: TaskStatusRecord;
  readonly endpoint: ServiceEndpoint;
  readonly mode: 'vip' | 'dnsrr';
  readonly networks: readonly NetworkAttachment[];
  /** The networks of the swarm that it is in: a worker has those it needs. */
  readonly overlays: readonly NetworkRecord[];
  /** Login for the registry of its image. */
  readonly auth?: RegistryCredentials | undefined;
  /** ID of a secret or config that it refers to → content, in base 64. */
  readonly contents: Readonly<Record<string, string>>;
}

/** What a node has to do: all of it when its session begins, then what changed. */
export interface AssignmentsMessage {
  readonly type: 'complete' | 'incremental';
  readonly set: readonly Assignment[];
  /** Tasks the cluster has forgotten: nothing of them stays. */
  readonly removed: readonly string[];
}

export interface TaskStatusUpdate {
  readonly taskId: string;
  readonly status: TaskStatusRecord;
}

/** A node's connection with a manager. */
export interface DispatcherSession {
  /** Tells what tasks are at. Statuses of one task are told in order. */
  updateTaskStatus(updates: readonly TaskStatusUpdate[]): void;
  close(): void;
}

/**
 * The manager as an agent sees it: assignments come down, statuses go up. The agent knows nothing else of the cluster.
 * @see moby/swarmkit v2 api/dispatcher.proto
 */
export interface Dispatcher {
  /** Registers a node; `onAssignments` is called for the first time before long, and must not wait. */
  open(
    nodeId: string,
    description: Node['Description'],
    onAssignments: (message: AssignmentsMessage) => void,
  ): DispatcherSession;
}
