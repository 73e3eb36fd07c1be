import type { HostConfig } from '../../../api/container-types.ts';
import type { Resource } from '../project-deploy.ts';
import type { Service } from '../project.ts';

/** Limits of a service's containers: what `deploy.resources` says counts before the service's own words. @see docker/compose v2.36.2 pkg/compose/create.go getDeployResources */
export function resources(service: Service): HostConfig {
  const { limits, reservations } = service.deploy?.resources ?? {};
  return dropUndefined({
    Memory: bytes(limits?.memory ?? service.mem_limit),
    MemoryReservation: bytes(reservations?.memory ?? service.mem_reservation),
    MemorySwap: bytes(service.memswap_limit),
    MemorySwappiness: bytes(service.mem_swappiness),
    NanoCpus: nanoCpus(limits, service),
    CpuShares: service.cpu_shares,
    CpuPeriod: service.cpu_period,
    CpuQuota: service.cpu_quota,
    CpuRealtimePeriod: service.cpu_rt_period,
    CpuRealtimeRuntime: service.cpu_rt_runtime,
    CpuCount: service.cpu_count,
    CpuPercent: service.cpu_percent,
    CpusetCpus: service.cpuset,
    PidsLimit: limits?.pids ?? service.pids_limit,
    OomKillDisable: service.oom_kill_disable,
    CgroupParent: service.cgroup_parent,
    DeviceCgroupRules: service.device_cgroup_rules,
    Devices: service.devices?.map(({ source, target, permissions }) => ({
      PathOnHost: source,
      PathInContainer: target,
      CgroupPermissions: permissions,
    })),
    Ulimits: ulimits(service),
    BlkioWeight: service.blkio_config?.weight,
  });
}

function nanoCpus(limits: Resource | undefined, { cpus }: Service): number | undefined {
  const count = limits?.cpus ?? cpus;
  return count === undefined ? undefined : Math.round(count * 1e9);
}

function bytes(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

function ulimits({ ulimits: named }: Service): HostConfig['Ulimits'] | undefined {
  if (!named) return undefined;
  return Object.keys(named)
    .sort()
    .map((name) => {
      const limit = named[name] ?? 0;
      if (typeof limit === 'number') return { Name: name, Soft: limit, Hard: limit };
      return { Name: name, Soft: limit.soft ?? 0, Hard: limit.hard ?? 0 };
    });
}

/** Without what is not said, so that the daemon's defaults hold. */
export function dropUndefined(fields: Record<string, unknown>): HostConfig {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
