import { tableOf } from '../../lib/table.ts';
import { formatCapabilities } from '../capabilities.ts';
import type { MountInfo } from './mount-table.ts';
import { residentBytes } from '../pid-table.ts';
import { stateOf, type ProcessEntry, type ResourceLimit } from '../process-entry.ts';
import { signalNumber, type Signal } from '../signals.ts';
import type { ProcSources } from './proc-content.ts';
import type { ProcNode } from './proc-fs.ts';
import { netNode } from './proc-net.ts';

const NOTHING: ReadonlySet<never> = new Set();
/** Clock ticks of a second, as USER_HZ. */
const TICKS = 100;
const PAGE = 4096;

/** What is in a process's directory of /proc. @see proc(5) */
export function processNode(
  sources: ProcSources,
  entry: ProcessEntry,
  rest: readonly string[],
): ProcNode | undefined {
  const [name, number, ...more] = rest;
  const owner = { uid: entry.uid, gid: entry.gid };
  if (name === undefined) return { type: 'directory', names: () => Object.keys(FILES), owner };
  if (name === 'fd') return more.length ? undefined : descriptorNode(entry, number);
  if (name === 'net') return more.length ? undefined : netNode(entry.network, number);
  if (name === 'task') return taskNode(sources, entry, rest.slice(1));
  if (number !== undefined || !Object.hasOwn(FILES, name)) return undefined;
  if (name === 'cwd') return { type: 'symlink', target: entry.view.cwd, owner };
  if (name === 'exe') return { type: 'symlink', target: entry.executable, owner };
  if (name === 'root') return { type: 'symlink', target: '/', owner };
  const mode = name === 'environ' ? 0o400 : 0o444;
  return { type: 'file', text: () => FILES[name]?.(entry, sources) ?? '', mode, owner };
}

function taskNode(
  sources: ProcSources,
  entry: ProcessEntry,
  [id, ...rest]: readonly string[],
): ProcNode | undefined {
  const own = String(sources.pids.pidOf(entry));
  if (id === undefined) return { type: 'directory', names: () => [own] };
  return id === own && rest[0] !== 'task' ? processNode(sources, entry, rest) : undefined;
}

function descriptorNode(entry: ProcessEntry, number: string | undefined): ProcNode | undefined {
  const owner = { uid: entry.uid, gid: entry.gid };
  if (number === undefined)
    return { type: 'directory', names: () => [...entry.fds.keys()].map(String), mode: 0o500, owner };
  const open = entry.fds.get(Number(number));
  return open && { type: 'symlink', target: open.path, file: open, mode: 0o700, owner };
}

/** Name of the program, at most 15 characters. */
export function commandName(entry: ProcessEntry): string {
  const name = (entry.argv[0] ?? '').replace(/^-/, '').split(/[: ]/)[0] ?? '';
  return (name.split('/').at(-1) ?? '').slice(0, 15);
}

type Content = (entry: ProcessEntry, sources: ProcSources) => string;

const FILES: Readonly<Record<string, Content>> = tableOf({
  cgroup: () => '0::/\n',
  cmdline: ({ argv, status }) => (status ? '' : argv.map((word) => `${word}\0`).join('')),
  comm: (entry) => `${commandName(entry)}\n`,
  cwd: () => '',
  environ: ({ env }) => [...env].map(([key, value]) => `${key}=${value}\0`).join(''),
  exe: () => '',
  fd: () => '',
  limits: limitLines,
  mountinfo: mountInfoLines,
  mounts: mountLines,
  net: () => '',
  oom_score: () => '0\n',
  oom_score_adj: () => '0\n',
  root: () => '',
  stat: statLine,
  statm: (entry) => `${virtualPages(entry)} ${residentPages(entry)} 448 0 0 0 0\n`,
  status: statusLines,
  task: () => '',
});

const residentPages = (entry: ProcessEntry): number => Math.ceil(residentBytes(entry) / PAGE);
/** Simplified: address space is what is resident and as much again as a small program maps. */
const virtualPages = (entry: ProcessEntry): number => residentPages(entry) + 288;

function optionsOf({ readOnly, options = 'relatime' }: MountInfo): string {
  return `${readOnly ? 'ro' : 'rw'},${String(options)}`;
}

function mountLines({ view }: ProcessEntry): string {
  return view.mounts.mounts
    .map((mount) => `${mount.source} ${mount.path} ${mount.place.fs.type} ${optionsOf(mount)} 0 0\n`)
    .join('');
}

/** @see proc_pid_mountinfo(5) */
function mountInfoLines({ view }: ProcessEntry): string {
  return view.mounts.mounts
    .map((mount, index) => {
      const { fs } = mount.place;
      const [own = 'rw', ...others] = optionsOf(mount).split(',');
      const common = others.filter((option) => /^(nosuid|nodev|noexec|relatime)$/.test(option));
      const special = others.filter((option) => !common.includes(option));
      return `${100 + index} ${index ? 100 : 99} 0:${fs.dev} / ${mount.path} ${[own, ...common].join(',')} - ${fs.type} ${mount.source} ${['rw', ...special].join(',')}\n`;
    })
    .join('');
}

