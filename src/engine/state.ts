import type { BuildRecord } from '../api/build-history-types.ts';
import type {
  HealthConfig,
  HostConfig,
  ContainerConfig,
  ContainerStatus,
  EndpointSettings,
  HealthResult,
} from '../api/container-types.ts';
import type { IpamConfig } from '../api/network-types.ts';
import type { PersistentMap } from '../lib/persistent-map.ts';
import type { SwarmState } from './swarm/cluster-state.ts';

/**
 * The control plane: everything the daemon knows, as one immutable value. An operation is one commit that replaces it.
 * What is large or only runs (files, logs, processes, sockets) lives in cells beside it, by id. Times in ms since the epoch; 0 is never.
 */
export interface EngineState {
  /** By image ID (`sha256:…`, the digest of the config). */
  readonly images: PersistentMap<string, ImageRecord>;
  /** Canonical reference (`docker.io/library/nginx:alpine`) → image ID. */
  readonly tags: PersistentMap<string, string>;
  /** Canonical reference with digest (`docker.io/library/nginx@sha256:…`) → image ID. */
  readonly digests: PersistentMap<string, string>;
  /** Read-only layers by chainID. */
  readonly layers: PersistentMap<string, LayerRecord>;
  /** By container ID (64 hex). */
  readonly containers: PersistentMap<string, ContainerRecord>;
  readonly networks: PersistentMap<string, NetworkRecord>;
  readonly volumes: PersistentMap<string, VolumeRecord>;
  /** BuildKit's cache by cache key. */
  readonly buildCache: PersistentMap<string, BuildCacheEntry>;
  /** The last finished builds by number. */
  readonly builds: PersistentMap<string, BuildRecord>;
  /** The machine's place in a swarm, and on a manager the cluster; undefined outside of one. */
  readonly swarm?: SwarmState | undefined;
}

/** An image: its config file and where it came from. */
export interface ImageRecord {
  readonly id: string;
  /** The OCI config, as it was hashed. */
  readonly architecture: string;
  /** `v8` of arm64. */
  readonly variant?: string;
  readonly os: string;
  readonly created: string;
  readonly author: string;
  readonly config: Partial<ContainerConfig>;
  readonly history: readonly ImageHistoryRecord[];
  /** diffIDs, lowest first. */
  readonly diffIds: readonly string[];
  /** chainID of the topmost layer, '' for an image without any. */
  readonly topChainId: string;
  readonly sizeBytes: number;
  readonly lastTaggedMs: number;
  /** Built or committed on this machine from that image (classic builder, commit); '' otherwise. */
  readonly parent: string;
  readonly comment: string;
}

export interface ImageHistoryRecord {
  readonly created: string;
  readonly createdBy: string;
  readonly comment: string;
  readonly emptyLayer: boolean;
}

/** A read-only layer; its tree (everything up to it) is the frozen cell `layerTrees.get(chainId)`. */
export interface LayerRecord {
  readonly chainId: string;
  readonly diffId: string;
  /** chainID below, '' for the lowest. */
  readonly parent: string;
  /** Bytes that this layer alone adds. */
  readonly sizeBytes: number;
}

/** Nothing published: what most containers have. */
export const NO_PORTS: ContainerRecord['ports'] = new Map();

