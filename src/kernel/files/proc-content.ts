import type { MachineFacts } from '../process.ts';
import type { PidTable } from '../pid-table.ts';
import { stateOf, type ProcessEntry } from '../process-entry.ts';
import type { ProcNode } from './proc-fs.ts';
import { splitPath } from './path.ts';

export interface ProcSources {
  readonly pids: PidTable;
  readonly facts: MachineFacts;
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
  if (/^\d+$/.test(first)) {
    const entry = sources.pids.entries.get(Number(first));
    return entry && processNode(sources, entry, rest);
  }
  return rest.length === 0 || first === 'sys' ? systemNode(sources, [first, ...rest]) : undefined;
}

function link(target: string): ProcNode {
  return { type: 'symlink', target };
}

function rootNames(sources: ProcSources): string[] {
  const names = [
    'cpuinfo',
    'filesystems',
    'loadavg',
    'meminfo',
    'mounts',
    'stat',
    'sys',
    'uptime',
    'version',
  ];
  return sources.current() ? [...names, 'self'] : names;
}

function pidNames({ pids }: ProcSources): string[] {
  return [...pids.entries.keys()].map(String);
}

function systemNode(sources: ProcSources, parts: readonly string[]): ProcNode | undefined {
  const { facts } = sources;
  const uptime = (): number => (sources.now() - facts.bootMs) / 1000;
  switch (parts.join('/')) {
    case 'cpuinfo':
      return file(() => cpuInfo(facts));
    case 'meminfo':
      return file(() => memoryInfo(facts));
    case 'uptime':
      return file(() => `${uptime().toFixed(2)} ${(uptime() * facts.cpus * 0.97).toFixed(2)}\n`);
    case 'loadavg':
      return file(
        () => `0.00 0.01 0.00 1/${sources.pids.entries.size} ${Math.max(...sources.pids.entries.keys())}\n`,
      );
    case 'version':
      return file(() => `Linux version ${facts.kernelRelease} ${facts.kernelVersion}\n`);
    case 'stat':
      return file(
        () =>
          `cpu  0 0 0 ${Math.floor(uptime() * 100)} 0 0 0 0 0 0\nbtime ${Math.floor(facts.bootMs / 1000)}\n`,
      );
    case 'filesystems':
      return file(() => 'nodev\tproc\nnodev\ttmpfs\nnodev\toverlay\n\text4\n');
    case 'sys':
      return dir(() => ['kernel']);
    case 'sys/kernel':
      return dir(() => ['hostname', 'osrelease', 'ostype']);
    case 'sys/kernel/hostname':
      return file(() => `${sources.current()?.uts.hostname ?? ''}\n`);
    case 'sys/kernel/osrelease':
      return file(() => `${facts.kernelRelease}\n`);
    case 'sys/kernel/ostype':
      return file(() => 'Linux\n');
    default:
      return undefined;
  }
}

function cpuInfo(facts: MachineFacts): string {
  const one = (index: number): string =>
    `processor\t: ${index}\nvendor_id\t: Drydock\nmodel name\t: Drydock virtual CPU\ncpu MHz\t\t: 1000.000\ncpu cores\t: ${facts.cpus}\n`;
  return Array.from({ length: facts.cpus }, (_, index) => `${one(index)}\n`).join('');
}

function memoryInfo(facts: MachineFacts): string {
  const total = Math.floor(facts.memoryBytes / 1024);
  const row = (name: string, kib: number): string =>
    `${`${name}:`.padEnd(15)}${String(kib).padStart(9)} kB\n`;
  const free = Math.floor(total * 0.7);
  return (
    row('MemTotal', total) +
    row('MemFree', free) +
    row('MemAvailable', Math.floor(total * 0.85)) +
    row('SwapTotal', 0)
  );
}

const PROCESS_FILES = [
  'cgroup',
  'cmdline',
  'comm',
  'cwd',
  'environ',
  'exe',
  'fd',
  'mounts',
  'stat',
  'status',
];

function processNode(
  sources: ProcSources,
  entry: ProcessEntry,
  rest: readonly string[],
): ProcNode | undefined {
  const [name, number, ...more] = rest;
  if (name === undefined) return dir(() => PROCESS_FILES);
  if (name === 'fd') return more.length ? undefined : descriptorNode(entry, number);
  if (number !== undefined) return undefined;
  switch (name) {
    case 'cmdline':
      return file(() => entry.argv.map((word) => `${word}\0`).join(''));
    case 'comm':
      return file(() => `${commandName(entry)}\n`);
    case 'environ':
      return file(() => [...entry.env].map(([key, value]) => `${key}=${value}\0`).join(''));
    case 'cwd':
      return link(entry.view.cwd);
    case 'exe':
      return link(entry.executable);
    case 'cgroup':
      return file(() => '0::/\n');
    case 'mounts':
      return file(() => mountLines(entry));
    case 'stat':
      return file(() => statLine(sources, entry));
    case 'status':
      return file(() => statusLines(sources, entry));
    default:
      return undefined;
  }
}

function descriptorNode(entry: ProcessEntry, number: string | undefined): ProcNode | undefined {
  if (number === undefined) return dir(() => [...entry.fds.keys()].map(String));
  const open = entry.fds.get(Number(number));
  return open && { type: 'symlink', target: open.path, file: open };
}

function commandName(entry: ProcessEntry): string {
  return (entry.argv[0] ?? '').split(/[/ ]/).findLast((part) => part !== '') ?? '';
}

function mountLines(entry: ProcessEntry): string {
  return entry.view.mounts.mounts
    .map(
      ({ source, path, place, readOnly }) =>
        `${source} ${path} ${place.fs.type} ${readOnly ? 'ro' : 'rw'},relatime 0 0\n`,
    )
    .join('');
}

function statLine({ pids }: ProcSources, entry: ProcessEntry): string {
  const ticks = Math.floor(entry.group.cpuMicros / 10_000);
  return `${pids.pidOf(entry)} (${commandName(entry)}) ${stateOf(entry)} ${pids.pidOf(entry.parent)} ${entry.pgid} ${entry.sid} 0 -1 0 0 0 0 0 ${ticks} 0\n`;
}

const STATE_WORDS = { R: 'running', S: 'sleeping', T: 'stopped', Z: 'zombie' } as const;

function statusLines({ pids }: ProcSources, entry: ProcessEntry): string {
  const state = stateOf(entry);
  const rows: [string, string | number][] = [
    ['Name', commandName(entry)],
    ['Umask', entry.umask.toString(8).padStart(4, '0')],
    ['State', `${state} (${STATE_WORDS[state]})`],
    ['Pid', pids.pidOf(entry)],
    ['PPid', pids.pidOf(entry.parent)],
    ['Uid', `${entry.uid}\t${entry.uid}\t${entry.uid}\t${entry.uid}`],
    ['Gid', `${entry.gid}\t${entry.gid}\t${entry.gid}\t${entry.gid}`],
    ['FDSize', 64],
    ['Groups', entry.groups.join(' ')],
    ['Threads', Math.max(1, entry.group.tasks.size)],
  ];
  return rows.map(([name, value]) => `${name}:\t${value}\n`).join('');
}