function limitLines({ limits }: ProcessEntry): string {
  const amount = (value: number): string => (value === Infinity ? 'unlimited' : String(value));
  const row = (name: string, { soft, hard }: ResourceLimit, unit: string): string =>
    `${name.padEnd(25)} ${amount(soft).padEnd(20)} ${amount(hard).padEnd(20)} ${unit.padEnd(10)}\n`;
  const none: ResourceLimit = { soft: Infinity, hard: Infinity };
  return (
    'Limit                     Soft Limit           Hard Limit           Units     \n' +
    row('Max cpu time', none, 'seconds') +
    row('Max file size', none, 'bytes') +
    row('Max data size', none, 'bytes') +
    row('Max stack size', { soft: 8_388_608, hard: Infinity }, 'bytes') +
    row('Max core file size', { soft: 0, hard: Infinity }, 'bytes') +
    row('Max resident set', none, 'bytes') +
    row('Max processes', limits.nproc, 'processes') +
    row('Max open files', limits.nofile, 'files') +
    row('Max locked memory', { soft: 8_388_608, hard: 8_388_608 }, 'bytes') +
    row('Max address space', none, 'bytes')
  );
}

function statLine(entry: ProcessEntry, { pids, facts }: ProcSources): string {
  const ticks = (micros: number): number => Math.floor((micros * TICKS) / 1e6);
  const started = Math.floor(((entry.startMs - facts.bootMs) * TICKS) / 1000);
  const { group, childMicros } = entry;
  return `${pids.pidOf(entry)} (${commandName(entry)}) ${stateOf(entry)} ${pids.pidOf(entry.parent)} ${entry.pgid} ${entry.sid} 0 -1 4194304 0 0 0 0 ${ticks(group.cpuMicros)} 0 ${ticks(childMicros)} 0 20 0 ${Math.max(1, group.tasks.size)} 0 ${started} ${virtualPages(entry) * PAGE} ${residentPages(entry)} 18446744073709551615 0 0 0 0 0 0 0 0 0 0 0 0 17 0 0 0 0 0 0 0 0 0 0 0 0 0 0\n`;
}

const STATE_WORDS = { R: 'running', S: 'sleeping', T: 'stopped', Z: 'zombie' } as const;

function signalMask(signals: readonly Signal[]): string {
  const bits = signals.reduce((sum, signal) => sum | (1n << BigInt(signalNumber(signal) - 1)), 0n);
  return bits.toString(16).padStart(16, '0');
}

function statusLines(entry: ProcessEntry, { pids, facts }: ProcSources): string {
  const state = stateOf(entry);
  const effective = entry.uid === 0 ? entry.capabilities : NOTHING;
  const four = (id: number): string => `${id}\t${id}\t${id}\t${id}`;
  const kib = (bytes: number): string => `${String(Math.ceil(bytes / 1024)).padStart(8)} kB`;
  const actions = [...entry.actions];
  const rows: [string, string | number][] = [
    ['Name', commandName(entry)],
    ['Umask', entry.umask.toString(8).padStart(4, '0')],
    ['State', `${state} (${STATE_WORDS[state]})`],
    ['Tgid', pids.pidOf(entry)],
    ['Ngid', 0],
    ['Pid', pids.pidOf(entry)],
    ['PPid', pids.pidOf(entry.parent)],
    ['TracerPid', 0],
    ['Uid', four(entry.uid)],
    ['Gid', four(entry.gid)],
    ['FDSize', 64],
    ['Groups', `${entry.groups.join(' ')} `],
    ['VmPeak', kib(virtualPages(entry) * PAGE)],
    ['VmSize', kib(virtualPages(entry) * PAGE)],
    ['VmRSS', kib(residentBytes(entry))],
    ['Threads', Math.max(1, entry.group.tasks.size)],
    ['SigIgn', signalMask(actions.flatMap(([signal, action]) => (action === 'ignore' ? [signal] : [])))],
    [
      'SigCgt',
      signalMask(actions.flatMap(([signal, action]) => (typeof action === 'function' ? [signal] : []))),
    ],
    ['CapInh', formatCapabilities(NOTHING)],
    ['CapPrm', formatCapabilities(effective)],
    ['CapEff', formatCapabilities(effective)],
    ['CapBnd', formatCapabilities(entry.capabilities)],
    ['CapAmb', formatCapabilities(NOTHING)],
    ['NoNewPrivs', 0],
    ['Seccomp', pids.parent ? 2 : 0],
    ['Cpus_allowed_list', `0-${facts.cpus - 1}`],
  ];
  return rows.map(([name, value]) => `${name}:\t${value}\n`).join('');
}