export interface ContainerRecord {
  readonly id: string;
  /** Without the slash. */
  readonly name: string;
  readonly createdMs: number;
  readonly imageId: string;
  /** The layer its files began from; it stays while the container does, even if the image is taken away by force. */
  readonly chainId: string;
  /** As the user named the image. */
  readonly imageName: string;
  /** With the image's values merged in. */
  readonly config: ContainerConfig;
  readonly hostConfig: HostConfig;
  /** Effective entrypoint + command. */
  readonly path: string;
  readonly args: readonly string[];
  readonly status: ContainerStatus;
  readonly pid: number;
  readonly exitCode: number;
  readonly error: string;
  readonly oomKilled: boolean;
  readonly startedMs: number;
  readonly finishedMs: number;
  readonly restartCount: number;
  /** A swarm's agent made it: it may join networks that are not attachable. */
  readonly managed?: boolean;
  /** Stopped by hand: `unless-stopped` and `on-failure` leave it alone. */
  readonly manuallyStopped: boolean;
  readonly health:
    | {
        readonly status: 'starting' | 'healthy' | 'unhealthy';
        readonly failingStreak: number;
        readonly log: readonly HealthResult[];
      }
    | undefined;
  readonly healthcheck: HealthConfig | undefined;
  readonly mounts: readonly MountRecord[];
  /** Network name → endpoint. */
  readonly endpoints: ReadonlyMap<string, EndpointRecord>;
  /** Its endpoint in docker_gwbridge, which is no network of its own: the way out of overlays. */
  readonly gatewayEndpoint?: EndpointRecord | undefined;
  /** `80/tcp` → what was really bound, while running. */
  readonly ports: ReadonlyMap<string, readonly { hostIp: string; hostPort: number }[]>;
  readonly execIds: readonly string[];
  /** Deadlines, re-armed after a restore; 0 is none. */
  readonly restartAtMs: number;
  /** The last back-off delay; absent or 0 before the first. */
  readonly restartDelayMs?: number;
  readonly healthAtMs: number;
  readonly mac: string;
  /** Secrets and configs of a swarm's task. */
  readonly files?: readonly ProvidedFile[];
}

/** A file that the daemon provides to a container: never in its own files, a diff or a commit. */
export interface ProvidedFile {
  readonly kind: 'secret' | 'config';
  /** Absolute. */
  readonly path: string;
  readonly uid: number;
  readonly gid: number;
  readonly mode: number;
  /** Base 64. */
  readonly content: string;
}

export interface MountRecord {
  readonly type: 'bind' | 'volume' | 'tmpfs';
  /** Volume name, '' otherwise. */
  readonly name: string;
  /** Path on the machine. */
  readonly source: string;
  readonly destination: string;
  readonly readOnly: boolean;
  readonly mode: string;
  readonly anonymous: boolean;
  readonly tmpfsOptions?: { readonly sizeBytes?: number; readonly mode?: number };
  readonly noCopy?: boolean;
  readonly subpath?: string;
}

export interface EndpointRecord {
  readonly networkId: string;
  /** '' while the container is not running. */
  readonly endpointId: string;
  readonly address: string;
  readonly prefix: number;
  readonly gateway: string;
  readonly mac: string;
  readonly aliases: readonly string[];
  /** What was asked for. */
  readonly settings: EndpointSettings;
  /** The swarm chose its address, which inspect shows as if it had been asked for. */
  readonly chosenBySwarm?: boolean;
}

export interface NetworkRecord {
  readonly id: string;
  readonly name: string;
  readonly driver: string;
  readonly createdMs: number;
  readonly internal: boolean;
  readonly attachable: boolean;
  readonly ingress: boolean;
  readonly enableIPv6: boolean;
  readonly ipam: {
    readonly driver: string;
    readonly config: readonly IpamConfig[];
    readonly options: Readonly<Record<string, string>>;
  };
  readonly options: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly scope: 'local' | 'swarm';
  /** Its subnet was asked for, so that addresses in it may be. */
  readonly configuredSubnet?: boolean;
  /** The swarm removed it; here it stays until the last container has left it. */
  readonly forgotten?: true;
  /** Linux bridge on the machine, '' for host, none and overlays. */
  readonly bridgeName: string;
  /** Endpoints in it that are no container's. */
  readonly systemEndpoints?: readonly SystemEndpoint[];
}

/** An endpoint of a namespace that the daemon itself keeps: of a balancer, of the routing mesh. */
export interface SystemEndpoint {
  /** The namespace, where inspect has a container's ID: `lb-web`, `ingress-sbox`. */
  readonly sandbox: string;
  /** `web-endpoint`, `gateway_ingress-sbox` */
  readonly name: string;
  readonly endpointId: string;
  readonly address: string;
  readonly prefix: number;
  readonly mac: string;
}

export interface VolumeRecord {
  readonly name: string;
  readonly driver: string;
  readonly createdMs: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, string>>;
  readonly anonymous: boolean;
}

export interface BuildCacheEntry {
  readonly key: string;
  readonly description: string;
  /** What the step left: the config so far and the tree's chain. */
  readonly chainId: string;
  readonly sizeBytes: number;
  readonly createdMs: number;
  readonly lastUsedMs: number;
  readonly usageCount: number;
  readonly parent: string;
}
