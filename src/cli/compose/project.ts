import type { Develop, ServiceBuild } from './project-build.ts';
import type { Deploy, DeviceRequest } from './project-deploy.ts';
import type {
  Bytes,
  EnvironmentMap,
  Extensions,
  FileReference,
  GoDuration,
  Hook,
  TextMap,
  Ulimit,
} from './project-parts.ts';

/**
 * The canonical model of a project: what `docker compose config --format json` prints, so every field has the name, the form and the unit that it has there.
 * Maps by name are objects; a field that is not set is absent. Beside it stand the four things that are not printed.
 * @see compose-spec/compose-go v2 types/project.go, types/types.go
 */
export interface Project extends Extensions {
  readonly name: string;
  /** Enabled by profiles and selection, by name. */
  readonly services: Readonly<Record<string, Service>>;
  readonly networks?: Readonly<Record<string, Network>>;
  readonly volumes?: Readonly<Record<string, Volume>>;
  readonly secrets?: Readonly<Record<string, FileObject>>;
  readonly configs?: Readonly<Record<string, FileObject>>;
  readonly models?: Readonly<Record<string, Model>>;
  /** The folder that relative paths are read from, absolute. Not printed. */
  readonly workingDir: string;
  /** The files that it was read from, absolute; `-` is stdin. Not printed. */
  readonly composeFiles: readonly string[];
  /** What interpolation saw: the variables of the process over those of `.env`, and COMPOSE_PROJECT_NAME. Not printed. */
  readonly environment: Readonly<Record<string, string>>;
  /** Services whose profile is not active or that were not selected. Not printed. */
  readonly disabledServices: Readonly<Record<string, Service>>;
}

export interface Service extends Extensions {
  readonly profiles?: readonly string[];
  readonly annotations?: TextMap;
  readonly attach?: boolean;
  readonly build?: ServiceBuild;
  readonly develop?: Develop;
  readonly blkio_config?: BlockIo;
  readonly cap_add?: readonly string[];
  readonly cap_drop?: readonly string[];
  readonly cgroup?: 'host' | 'private';
  readonly cgroup_parent?: string;
  readonly command: readonly string[] | null;
  readonly configs?: readonly FileReference[];
  readonly container_name?: string;
  readonly cpu_count?: number;
  readonly cpu_percent?: number;
  readonly cpu_period?: number;
  readonly cpu_quota?: number;
  readonly cpu_rt_period?: number;
  readonly cpu_rt_runtime?: number;
  readonly cpu_shares?: number;
  readonly cpus?: number;
  readonly cpuset?: string;
  readonly credential_spec?: { readonly config?: string; readonly file?: string; readonly registry?: string };
  /** Also those that links, volumes_from and the modes `service:NAME` imply. */
  readonly depends_on?: Readonly<Record<string, Dependency>>;
  readonly deploy?: Deploy;
  readonly device_cgroup_rules?: readonly string[];
  readonly devices?: readonly DeviceMapping[];
  readonly dns?: readonly string[];
  readonly dns_opt?: readonly string[];
  readonly dns_search?: readonly string[];
  readonly domainname?: string;
  /** Null is the image's own, an empty list none. */
  readonly entrypoint: readonly string[] | null;
  /** With the variables of `env_file`. */
  readonly environment?: EnvironmentMap;
  readonly env_file?: readonly EnvFile[];
  readonly expose?: readonly string[];
  readonly external_links?: readonly string[];
  /** `HOST=ADDRESS` */
  readonly extra_hosts?: readonly string[];
  readonly gpus?: readonly DeviceRequest[];
  readonly group_add?: readonly string[];
  readonly healthcheck?: Healthcheck;
  readonly hostname?: string;
  readonly image?: string;
  readonly init?: boolean;
  readonly ipc?: string;
  readonly isolation?: string;
  readonly label_file?: readonly string[];
  readonly labels?: TextMap;
  /** `SERVICE` or `SERVICE:ALIAS` */
  readonly links?: readonly string[];
  readonly logging?: { readonly driver?: string; readonly options?: TextMap };
  readonly mac_address?: string;
  readonly mem_limit?: Bytes;
  readonly mem_reservation?: Bytes;
  readonly mem_swappiness?: Bytes;
  readonly memswap_limit?: Bytes;
  readonly models?: Readonly<Record<string, ServiceModel | null>>;
  readonly network_mode?: string;
  readonly networks?: Readonly<Record<string, ServiceNetwork | null>>;
  readonly oom_kill_disable?: boolean;
  readonly oom_score_adj?: number;
  readonly pid?: string;
  readonly pids_limit?: number;
  readonly platform?: string;
  readonly ports?: readonly ServicePort[];
  readonly post_start?: readonly Hook[];
  readonly pre_start?: readonly Hook[];
  readonly pre_stop?: readonly Hook[];
  readonly privileged?: boolean;
  readonly provider?: Provider;
  readonly pull_policy?: string;
  readonly read_only?: boolean;
  readonly restart?: string;
  readonly runtime?: string;
  readonly scale?: number;
  readonly secrets?: readonly FileReference[];
  readonly security_opt?: readonly string[];
  readonly shm_size?: Bytes;
  readonly stdin_open?: boolean;
  readonly stop_grace_period?: GoDuration;
  readonly stop_signal?: string;
  readonly storage_opt?: TextMap;
  readonly sysctls?: TextMap;
  readonly tmpfs?: readonly string[];
  readonly tty?: boolean;
  readonly ulimits?: Readonly<Record<string, Ulimit>>;
  readonly use_api_socket?: boolean;
  readonly user?: string;
  readonly userns_mode?: string;
  readonly uts?: string;
  readonly volumes?: readonly ServiceVolume[];
  readonly volumes_from?: readonly string[];
  readonly working_dir?: string;
}

