import type { RegistryCredentials } from './registry.ts';
import type { Service, ServiceSpec, Task, TaskLogLine, TaskLogOptions } from './service-types.ts';
import type { Annotations, SwarmObject } from './swarm-object.ts';

/**
 * Swarms, their nodes, secrets and configs on the wire.
 * @see https://docs.docker.com/reference/api/engine/version/v1.50/ Swarm, Node, Service, Task, Secret, Config
 */

// Swarm

export interface SwarmInitRequest {
  ListenAddr: string;
  AdvertiseAddr: string;
  DataPathAddr?: string;
  DataPathPort?: number;
  DefaultAddrPool?: string[] | null;
  SubnetSize?: number;
  ForceNewCluster?: boolean;
  Availability?: NodeAvailability | '';
  AutoLockManagers?: boolean;
  Spec?: SwarmSpec;
}

export interface SwarmJoinRequest {
  ListenAddr: string;
  AdvertiseAddr: string;
  DataPathAddr?: string;
  RemoteAddrs: string[];
  JoinToken: string;
  Availability?: NodeAvailability | '';
}

export interface SwarmSpec extends Annotations {
  Orchestration: { TaskHistoryRetentionLimit?: number };
  Raft: {
    SnapshotInterval?: number;
    KeepOldSnapshots?: number;
    LogEntriesForSlowFollowers?: number;
    ElectionTick: number;
    HeartbeatTick: number;
  };
  Dispatcher: { HeartbeatPeriod?: number };
  CAConfig: { NodeCertExpiry?: number };
  TaskDefaults: Record<string, never>;
  EncryptionConfig: { AutoLockManagers: boolean };
}

export interface Swarm extends SwarmObject {
  Spec: SwarmSpec;
  TLSInfo: Record<string, string>;
  RootRotationInProgress: boolean;
  DefaultAddrPool: string[];
  SubnetSize: number;
  DataPathPort: number;
  JoinTokens: { Worker: string; Manager: string };
}

export interface SwarmUpdateOptions {
  readonly version: number;
  readonly rotateWorkerToken?: boolean;
  readonly rotateManagerToken?: boolean;
  readonly rotateManagerUnlockKey?: boolean;
}

// Nodes

export type NodeRole = 'worker' | 'manager';
export type NodeAvailability = 'active' | 'pause' | 'drain';

export interface NodeSpec extends Omit<Annotations, 'Name'> {
  Name?: string;
  Role: NodeRole;
  Availability: NodeAvailability;
}

export interface Node extends SwarmObject {
  Spec: NodeSpec;
  Description: {
    Hostname: string;
    Platform: { Architecture: string; OS: string };
    Resources: { NanoCPUs: number; MemoryBytes: number };
    Engine: {
      EngineVersion: string;
      Labels?: Record<string, string>;
      Plugins: { Type: string; Name: string }[];
    };
    TLSInfo: Record<string, string>;
  };
  Status: { State: 'unknown' | 'down' | 'ready' | 'disconnected'; Message?: string; Addr: string };
  /** Managers only. */
  ManagerStatus?: { Leader?: boolean; Reachability: 'unknown' | 'unreachable' | 'reachable'; Addr: string };
}

// Secrets and configs

export interface SecretSpec extends Annotations {
  /** Base 64; never told back. */
  Data?: string;
  Driver?: { Name: string; Options?: Record<string, string> };
}

export interface Secret extends SwarmObject {
  Spec: SecretSpec;
}

export interface ConfigSpec extends Annotations {
  /** Base 64. */
  Data?: string;
}

export interface Config extends SwarmObject {
  Spec: ConfigSpec;
}

type Filters = Record<string, string[]>;

/** The operations of a swarm: most are answered by managers alone. */
export interface SwarmApi {
  SwarmInit(request: SwarmInitRequest): Promise<string>;
  SwarmJoin(request: SwarmJoinRequest): Promise<void>;
  SwarmLeave(options: { force?: boolean }): Promise<void>;
  SwarmInspect(): Promise<Swarm>;
  SwarmUpdate(spec: SwarmSpec, options: SwarmUpdateOptions): Promise<void>;
  NodeList(filters?: Filters): Promise<Node[]>;
  NodeInspect(id: string): Promise<Node>;
  NodeUpdate(id: string, options: { version: number }, spec: NodeSpec): Promise<void>;
  NodeDelete(id: string, options: { force?: boolean }): Promise<void>;
  ServiceCreate(spec: ServiceSpec, options?: SentAuth): Promise<{ ID: string; Warnings?: string[] | null }>;
  ServiceList(options: { filters?: Filters; status?: boolean }): Promise<Service[]>;
  ServiceInspect(id: string, options?: { insertDefaults?: boolean }): Promise<Service>;
  ServiceUpdate(
    id: string,
    options: {
      version: number;
      rollback?: 'previous';
      registryAuthFrom?: 'spec' | 'previous-spec';
    } & SentAuth,
    spec: ServiceSpec,
  ): Promise<{ Warnings?: string[] | null }>;
  ServiceDelete(id: string): Promise<void>;
  ServiceLogs(id: string, options: TaskLogOptions): AsyncIterable<TaskLogLine>;
  TaskList(filters?: Filters): Promise<Task[]>;
  TaskInspect(id: string): Promise<Task>;
  TaskLogs(id: string, options: TaskLogOptions): AsyncIterable<TaskLogLine>;
  SecretList(filters?: Filters): Promise<Secret[]>;
  SecretCreate(spec: SecretSpec): Promise<{ ID: string }>;
  SecretInspect(id: string): Promise<Secret>;
  SecretUpdate(id: string, options: { version: number }, spec: SecretSpec): Promise<void>;
  SecretDelete(id: string): Promise<void>;
  ConfigList(filters?: Filters): Promise<Config[]>;
  ConfigCreate(spec: ConfigSpec): Promise<{ ID: string }>;
  ConfigInspect(id: string): Promise<Config>;
  ConfigUpdate(id: string, options: { version: number }, spec: ConfigSpec): Promise<void>;
  ConfigDelete(id: string): Promise<void>;
}

interface SentAuth {
  readonly auth?: RegistryCredentials;
}
