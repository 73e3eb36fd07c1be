import type { DiskUsage, SystemInfo, SystemVersion } from '../../api/system-types.ts';
import { containerList } from '../containers/list.ts';
import type { EngineContext } from '../engine-context.ts';
import { imageList } from '../images/list.ts';
import { formatTime } from '../time-format.ts';
import { swarmInfo } from '../swarm/control/swarm-info.ts';
import { DAEMON_SETUP } from './daemon-setup.ts';
import { usageOf, volumeList } from '../volumes/operations.ts';
import { ENGINE_VERSION } from './version.ts';

const API_VERSION = '1.50';

export function systemInfo(context: EngineContext): SystemInfo {
  const { state } = context.store;
  const { facts, clock, hostUts } = context.kernel;
  const containers = [...state.containers].map(([, container]) => container);
  const count = (...statuses: string[]): number =>
    containers.filter((container) => statuses.includes(container.status)).length;
  return {
    ...DAEMON_SETUP,
    ID: '4f7a1f0e-5f1d-4c0b-9a3e-d0c4d0c4d0c4',
    Name: hostUts.hostname,
    Containers: containers.length,
    ContainersRunning: count('running', 'restarting'),
    ContainersPaused: count('paused'),
    ContainersStopped: count('created', 'exited', 'dead'),
    Images: state.images.size,
    Driver: 'overlay2',
    DriverStatus: [
      ['Backing Filesystem', 'extfs'],
      ['Supports d_type', 'true'],
      ['Using metacopy', 'false'],
      ['Native Overlay Diff', 'true'],
      ['userxattr', 'false'],
    ],
    LoggingDriver: 'json-file',
    CgroupDriver: 'systemd',
    CgroupVersion: '2',
    KernelVersion: facts.kernelRelease,
    OperatingSystem: 'Drydock Linux',
    OSVersion: '1',
    OSType: 'linux',
    Architecture: 'x86_64',
    NCPU: facts.cpus,
    MemTotal: facts.memoryBytes,
    DockerRootDir: '/var/lib/docker',
    ServerVersion: ENGINE_VERSION,
    Plugins: {
      Volume: ['local'],
      Network: ['bridge', 'host', 'null'],
      Authorization: null,
      Log: ['json-file'],
    },
    Swarm: swarmInfo(state),
    SystemTime: formatTime(clock.now()),
    Labels: [],
    Warnings: null,
  };
}

export function systemVersion(context: EngineContext): SystemVersion {
  const { kernelRelease } = context.kernel.facts;
  return {
    Version: ENGINE_VERSION,
    ApiVersion: API_VERSION,
    MinAPIVersion: '1.24',
    GitCommit: '45873be',
    GoVersion: 'go1.24.3',
    Os: 'linux',
    Arch: 'amd64',
    KernelVersion: kernelRelease,
    BuildTime: '2025-05-30T12:07:35.000000000+00:00',
    Platform: { Name: 'Docker Engine - Community (simulated by Drydock)' },
    Components: [
      {
        Name: 'Engine',
        Version: ENGINE_VERSION,
        Details: {
          ApiVersion: API_VERSION,
          Arch: 'amd64',
          BuildTime: '2025-05-30T12:07:35.000000000+00:00',
          Experimental: 'false',
          GitCommit: '45873be',
          GoVersion: 'go1.24.3',
          KernelVersion: kernelRelease,
          MinAPIVersion: '1.24',
          Os: 'linux',
        },
      },
      { Name: 'containerd', Version: '1.7.27', Details: { GitCommit: DAEMON_SETUP.ContainerdCommit.ID } },
      { Name: 'runc', Version: '1.2.5', Details: { GitCommit: DAEMON_SETUP.RuncCommit.ID } },
      { Name: 'docker-init', Version: '0.19.0', Details: { GitCommit: DAEMON_SETUP.InitCommit.ID } },
    ],
  };
}

export function systemDataUsage(context: EngineContext): DiskUsage {
  const { state } = context.store;
  const inImages = new Set<string>();
  for (const [, image] of state.images)
    for (let id = image.topChainId; id; id = state.layers.get(id)?.parent ?? '') inImages.add(id);
  return {
    LayersSize: [...inImages].reduce((sum, id) => sum + (state.layers.get(id)?.sizeBytes ?? 0), 0),
    Images: imageList(context, { all: true }).map((image) => ({
      ...image,
      Containers: [...state.containers].filter(([, container]) => container.imageId === image.Id).length,
      SharedSize: 0,
    })),
    Containers: containerList(context, { all: true, size: true }),
    Volumes: volumeList(context).map((volume) => usageOf(context, volume)),
    BuildCache: [...state.buildCache].map(([, entry]) => ({
      ID: entry.key.slice(0, 25),
      Parents: null,
      Type: 'regular',
      Description: entry.description,
      InUse: false,
      Shared: inImages.has(entry.chainId),
      Size: entry.sizeBytes,
      CreatedAt: formatTime(entry.createdMs),
      LastUsedAt: formatTime(entry.lastUsedMs),
      UsageCount: entry.usageCount,
    })),
  };
}
