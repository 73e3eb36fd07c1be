import { ApiError } from '../../api/api-error.ts';
import type {
  ContainerConfig,
  ContainerCreateRequest,
  HealthConfig,
  HostConfig,
} from '../../api/container-types.ts';
import { sortKeys } from '../../lib/sort-keys.ts';
import type { ImageRecord } from '../state.ts';

/** A container's configuration: what was asked for, completed by its image's. @see moby v28 daemon/commit.go merge */
export function mergeConfig(
  request: ContainerCreateRequest,
  image: ImageRecord,
  id: string,
): ContainerConfig {
  const base = image.config;
  const ownEntrypoint = (request.Entrypoint?.length ?? 0) > 0;
  const resetEntrypoint = request.Entrypoint?.length === 1 && request.Entrypoint[0] === '';
  const entrypoint = resetEntrypoint
    ? null
    : ownEntrypoint
      ? (request.Entrypoint ?? null)
      : (base.Entrypoint ?? null);
  const cmd = request.Cmd?.length ? request.Cmd : ownEntrypoint ? null : (base.Cmd ?? null);
  return {
    Hostname: request.Hostname || id.slice(0, 12),
    Domainname: request.Domainname ?? '',
    User: request.User || base.User || '',
    AttachStdin: request.AttachStdin ?? false,
    AttachStdout: request.AttachStdout ?? false,
    AttachStderr: request.AttachStderr ?? false,
    ...mergedPorts(request, base),
    Tty: request.Tty ?? false,
    OpenStdin: request.OpenStdin ?? false,
    StdinOnce: request.StdinOnce ?? false,
    Env: mergeEnv(request.Env ?? [], base.Env ?? []),
    Cmd: cmd,
    ...healthcheckOf(request, base),
    Image: request.Image ?? '',
    Volumes: base.Volumes || request.Volumes ? { ...base.Volumes, ...request.Volumes } : null,
    WorkingDir: request.WorkingDir || base.WorkingDir || '',
    Entrypoint: entrypoint,
    OnBuild: base.OnBuild ?? null,
    Labels: base.Labels || request.Labels ? sortKeys({ ...base.Labels, ...request.Labels }) : NO_FIELDS,
    ...(request.StopSignal || base.StopSignal
      ? { StopSignal: request.StopSignal || base.StopSignal || '' }
      : {}),
    ...(request.StopTimeout === undefined ? {} : { StopTimeout: request.StopTimeout }),
    ...(base.Shell ? { Shell: base.Shell } : {}),
  };
}

function mergedPorts(
  request: ContainerCreateRequest,
  base: Partial<ContainerConfig>,
): Pick<ContainerConfig, 'ExposedPorts'> {
  const ports = { ...base.ExposedPorts, ...request.ExposedPorts };
  return Object.keys(ports).length ? { ExposedPorts: ports } : {};
}

/** A name alone takes a variable away. */
function mergeEnv(own: readonly string[], inherited: readonly string[]): string[] {
  const names = new Set(own.map((entry) => entry.split('=')[0]));
  const inheritedRest = inherited.filter((entry) => !names.has(entry.split('=')[0]));
  return own.filter((entry) => entry.includes('=')).concat(inheritedRest);
}

function healthcheckOf(
  request: ContainerCreateRequest,
  base: Partial<ContainerConfig>,
): { Healthcheck?: HealthConfig } {
  const own = request.Healthcheck;
  if (!own && !base.Healthcheck) return {};
  return {
    Healthcheck: {
      ...base.Healthcheck,
      ...own,
      ...(own?.Test?.length ? {} : base.Healthcheck?.Test ? { Test: base.Healthcheck.Test } : {}),
    },
  };
}

/** Program and arguments. @throws ApiError where there is neither entrypoint nor command */
export function commandOf(config: ContainerConfig): { path: string; args: string[] } {
  const words = [...(config.Entrypoint ?? []), ...(config.Cmd ?? [])];
  const [path] = words;
  if (path === undefined) throw new ApiError('invalidParameter', 'no command specified');
  return { path, args: words.slice(1) };
}

