import { tableOf } from '../../lib/table.ts';
import type { MachineFacts } from '../process.ts';
import type { PidTable } from '../pid-table.ts';
import { stateOf, type ProcessEntry } from '../process-entry.ts';
import type { Cgroup } from '../cgroup.ts';
import { processNode } from './proc-process.ts';
import type { ProcNode } from './proc-fs.ts';
import { splitPath } from './path.ts';

export interface ProcSources {
  readonly pids: PidTable;
  readonly facts: MachineFacts;
  /** Everything that runs on the machine. */
  readonly root: Cgroup;
  now(): number;
  current(): ProcessEntry | undefined;
}

const dir = (names: () => string[]): ProcNode => ({ type: 'directory', names });
const file = (text: () => string): ProcNode => ({ type: 'file', text });

/** What is at a path of /proc. @see proc(5) */
export function procNode(sources: ProcSources, path: string): ProcNode | undefined {
  const [first, ...rest] = splitPath(path);
  if (first === undefined) return dir(() => [...rootNames(sources), ...pidNames(sources)]);
  const self = sources.current();
  if (first === 'self' && rest.length === 0) return link(String(sources.pids.pidOf(self)));
  if (first === 'mounts' && rest.length === 0) return link('self/mounts');
  if (first === 'net' && rest.length === 0) return link('self/net');
  if (/^\d+$/.test(first)) {
    const entry = sources.pids.entries.get(Number(first));
    return entry && processNode(sources, entry, rest);
  }
  return rest.length === 0 || first === 'sys' ? systemNode(sources, [first, ...rest]) : undefined;
}

function link(target: string): ProcNode {
  return { type: 'symlink', target };
}

const ROOT_NAMES = [
  'cmdline', 'cpuinfo', 'filesystems', 'loadavg', 'meminfo', 'mounts', 'net', 'self', 'stat', 'swaps', 'sys', 'uptime', 'version',
]; // prettier-ignore

function rootNames(sources: ProcSources): string[] {
  return sources.current() ? ROOT_NAMES : ROOT_NAMES.filter((name) => !/^(self|mounts|net)$/.test(name));
}

function pidNames({ pids }: ProcSources): string[] {
  return [...pids.entries.keys()].map(String);
}

function systemNode(sources: ProcSources, parts: readonly string[]): ProcNode | undefined {
  const path = parts.join('/');
  if (Object.hasOwn(SYSTEM_FILES, path)) return file(() => SYSTEM_FILES[path]?.(sources) ?? '');
  const below = Object.keys(SYSTEM_FILES).filter((name) => name.startsWith(`${path}/`));
  const names = below.map((name) => name.slice(path.length + 1).split('/')[0] ?? '');
  return below.length ? dir(() => [...new Set(names)]) : undefined;
}

const uptimeSeconds = ({ now, facts }: ProcSources): number => (now() - facts.bootMs) / 1000;

/** µs of CPU that all processes used. */
const usedMicros = ({ root }: ProcSources): number => root.cpuMicros;

function running(pids: PidTable): number {
  return [...pids.entries.values()].filter((entry) => stateOf(entry) === 'R').length;
}

function loadAverage(sources: ProcSources): string {
  const { pids, root, facts } = sources;
  const share = Math.min(facts.cpus, usedMicros(sources) / 1e6 / Math.max(60, uptimeSeconds(sources)));
  const load = share.toFixed(2);
  return `${load} ${load} ${load} ${Math.max(1, running(pids))}/${root.processes} ${Math.max(0, ...pids.entries.keys())}\n`;
}

function statistics(sources: ProcSources): string {
  const { facts, pids } = sources;
  const used = Math.floor(usedMicros(sources) / 10_000);
  const idle = Math.max(0, Math.floor(uptimeSeconds(sources) * 100 * facts.cpus) - used);
  const each = Array.from(
    { length: facts.cpus },
    (_, cpu) => `cpu${cpu} ${cpu ? 0 : used} 0 0 ${Math.floor(idle / facts.cpus)} 0 0 0 0 0 0\n`,
  );
  return `cpu  ${used} 0 0 ${idle} 0 0 0 0 0 0\n${each.join('')}btime ${Math.floor(facts.bootMs / 1000)}\nprocesses ${pids.lastPid}\nprocs_running ${Math.max(1, running(pids))}\nprocs_blocked 0\n`;
}

