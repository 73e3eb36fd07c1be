import type { SystemInfo } from '../../api/system-types.ts';
import { sha256Hex } from '../../lib/sha256.ts';
import type { EngineContext } from '../engine-context.ts';
import { formatTime } from '../time-format.ts';
import { SERVER_VERSION } from './version.ts';

const LOG_DRIVERS = ['awslogs', 'fluentd', 'gcplogs', 'gelf', 'journald', 'json-file', 'local', 'splunk', 'syslog'];
const NETWORK_DRIVERS = ['bridge', 'host', 'ipvlan', 'macvlan', 'null', 'overlay'];

/** @see moby v28 daemon/info.go SystemInfo */
export function systemInfo(context: EngineContext): SystemInfo {
  const { store, kernel } = context;
  const { facts } = kernel;
  const counts = countContainers(context);
  return {
    ID: daemonId(kernel.hostUts.hostname),
    Containers: counts.all,
    ContainersRunning: counts.running,
    ContainersPaused: counts.paused,
    ContainersStopped: counts.all - counts.running - counts.paused,
    Images: store.state.images.size,
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
    OperatingSystem: 'Drydock',
    OSVersion: '1',
    OSType: 'linux',
    Architecture: facts.architecture === 'amd64' ? 'x86_64' : 'aarch64',
    NCPU: facts.cpus,
    MemTotal: facts.memoryBytes,
    DockerRootDir: '/var/lib/docker',
    ServerVersion: SERVER_VERSION,
    Plugins: { Volume: ['local'], Network: NETWORK_DRIVERS, Log: LOG_DRIVERS },
    Swarm: { LocalNodeState: 'inactive', NodeID: '' },
    Name: kernel.hostUts.hostname,
    SystemTime: formatTime(kernel.clock.now()),
    Labels: [],
    Warnings: null,
  };
}

function countContainers(context: EngineContext): { all: number; running: number; paused: number } {
  const counts = { all: 0, running: 0, paused: 0 };
  for (const [, { status }] of context.store.state.containers) {
    counts.all++;
    if (status === 'running' || status === 'restarting') counts.running++;
    else if (status === 'paused') counts.paused++;
  }
  return counts;
}

/** The daemon's identity, a UUID that stays with the machine. */
function daemonId(hostname: string): string {
  const hex = sha256Hex(`drydock daemon ${hostname}`);
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
