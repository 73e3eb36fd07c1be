import type { HostConfig } from '../../../api/container-types.ts';
import { CliError } from '../../cli-error.ts';
import type { FlagValues } from '../../flags/flag.ts';
import { splitDevice } from '../../opts/device-rate.ts';

/** Fields that are a flag's number. */
const NUMBERS: Readonly<Record<string, string>> = {
  'blkio-weight': 'BlkioWeight',
  'cpu-period': 'CpuPeriod',
  'cpu-quota': 'CpuQuota',
  'cpu-rt-period': 'CpuRealtimePeriod',
  'cpu-rt-runtime': 'CpuRealtimeRuntime',
  'cpu-shares': 'CpuShares',
  memory: 'Memory',
  'memory-reservation': 'MemoryReservation',
  'memory-swap': 'MemorySwap',
  'memory-swappiness': 'MemorySwappiness',
  'oom-score-adj': 'OomScoreAdj',
  'pids-limit': 'PidsLimit',
  'shm-size': 'ShmSize',
};

const TEXTS: Readonly<Record<string, string>> = {
  'cgroup-parent': 'CgroupParent',
  'cpuset-cpus': 'CpusetCpus',
  'cpuset-mems': 'CpusetMems',
};

/** Limits that `run`, `create` and `update` share; what no flag names is left out. @throws CliError. @see docker/cli v28.2.2 cli/command/container/opts.go, update.go */
export function resources(flags: FlagValues): HostConfig {
  const swappiness = flags.number('memory-swappiness') ?? -1;
  if (swappiness !== -1 && (swappiness < 0 || swappiness > 100))
    throw new CliError(`invalid value: ${swappiness}. Valid memory swappiness range is 0-100`);
  return {
    ...Object.fromEntries(
      Object.entries(NUMBERS).flatMap(([flag, field]) => {
        const value = flags.number(flag);
        return value === undefined ? [] : [[field, value]];
      }),
    ),
    ...Object.fromEntries(
      Object.entries(TEXTS).flatMap(([flag, field]) => {
        const value = flags.string(flag);
        return value ? [[field, value]] : [];
      }),
    ),
    ...(flags.has('cpus') ? { NanoCpus: Math.round((flags.number('cpus') ?? 0) * 1e9) } : {}),
    ...(flags.has('oom-kill-disable') ? { OomKillDisable: flags.bool('oom-kill-disable') } : {}),
    ...deviceRates(flags),
  };
}

/** Limits for single devices, with the field's name for the number. */
const RATES: Readonly<Record<string, readonly [field: string, number: string]>> = {
  'blkio-weight-device': ['BlkioWeightDevice', 'Weight'],
  'device-read-bps': ['BlkioDeviceReadBps', 'Rate'],
  'device-read-iops': ['BlkioDeviceReadIOps', 'Rate'],
  'device-write-bps': ['BlkioDeviceWriteBps', 'Rate'],
  'device-write-iops': ['BlkioDeviceWriteIOps', 'Rate'],
};

function deviceRates(flags: FlagValues): HostConfig {
  return Object.fromEntries(
    Object.entries(RATES)
      .filter(([flag]) => flags.has(flag))
      .map(([flag, [field, number]]) => [
        field,
        flags.list(flag).map((text) => {
          const [Path, value] = splitDevice(text);
          return { Path, [number]: Number(value) };
        }),
      ]),
  );
}