const SYSTEM_FILES: Readonly<Record<string, (sources: ProcSources) => string>> = tableOf({
  cmdline: () => 'BOOT_IMAGE=/boot/vmlinuz root=/dev/vda1 ro quiet\n',
  cpuinfo: ({ facts }) => cpuInfo(facts),
  filesystems: () =>
    'nodev\tsysfs\nnodev\ttmpfs\nnodev\tproc\nnodev\tcgroup2\nnodev\tdevpts\nnodev\tmqueue\nnodev\toverlay\n\text4\n',
  loadavg: loadAverage,
  meminfo: memoryInfo,
  stat: statistics,
  swaps: () => 'Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n',
  uptime: (sources) => {
    const seconds = uptimeSeconds(sources);
    const idle = Math.max(0, seconds * sources.facts.cpus - usedMicros(sources) / 1e6);
    return `${seconds.toFixed(2)} ${idle.toFixed(2)}\n`;
  },
  version: ({ facts }) =>
    `Linux version ${facts.kernelRelease} (drydock@build) (gcc 13.2.0, GNU ld 2.42) ${facts.kernelVersion}\n`,
  'sys/kernel/hostname': ({ current }) => `${current()?.uts.hostname ?? ''}\n`,
  'sys/kernel/osrelease': ({ facts }) => `${facts.kernelRelease}\n`,
  'sys/kernel/ostype': () => 'Linux\n',
  'sys/kernel/pid_max': () => '4194304\n',
  'sys/kernel/threads-max': () => '63000\n',
  'sys/kernel/version': ({ facts }) => `${facts.kernelVersion}\n`,
  'sys/net/core/somaxconn': () => '4096\n',
  'sys/net/ipv4/ip_forward': () => '1\n',
  'sys/net/ipv4/ip_unprivileged_port_start': ({ current }) =>
    current()?.network.name === 'host' ? '1024\n' : '0\n',
  'sys/vm/overcommit_memory': () => '0\n',
  'sys/vm/swappiness': () => '60\n',
});

function cpuInfo(facts: MachineFacts): string {
  const rows = (index: number): string => `processor\t: ${index}
vendor_id\t: Drydock
cpu family\t: 6
model\t\t: 1
model name\t: Drydock virtual CPU @ 1.00GHz
cpu MHz\t\t: 1000.000
cache size\t: 4096 KB
physical id\t: 0
siblings\t: ${facts.cpus}
core id\t\t: ${index}
cpu cores\t: ${facts.cpus}
bogomips\t: 2000.00
`;
  return Array.from({ length: facts.cpus }, (_, index) => `${rows(index)}\n`).join('');
}

/** Simplified: the system's own share and the page cache are fixed; programs' memory is what they are charged. */
function memoryInfo({ facts, root }: ProcSources): string {
  const total = Math.floor(facts.memoryBytes / 1024);
  const programs = Math.ceil(root.memoryBytes / 1024);
  const [system, buffers, cached] = [
    Math.floor(total * 0.06),
    Math.floor(total * 0.01),
    Math.floor(total * 0.12),
  ];
  const free = Math.max(0, total - system - buffers - cached - programs);
  const row = (name: string, kib: number): string =>
    `${`${name}:`.padEnd(15)}${String(kib).padStart(9)} kB\n`;
  return (
    row('MemTotal', total) +
    row('MemFree', free) +
    row('MemAvailable', free + buffers + cached) +
    row('Buffers', buffers) +
    row('Cached', cached) +
    row('SwapCached', 0) +
    row('AnonPages', programs) +
    row('Shmem', 0) +
    row('SwapTotal', 0) +
    row('SwapFree', 0)
  );
}