/** What nobody asked for, and nobody changes: one of each for all containers. */
const [NO_ITEMS, NO_FIELDS] = [[] as never[], {}];
const NO_RESTART = { Name: 'no', MaximumRetryCount: 0 } as const;
const JSON_FILE = { Type: 'json-file', Config: NO_FIELDS };
const NO_SIZE = [0, 0];
const READ_ONLY_PATHS = ['/proc/bus', '/proc/fs', '/proc/irq', '/proc/sys', '/proc/sysrq-trigger'];

/** Inspect shows every field, asked for or not. */
export function completeHostConfig(host: HostConfig): HostConfig {
  return {
    Binds: null,
    ContainerIDFile: '',
    LogConfig: JSON_FILE,
    NetworkMode: 'bridge',
    PortBindings: NO_FIELDS,
    RestartPolicy: NO_RESTART,
    AutoRemove: false,
    VolumeDriver: '',
    VolumesFrom: null,
    ConsoleSize: NO_SIZE,
    CapAdd: null,
    CapDrop: null,
    CgroupnsMode: 'private',
    Dns: NO_ITEMS,
    DnsOptions: NO_ITEMS,
    DnsSearch: NO_ITEMS,
    ExtraHosts: null,
    GroupAdd: null,
    IpcMode: 'private',
    Cgroup: '',
    Links: null,
    OomScoreAdj: 0,
    PidMode: '',
    Privileged: false,
    PublishAllPorts: false,
    ReadonlyRootfs: false,
    SecurityOpt: null,
    UTSMode: '',
    UsernsMode: '',
    ShmSize: 67108864,
    Runtime: 'runc',
    Isolation: '',
    CpuShares: 0,
    Memory: 0,
    NanoCpus: 0,
    CgroupParent: '',
    BlkioWeight: 0,
    BlkioWeightDevice: NO_ITEMS,
    BlkioDeviceReadBps: NO_ITEMS,
    BlkioDeviceWriteBps: NO_ITEMS,
    BlkioDeviceReadIOps: NO_ITEMS,
    BlkioDeviceWriteIOps: NO_ITEMS,
    CpuPeriod: 0,
    CpuQuota: 0,
    CpuRealtimePeriod: 0,
    CpuRealtimeRuntime: 0,
    CpusetCpus: '',
    CpusetMems: '',
    Devices: NO_ITEMS,
    DeviceCgroupRules: null,
    DeviceRequests: null,
    MemoryReservation: 0,
    MemorySwap: 0,
    MemorySwappiness: null,
    OomKillDisable: null,
    PidsLimit: null,
    Ulimits: NO_ITEMS,
    CpuCount: 0,
    CpuPercent: 0,
    IOMaximumIOps: 0,
    IOMaximumBandwidth: 0,
    MaskedPaths: MASKED_PATHS,
    ReadonlyPaths: READ_ONLY_PATHS,
    ...Object.fromEntries(Object.entries(host).filter(([, value]) => value !== undefined)),
    ...(host.NetworkMode === 'default' || !host.NetworkMode ? { NetworkMode: 'bridge' } : {}),
    ...(host.RestartPolicy?.Name ? {} : { RestartPolicy: NO_RESTART }),
    ...(host.LogConfig?.Type
      ? {}
      : { LogConfig: host.LogConfig?.Config ? { ...JSON_FILE, Config: host.LogConfig.Config } : JSON_FILE }),
    ...(host.ShmSize ? {} : { ShmSize: 67108864 }),
    ...(host.Memory && !host.MemorySwap ? { MemorySwap: host.Memory * 2 } : {}),
  };
}

const MASKED_PATHS = ['/proc/asound', '/proc/acpi', '/proc/kcore', '/proc/keys', '/proc/latency_stats', '/proc/timer_list', '/proc/timer_stats', '/proc/sched_debug', '/proc/scsi', '/sys/firmware', '/sys/devices/virtual/powercap']; // prettier-ignore
