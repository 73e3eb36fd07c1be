/** Wire types of system calls, names verbatim. @see Engine API 1.50 */
import type { Swarm } from './swarm-types.ts';

/** `time` in seconds, `timeNano` as a decimal string: it does not fit a double. */
export interface EventMessage {
  Type:
    | 'container'
    | 'image'
    | 'network'
    | 'volume'
    | 'builder'
    | 'daemon'
    | 'service'
    | 'node'
    | 'secret'
    | 'config'
    | 'plugin';
  Action: string;
  Actor: { ID: string; Attributes: Record<string, string> };
  scope: 'local' | 'swarm';
  time: number;
  timeNano: string;
}

/** What a daemon is made of and made to do, whatever it holds. */
export interface DaemonSetup {
  MemoryLimit: boolean;
  SwapLimit: boolean;
  CpuCfsPeriod: boolean;
  CpuCfsQuota: boolean;
  CPUShares: boolean;
  CPUSet: boolean;
  PidsLimit: boolean;
  IPv4Forwarding: boolean;
  Debug: boolean;
  OomKillDisable: boolean;
  NFd: number;
  NGoroutines: number;
  NEventsListener: number;
  IndexServerAddress: string;
  RegistryConfig: {
    IndexConfigs: Record<string, { Mirrors: string[]; Name: string; Official: boolean; Secure: boolean }>;
    InsecureRegistryCIDRs: string[];
    Mirrors: string[] | null;
  };
  GenericResources: null;
  HttpProxy: string;
  HttpsProxy: string;
  NoProxy: string;
  ExperimentalBuild: boolean;
  Runtimes: Record<string, { path: string }>;
  DefaultRuntime: string;
  LiveRestoreEnabled: boolean;
  Isolation: string;
  InitBinary: string;
  ContainerdCommit: { ID: string };
  RuncCommit: { ID: string };
  InitCommit: { ID: string };
  /** `name=seccomp,profile=builtin` */
  SecurityOptions: string[];
  CDISpecDirs: string[];
  FirewallBackend: { Driver: string };
  Containerd: { Address: string; Namespaces: { Containers: string; Plugins: string } };
}

export interface SystemInfo extends DaemonSetup {
  ID: string;
  Name: string;
  Containers: number;
  ContainersRunning: number;
  ContainersPaused: number;
  ContainersStopped: number;
  Images: number;
  Driver: string;
  DriverStatus: [string, string][];
  LoggingDriver: string;
  CgroupDriver: string;
  CgroupVersion: string;
  KernelVersion: string;
  OperatingSystem: string;
  OSVersion: string;
  OSType: string;
  Architecture: string;
  NCPU: number;
  MemTotal: number;
  DockerRootDir: string;
  ServerVersion: string;
  Plugins: { Volume: string[]; Network: string[]; Authorization: string[] | null; Log: string[] };
  Swarm: {
    NodeID: string;
    NodeAddr: string;
    LocalNodeState: 'inactive' | 'pending' | 'active' | 'error' | 'locked';
    /** True on managers. */
    ControlAvailable: boolean;
    Error: string;
    RemoteManagers: { NodeID: string; Addr: string }[] | null;
    /** Managers only: how many there are. */
    Nodes?: number;
    Managers?: number;
    /** The swarm, on managers only. */
    Cluster?: Omit<Swarm, 'JoinTokens'>;
  };
  SystemTime: string;
  Labels: string[];
  Warnings: string[] | null;
}

export interface SystemVersion {
  Version: string;
  ApiVersion: string;
  MinAPIVersion: string;
  GitCommit: string;
  GoVersion: string;
  Os: string;
  Arch: string;
  KernelVersion: string;
  BuildTime: string;
  Platform: { Name: string };
  Components: { Name: string; Version: string; Details: Record<string, string> }[];
}

export interface DiskUsage {
  LayersSize: number;
  Images: import('./image-types.ts').ImageSummary[];
  Containers: import('./container-types.ts').ContainerSummary[];
  Volumes: import('./network-types.ts').Volume[];
  BuildCache: BuildCacheRecord[];
}

export interface BuildCacheRecord {
  ID: string;
  Parents: string[] | null;
  Type: string;
  Description: string;
  InUse: boolean;
  Shared: boolean;
  Size: number;
  CreatedAt: string;
  LastUsedAt: string | null;
  UsageCount: number;
}
