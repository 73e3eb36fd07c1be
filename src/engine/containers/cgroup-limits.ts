import type { HostConfig } from '../../api/container-types.ts';
import type { CgroupLimits } from '../../kernel/cgroup.ts';

/** A container's limits as its control group has them. @see moby v28 daemon/daemon_unix.go getMemoryResources, getCPUResources */
export function cgroupLimits(host: HostConfig): CgroupLimits {
  const { Memory = 0, MemorySwap = 0, NanoCpus = 0, PidsLimit, CpuShares = 0 } = host;
  const quota = Number(host['CpuQuota'] ?? 0);
  const period = Number(host['CpuPeriod'] ?? 0) || 100_000;
  const cpus = NanoCpus > 0 ? NanoCpus / 1e9 : quota > 0 ? quota / period : undefined;
  return {
    memoryBytes: Memory > 0 ? Memory : undefined,
    swapBytes: Memory > 0 && MemorySwap > 0 ? MemorySwap - Memory : undefined,
    processes: PidsLimit && PidsLimit > 0 ? PidsLimit : undefined,
    cpus,
    cpuWeight: CpuShares > 0 ? cpuWeight(CpuShares) : undefined,
  };
}

/** @see opencontainers/cgroups ConvertCPUSharesToCgroupV2Value, as of runc 1.2 */
function cpuWeight(shares: number): number {
  return Math.floor(1 + ((shares - 2) * 9999) / 262142);
}
