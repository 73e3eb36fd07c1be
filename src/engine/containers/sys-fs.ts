import type { Kernel } from '../../kernel/kernel.ts';
import type { MemFs } from '../../kernel/files/mem-fs.ts';
import type { HostConfig } from '../../api/container-types.ts';

const PERIOD_MICROS = 100_000;

/** /sys of a container: its cgroup's limits. Simplified: nothing else of sysfs is there. @see cgroup-v2.rst */
export function createSysFs(kernel: Kernel, host: HostConfig): MemFs {
  const fs = kernel.createFileSystem({ type: 'sysfs' });
  const view = kernel.viewAsRoot(kernel.createMountTable({ fs, ino: fs.root }));
  view.mkdirAll('/fs/cgroup');
  view.mkdirAll('/class/net');
  for (const [name, text] of Object.entries(limitsOf(host))) {
    view.writeFile(`/fs/cgroup/${name}`, `${text}\n`, { mode: 0o644 });
  }
  return fs;
}

function limitsOf(host: HostConfig): Record<string, string> {
  const { Memory = 0, MemorySwap = 0, NanoCpus = 0, PidsLimit, CpuShares = 0 } = host;
  const swap = MemorySwap > 0 ? MemorySwap - Memory : 0;
  return {
    'cgroup.controllers': 'cpuset cpu io memory hugetlb pids rdma misc',
    'cpu.max': NanoCpus
      ? `${Math.round((NanoCpus / 1e9) * PERIOD_MICROS)} ${PERIOD_MICROS}`
      : `max ${PERIOD_MICROS}`,
    'cpu.weight': String(CpuShares ? Math.floor(1 + ((CpuShares - 2) * 9999) / 262142) : 100),
    'memory.max': Memory ? String(Memory) : 'max',
    'memory.swap.max': Memory && MemorySwap > 0 ? String(swap) : 'max',
    'pids.max': PidsLimit && PidsLimit > 0 ? String(PidsLimit) : 'max',
  };
}
