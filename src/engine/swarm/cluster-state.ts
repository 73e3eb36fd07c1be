import type { RegistryCredentials } from '../../api/registry.ts';
import type { PortConfig, ServiceSpec, TaskSpec, TaskState, UpdateState } from '../../api/service-types.ts';
import type { ConfigSpec, Node, NodeSpec, SecretSpec, SwarmSpec } from '../../api/swarm-types.ts';
import { PersistentMap } from '../../lib/persistent-map.ts';

/** What this machine knows of the swarm it is in; absent outside of one. */
export interface SwarmState {
  readonly nodeId: string;
  /** Where the others reach it, without the port. */
  readonly address: string;
  /** `address:2377` of a manager to ask. */
  readonly remoteManagers: readonly { readonly nodeId: string; readonly address: string }[];
  /** Managers only: the cluster. Simplified: the leader hands each new one to the others; the real thing keeps a replicated Raft log. */
  readonly cluster: ClusterState | undefined;
  /** The ID of the cluster, where it has several nodes. */
  readonly clusterId?: string | undefined;
  /** Managers only: who decides; '' while nobody does. Itself where there is nothing. */
  readonly leaderId?: string | undefined;
}

/**
 * All that managers decide over, as one immutable value. Specifications are as on the wire, times in ms since the epoch (0 is never). Every object's
 * `version` is the cluster's `index` at its last change.
 * @see moby/swarmkit v2 api/objects.proto
 */
export interface ClusterState {
  /** Grows by one with each change. */
  readonly index: number;
  readonly cluster: ClusterRecord;
  readonly nodes: PersistentMap<string, NodeRecord>;
  readonly services: PersistentMap<string, ServiceRecord>;
  readonly tasks: PersistentMap<string, TaskRecord>;
  /** IDs of tasks by their service and by their node: kept with every change of `tasks`. */
  readonly tasksByService: TaskIndex;
  readonly tasksByNode: TaskIndex;
  readonly secrets: PersistentMap<string, SecretRecord>;
  readonly configs: PersistentMap<string, ConfigRecord>;
}

type TaskIndex = PersistentMap<string, PersistentMap<string, true>>;

/** What every object of a cluster has. */
export interface ClusterObject {
  readonly id: string;
  readonly version: number;
  readonly createdMs: number;
  readonly updatedMs: number;
}

export interface ClusterRecord extends ClusterObject {
  readonly spec: SwarmSpec;
  readonly joinTokens: { readonly worker: string; readonly manager: string };
  readonly tlsInfo: Readonly<Record<string, string>>;
  readonly defaultAddrPool: readonly string[];
  readonly subnetSize: number;
  readonly dataPathPort: number;
}

export interface NodeRecord extends ClusterObject {
  readonly spec: NodeSpec;
  readonly description: Node['Description'];
  readonly status: Node['Status'];
  readonly manager:
    { readonly leader: boolean; readonly address: string; readonly unreachable?: boolean } | undefined;
}

export interface ServiceRecord extends ClusterObject {
  readonly spec: ServiceSpec;
  /** Changes with the specification: tasks made from the same version are up to date. */
  readonly specVersion: number;
  readonly previous: PreviousSpec | undefined;
  /** Ports and virtual IPs as allocated. */
  readonly endpoint: ServiceEndpoint;
  readonly update: UpdateRecord | undefined;
  /** Login for the registry of its image; never told back. */
  readonly auth?: RegistryCredentials | undefined;
}

export interface PreviousSpec {
  readonly spec: ServiceSpec;
  readonly specVersion: number;
  readonly auth?: RegistryCredentials | undefined;
}

export interface ServiceEndpoint {
  readonly ports: readonly PortConfig[];
  readonly virtualIps: readonly { readonly networkId: string; readonly address: string }[];
}

/** An update on its way, and what came of it. */
export interface UpdateRecord {
  readonly state: UpdateState;
  readonly startedMs: number;
  readonly completedMs: number;
  readonly message: string;
  /** How far it is; undefined once it ended. */
  readonly progress: UpdateProgress | undefined;
}

export interface UpdateProgress {
  /** Slots that were out of date at the start: failures are counted against them. */
  readonly slots: number;
  /** Slots still to do, in this order. */
  readonly waiting: readonly string[];
  /** As many as work at once. */
  readonly workers: readonly UpdateWorker[];
  /** Task it made → when that came up; 0 before. */
  readonly tasks: Readonly<Record<string, number>>;
  readonly failures: readonly string[];
  /** Every slot is done: until then tasks are watched. 0 before. */
  readonly monitorUntilMs: number;
}

/** One that replaces the task of a slot, waits until the new one is up, rests for the delay and takes the next. */
export interface UpdateWorker {
  readonly slot: string;
  readonly taskId: string;
  /** The end of its rest; 0 while it works. */
  readonly restUntilMs: number;
}

export interface TaskRecord extends ClusterObject {
  readonly serviceId: string;
  readonly serviceName: string;
  readonly serviceLabels: Readonly<Record<string, string>>;
  /** 1 … replicas; 0 of a global service. */
  readonly slot: number;
  /** '' until it is assigned. */
  readonly nodeId: string;
  readonly spec: TaskSpec;
  readonly specVersion: number;
  readonly desiredState: TaskState;
  readonly status: TaskStatusRecord;
  readonly endpoint: ServiceEndpoint;
  /** What its service asked for when it was made: it is out of date where that changed. */
  readonly endpointSpec: ServiceSpec['EndpointSpec'];
  readonly networks: readonly NetworkAttachment[];
  /** Set while it may not start yet (desired state `ready`). */
  readonly start: DelayedStart | undefined;
  readonly auth?: RegistryCredentials | undefined;
  /** Restarts of its slot with this specification, those before it and its own. */
  readonly restarts: readonly number[];
}

/** When a prepared task may start: at that time, and once the task it replaces stopped (or that takes too long). */
export interface DelayedStart {
  readonly atMs: number;
  /** Task it waits for; '' for none. */
  readonly afterTask: string;
  readonly giveUpMs: number;
}

export interface NetworkAttachment {
  readonly networkId: string;
  readonly networkName: string;
  readonly aliases: readonly string[];
  /** Addresses with prefix; none where the node's own network gives them. */
  readonly addresses: readonly string[];
}

export interface TaskStatusRecord {
  readonly timestampMs: number;
  readonly state: TaskState;
  readonly message: string;
  readonly error: string;
  readonly container:
    { readonly containerId: string; readonly pid: number; readonly exitCode: number } | undefined;
  /** Host ports that are really bound. */
  readonly ports: readonly PortConfig[];
}

export interface SecretRecord extends ClusterObject {
  readonly spec: SecretSpec;
}

export interface ConfigRecord extends ClusterObject {
  readonly spec: ConfigSpec;
}

/** A cluster with nothing in it. */
export function emptyCluster(cluster: ClusterRecord): ClusterState {
  return {
    index: cluster.version,
    cluster,
    nodes: PersistentMap.empty(),
    services: PersistentMap.empty(),
    tasks: PersistentMap.empty(),
    tasksByService: PersistentMap.empty(),
    tasksByNode: PersistentMap.empty(),
    secrets: PersistentMap.empty(),
    configs: PersistentMap.empty(),
  };
}
