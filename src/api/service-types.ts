import type { Mount } from './container-types.ts';
import type { Annotations, ObjectVersion, SwarmObject } from './swarm-object.ts';

/**
 * Services and their tasks on the wire.
 * @see https://docs.docker.com/reference/api/engine/version/v1.50/ Service, Task
 */

export interface ServiceMode {
  /** Where none are told, there is one. */
  Replicated?: { Replicas?: number };
  Global?: Record<string, never>;
  ReplicatedJob?: { MaxConcurrent?: number; TotalCompletions?: number };
  GlobalJob?: Record<string, never>;
}

export interface PortConfig {
  Name?: string;
  Protocol: 'tcp' | 'udp' | 'sctp';
  TargetPort: number;
  PublishedPort?: number;
  PublishMode: 'ingress' | 'host';
}

export interface EndpointSpec {
  Mode?: 'vip' | 'dnsrr';
  Ports?: PortConfig[];
}

export interface UpdateConfig {
  /** 0 updates all at once. */
  Parallelism: number;
  Delay?: number;
  FailureAction?: 'pause' | 'continue' | 'rollback';
  Monitor?: number;
  MaxFailureRatio: number;
  Order: 'stop-first' | 'start-first' | '';
}

/** As for containers; a client may leave out what is empty. */
export interface TaskMount extends Partial<Mount> {
  Consistency?: string;
}

export interface FileTarget {
  Name: string;
  UID: string;
  GID: string;
  Mode: number;
}

export interface SecretReference {
  File?: FileTarget;
  SecretID: string;
  SecretName: string;
}

export interface ConfigReference {
  File?: FileTarget;
  Runtime?: Record<string, never>;
  ConfigID: string;
  ConfigName: string;
}

export interface TaskHealthcheck {
  Test?: string[];
  Interval?: number;
  Timeout?: number;
  StartPeriod?: number;
  StartInterval?: number;
  Retries?: number;
}

/** What a task's container is made of. */
export interface TaskContainerSpec {
  Image?: string;
  Labels?: Record<string, string>;
  Command?: string[];
  Args?: string[];
  Hostname?: string;
  Env?: string[];
  Dir?: string;
  User?: string;
  Groups?: string[];
  Privileges?: Record<string, unknown>;
  Init?: boolean;
  StopSignal?: string;
  TTY?: boolean;
  OpenStdin?: boolean;
  ReadOnly?: boolean;
  Mounts?: TaskMount[];
  StopGracePeriod?: number;
  Healthcheck?: TaskHealthcheck;
  /** Lines of /etc/hosts: address, then name. */
  Hosts?: string[];
  DNSConfig?: { Nameservers?: string[]; Search?: string[]; Options?: string[] };
  Secrets?: SecretReference[];
  Configs?: ConfigReference[];
  Isolation?: string;
  Sysctls?: Record<string, string>;
  CapabilityAdd?: string[];
  CapabilityDrop?: string[];
  Ulimits?: { Name: string; Hard: number; Soft: number }[];
  OomScoreAdj?: number;
}

export interface GenericResource {
  DiscreteResourceSpec: { Kind: string; Value: number };
}

export interface TaskResources {
  NanoCPUs?: number;
  MemoryBytes?: number;
  Pids?: number;
  /** Reservations only. */
  GenericResources?: GenericResource[];
}

export interface RestartPolicy {
  Condition?: 'none' | 'on-failure' | 'any';
  Delay?: number;
  MaxAttempts?: number;
  Window?: number;
}

export interface TaskPlacement {
  Constraints?: string[];
  Preferences?: { Spread: { SpreadDescriptor: string } }[];
  MaxReplicas?: number;
  Platforms?: { Architecture?: string; OS?: string }[];
}

export interface TaskNetwork {
  /** Name or ID. */
  Target: string;
  Aliases?: string[];
  DriverOpts?: Record<string, string>;
}

export interface TaskSpec {
  ContainerSpec?: TaskContainerSpec;
  Resources?: { Limits?: TaskResources; Reservations?: TaskResources };
  RestartPolicy?: RestartPolicy;
  Placement?: TaskPlacement;
  Networks?: TaskNetwork[];
  LogDriver?: { Name?: string; Options?: Record<string, string> };
  /** Rises with `--force`: nothing else changed, and the tasks are replaced all the same. */
  ForceUpdate: number;
  Runtime?: string;
}

export interface ServiceSpec extends Annotations {
  TaskTemplate: TaskSpec;
  Mode: ServiceMode;
  UpdateConfig?: UpdateConfig;
  RollbackConfig?: UpdateConfig;
  EndpointSpec?: EndpointSpec;
}

export type UpdateState =
  'updating' | 'paused' | 'completed' | 'rollback_started' | 'rollback_paused' | 'rollback_completed';

export interface Service extends SwarmObject {
  Spec: ServiceSpec;
  PreviousSpec?: ServiceSpec;
  Endpoint: {
    Spec: EndpointSpec;
    Ports?: PortConfig[];
    VirtualIPs?: { NetworkID: string; Addr?: string }[];
  };
  UpdateStatus?: { State: UpdateState; StartedAt?: string; CompletedAt?: string; Message: string };
  /** Only where a list asked for it. */
  ServiceStatus?: { RunningTasks: number; DesiredTasks: number; CompletedTasks: number };
  JobStatus?: { JobIteration: ObjectVersion; LastExecution?: string };
}

/** In the order in which a task goes through them. @see moby/swarmkit v2 api/types.proto TaskState */
export const TASK_STATES = [
  'new',
  'allocated',
  'pending',
  'assigned',
  'accepted',
  'preparing',
  'ready',
  'starting',
  'running',
  'complete',
  'shutdown',
  'failed',
  'rejected',
  'remove',
  'orphaned',
] as const;

export type TaskState = (typeof TASK_STATES)[number];

export interface TaskStatus {
  Timestamp: string;
  State: TaskState;
  Message?: string;
  Err?: string;
  ContainerStatus?: { ContainerID: string; PID: number; ExitCode: number };
  PortStatus: { Ports?: PortConfig[] };
}

export interface Task extends SwarmObject {
  Labels: Record<string, string>;
  Spec: TaskSpec;
  ServiceID: string;
  /** 1 … replicas; a global service's tasks have none. */
  Slot?: number;
  NodeID?: string;
  Status: TaskStatus;
  DesiredState: TaskState;
  NetworksAttachments?: { Network: { ID: string; Spec: { Name: string } }; Addresses: string[] }[];
}

export interface TaskLogOptions {
  readonly stdout: boolean;
  readonly stderr: boolean;
  readonly follow?: boolean;
  readonly tail?: string;
  readonly since?: string;
  readonly timestamps?: boolean;
}

/** A line of a task's output, with what the client needs to say whose it is. */
export interface TaskLogLine {
  readonly stream: 'stdout' | 'stderr';
  readonly data: Uint8Array;
  /** `com.docker.swarm.node.id`, `….service.id`, `….task.id` */
  readonly details: Readonly<Record<string, string>>;
}