export interface Dependency extends Extensions {
  readonly condition: 'service_started' | 'service_healthy' | 'service_completed_successfully';
  readonly required: boolean;
  readonly restart?: boolean;
}

export interface Healthcheck extends Extensions {
  /** Begins with CMD, CMD-SHELL or NONE. */
  readonly test?: readonly string[];
  readonly timeout?: GoDuration;
  readonly interval?: GoDuration;
  readonly retries?: number;
  readonly start_period?: GoDuration;
  readonly start_interval?: GoDuration;
  readonly disable?: boolean;
}

export interface ServiceNetwork extends Extensions {
  readonly aliases?: readonly string[];
  readonly driver_opts?: TextMap;
  readonly gw_priority?: number;
  readonly interface_name?: string;
  readonly ipv4_address?: string;
  readonly ipv6_address?: string;
  readonly link_local_ips?: readonly string[];
  readonly mac_address?: string;
  readonly priority?: number;
}

export interface ServicePort extends Extensions {
  readonly name?: string;
  readonly mode?: string;
  readonly host_ip?: string;
  readonly target: number;
  /** A port or a range `8000-8010`, of which each container takes one; absent is any free one. */
  readonly published?: string;
  readonly protocol?: string;
  readonly app_protocol?: string;
}

export interface ServiceVolume extends Extensions {
  readonly type: 'bind' | 'volume' | 'tmpfs' | 'npipe' | 'cluster' | 'image';
  /** An absolute path, or the key of a volume of the project; absent is an anonymous volume. */
  readonly source?: string;
  readonly target: string;
  readonly read_only?: boolean;
  readonly consistency?: string;
  readonly bind?: {
    readonly selinux?: string;
    readonly propagation?: string;
    readonly create_host_path?: boolean;
    readonly recursive?: string;
  };
  readonly volume?: { readonly labels?: TextMap; readonly nocopy?: boolean; readonly subpath?: string };
  readonly tmpfs?: { readonly size?: Bytes; readonly mode?: number };
  readonly image?: { readonly subpath?: string };
}

export interface DeviceMapping extends Extensions {
  readonly source: string;
  readonly target: string;
  readonly permissions: string;
}

export interface BlockIo extends Extensions {
  readonly weight?: number;
  readonly weight_device?: readonly { readonly path: string; readonly weight: number }[];
  readonly device_read_bps?: readonly BlockRate[];
  readonly device_read_iops?: readonly BlockRate[];
  readonly device_write_bps?: readonly BlockRate[];
  readonly device_write_iops?: readonly BlockRate[];
}

export interface BlockRate {
  readonly path: string;
  readonly rate: Bytes;
}

/** A file of variables that was not read yet (`--no-env-resolution`). */
export interface EnvFile {
  readonly path: string;
  readonly required?: boolean;
  readonly format?: string;
}

/** A service that a program beside Docker provides. */
export interface Provider extends Extensions {
  readonly type: string;
  readonly options?: Readonly<Record<string, readonly string[]>>;
}

export interface Model extends Extensions {
  readonly name?: string;
  readonly model: string;
  readonly context_size?: number;
  readonly runtime_flags?: readonly string[];
}

export interface ServiceModel extends Extensions {
  readonly endpoint_var?: string;
  readonly model_var?: string;
}

export interface Network extends Extensions {
  /** Under which the daemon has it: `PROJECT_KEY` unless said. */
  readonly name: string;
  readonly driver?: string;
  readonly driver_opts?: TextMap;
  readonly ipam: Ipam;
  readonly external?: boolean;
  readonly internal?: boolean;
  readonly attachable?: boolean;
  readonly enable_ipv4?: boolean;
  readonly enable_ipv6?: boolean;
  readonly labels?: TextMap;
}

export interface Ipam extends Extensions {
  readonly driver?: string;
  readonly config?: readonly IpamPool[];
  readonly options?: TextMap;
}

export interface IpamPool extends Extensions {
  readonly subnet?: string;
  readonly gateway?: string;
  readonly ip_range?: string;
  readonly aux_addresses?: TextMap;
}

export interface Volume extends Extensions {
  /** Under which the daemon has it: `PROJECT_KEY` unless said. */
  readonly name: string;
  readonly driver?: string;
  readonly driver_opts?: TextMap;
  readonly external?: boolean;
  readonly labels?: TextMap;
}

/** A secret or a config: its content is a file, the text here, or a variable of the project's environment. */
export interface FileObject extends Extensions {
  readonly name: string;
  /** Absolute. */
  readonly file?: string;
  /** The variable of `Project.environment` that holds the content. */
  readonly environment?: string;
  /** Configs only. */
  readonly content?: string;
  readonly external?: boolean;
  readonly labels?: TextMap;
  readonly driver?: string;
  readonly driver_opts?: TextMap;
  readonly template_driver?: string;
}
