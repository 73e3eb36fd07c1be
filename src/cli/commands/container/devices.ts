import type { HostConfig } from '../../../api/container-types.ts';
import { CliError } from '../../cli-error.ts';
import type { FlagValues } from '../../flags/flag.ts';
import { parseGpuRequest, type DeviceRequest } from '../../opts/gpu-request.ts';

type Device = NonNullable<HostConfig['Devices']>[number];

/** Devices and requests for devices. @throws CliError. @see docker/cli v28.2.2 cli/command/container/opts.go */
export function devices(flags: FlagValues): HostConfig {
  const list = flags.list('device');
  const [byName, byPath] = [list.filter(isQualified), list.filter((text) => !isQualified(text))];
  const requests: DeviceRequest[] = [
    ...flags.list('gpus').map(parseGpuRequest),
    ...(byName.length
      ? [{ Driver: 'cdi', Count: 0, DeviceIDs: byName, Capabilities: null, Options: null }]
      : []),
  ];
  const rules = flags.list('device-cgroup-rule');
  return {
    ...(byPath.length ? { Devices: byPath.map(parseDevice) } : {}),
    ...(requests.length ? { DeviceRequests: requests } : {}),
    ...(rules.length ? { DeviceCgroupRules: [...rules] } : {}),
  };
}

/** `vendor.com/class=name`, a name of the Container Device Interface. */
function isQualified(text: string): boolean {
  return /^[\w.-]+\.[\w.-]+\/[\w.-]+=[\w.:-]+$|^[A-Za-z][\w.-]*\/[\w.-]+=[\w.:-]+$/.test(text);
}

/** `/dev/sda`, `/dev/sda:/dev/xvda`, `/dev/sda:/dev/xvda:r` */
function parseDevice(text: string): Device {
  const [source = '', second, third, ...rest] = text.split(':');
  if (rest.length > 0) throw new CliError(`invalid device specification: ${text}`);
  const isMode = second !== undefined && third === undefined && isDeviceMode(second);
  const target = second === undefined || second === '' || isMode ? source : second;
  const mode = third ?? (isMode ? second : 'rwm');
  if (!isDeviceMode(mode)) throw new CliError(`bad mode specified: ${mode}`);
  if (!target.startsWith('/')) throw new CliError(`${target} is not an absolute path`);
  return { PathOnHost: source, PathInContainer: target, CgroupPermissions: mode };
}

function isDeviceMode(text: string): boolean {
  return /^[rwm]+$/.test(text) && new Set(text).size === text.length;
}
