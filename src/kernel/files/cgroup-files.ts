import { ownEntry, tableOf } from '../../lib/table.ts';
import type { Cgroup } from '../cgroup.ts';
import { CPU_PERIOD_MS } from '../cpu-budget.ts';
import { splitPath } from './path.ts';
import type { ProcNode } from './proc-fs.ts';

const PERIOD_MICROS = CPU_PERIOD_MS * 1000;

/** What is in a cgroup2 file system whose root is this group. @see linux Documentation/admin-guide/cgroup-v2.rst */
export function cgroupNode(cgroup: Cgroup, path: string): ProcNode | undefined {
  const [name, ...rest] = splitPath(path);
  if (name === undefined) return { type: 'directory', names: () => Object.keys(FILES) };
  const text = rest.length === 0 ? ownEntry(FILES, name) : undefined;
  return text && { type: 'file', text: () => `${text(cgroup)}\n` };
}

const orMax = (limit: number | undefined): string =>
  limit === undefined || limit === Infinity ? 'max' : String(limit);

function cpuMax({ limits: { cpus } }: Cgroup): string {
  return `${cpus === undefined ? 'max' : Math.round(cpus * PERIOD_MICROS)} ${PERIOD_MICROS}`;
}

function cpuStat(cgroup: Cgroup): string {
  const used = Math.round(cgroup.cpuMicros);
  return `usage_usec ${used}\nuser_usec ${used}\nsystem_usec 0`;
}

const FILES: Readonly<Record<string, (cgroup: Cgroup) => string>> = tableOf({
  'cgroup.controllers': () => 'cpuset cpu io memory hugetlb pids rdma misc',
  'cgroup.procs': ({ members }) => [...members].map(({ pid }) => pid).join('\n'),
  'cgroup.type': () => 'domain',
  'cpu.max': cpuMax,
  'cpu.stat': cpuStat,
  'cpu.weight': ({ limits }) => String(limits.cpuWeight ?? 100),
  'memory.current': ({ memoryBytes }) => String(memoryBytes),
  'memory.events': ({ oomKills }) => `low 0\nhigh 0\nmax ${oomKills}\noom ${oomKills}\noom_kill ${oomKills}`,
  'memory.max': ({ limits }) => orMax(limits.memoryBytes),
  'memory.peak': ({ peakBytes }) => String(peakBytes),
  'memory.stat': ({ memoryBytes }) => `anon ${memoryBytes}\nfile 0`,
  'memory.swap.current': () => '0',
  'memory.swap.max': ({ limits }) => orMax(limits.swapBytes),
  'pids.current': ({ processes }) => String(processes),
  'pids.max': ({ limits }) => orMax(limits.processes),
  'pids.peak': ({ processes }) => String(processes),
});
