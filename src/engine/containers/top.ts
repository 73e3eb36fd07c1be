import { tableOf } from '../../lib/table.ts';
import { ApiError } from '../../api/api-error.ts';
import type { ContainerTop } from '../../api/container-types.ts';
import type { ProcessInfo } from '../../kernel/process.ts';
import { toText } from '../../lib/bytes.ts';
import type { EngineContext } from '../engine-context.ts';
import type { ContainerRecord } from '../state.ts';
import { cellOf, findContainer, requireRunning } from './find.ts';

interface Row {
  readonly process: ProcessInfo;
  readonly user: string;
  readonly nowMs: number;
  /** Of the machine. */
  readonly memoryBytes: number;
}

interface Column {
  readonly title: string;
  readonly value: (row: Row) => string;
}

const COLUMNS: Readonly<Record<string, Column>> = tableOf({
  user: { title: 'USER', value: ({ user }) => user },
  uid: { title: 'UID', value: ({ process }) => String(process.uid) },
  pid: { title: 'PID', value: ({ process }) => String(process.pid) },
  ppid: { title: 'PPID', value: ({ process }) => String(process.ppid) },
  pgid: { title: 'PGID', value: ({ process }) => String(process.pgid) },
  stat: { title: 'STAT', value: ({ process }) => process.state },
  state: { title: 'S', value: ({ process }) => process.state },
  stime: { title: 'STIME', value: ({ process }) => clockTime(process.startMs) },
  start: { title: 'START', value: ({ process }) => clockTime(process.startMs) },
  tty: { title: 'TTY', value: ({ process }) => process.ttyName?.replace('/dev/', '') ?? '?' },
  time: { title: 'TIME', value: ({ process }) => cpuTime(process.cpuMicros) },
  c: { title: 'C', value: (row) => String(Math.floor(cpuPercent(row))) },
  pcpu: { title: '%CPU', value: (row) => cpuPercent(row).toFixed(1) },
  pmem: {
    title: '%MEM',
    value: ({ process, memoryBytes }) => ((process.residentBytes / memoryBytes) * 100).toFixed(1),
  },
  vsz: { title: 'VSZ', value: ({ process }) => String(virtualKib(process)) },
  rss: { title: 'RSS', value: ({ process }) => String(Math.floor(process.residentBytes / 1024)) },
  bsdtime: { title: 'TIME', value: ({ process }) => minutes(process.cpuMicros) },
  comm: {
    title: 'COMMAND',
    value: ({ process }) => /[^/:\s]*(?=[:\s]|$)/.exec(process.argv[0] ?? '')?.[0].slice(0, 15) ?? '',
  },
  args: { title: 'COMMAND', value: ({ process }) => process.argv.join(' ') },
  etime: { title: 'ELAPSED', value: ({ process, nowMs }) => elapsed(nowMs - process.startMs) },
});
const ALIASES: Readonly<Record<string, string>> = tableOf({ cmd: 'args', command: 'args', euser: 'user', tt: 'tty', tname: 'tty', cputime: 'time', '%cpu': 'pcpu', s: 'state', start_time: 'stime' }); // prettier-ignore

const FULL = ['user', 'pid', 'ppid', 'c', 'stime', 'tty', 'time', 'args'];
const BSD = ['user', 'pid', 'pcpu', 'pmem', 'vsz', 'rss', 'tty', 'stat', 'start', 'bsdtime', 'args'];

/**
 * Its processes as the machine sees them; `psArgs` as `ps` takes them. Simplified: `-ef`, `aux` and `-o` choose columns.
 * @throws ApiError @see moby v28 daemon/top_unix.go
 */
export function containerTop(context: EngineContext, reference: string, psArgs = '-ef'): ContainerTop {
  const container = findContainer(context.store.state, reference);
  requireRunning(container);
  const names = chooseColumns(psArgs.trim() || '-ef');
  const columns = names.map((name) => COLUMNS[name]).filter((column) => column !== undefined);
  if (!names.includes('pid')) throw new ApiError('system', "Couldn't find PID field in ps output");
  const nowMs = context.kernel.clock.now();
  const rows = processesOf(context, container).map((process) => ({
    process,
    user: userName(context, process.uid),
    nowMs,
    memoryBytes: context.kernel.facts.memoryBytes,
  }));
  const isFull = names === FULL;
  return {
    Titles: columns.map(({ title }, i) =>
      isFull && i === 0 ? 'UID' : isFull && i === names.length - 1 ? 'CMD' : title,
    ),
    Processes: rows.map((row) => columns.map((column) => column.value(row))),
  };
}

function chooseColumns(args: string): readonly string[] {
  const words = args.split(/\s+/);
  const formats = words.flatMap((word, index) => {
    if (word === '--format') return [words[index + 1] ?? ''];
    // `-eo pid,cmd`: other letters come before.
    const [, format] = /^-?[aAdeNTwx]*o(.*)$/.exec(word) ?? [];
    return format === undefined ? [] : [format || (words[index + 1] ?? '')];
  });
  if (formats.length) return formats.join(',').split(',').filter(Boolean).map(knownColumn);
  const options = words.join('').replaceAll('-', '');
  if (!/^[aAefxuFlwWjpL]*$/.test(options)) throw new ApiError('system', 'ps: error: unsupported SysV option');
  return options.includes('u') ? BSD : FULL;
}

function knownColumn(name: string): string {
  const known = ALIASES[name.toLowerCase()] ?? name.toLowerCase();
  if (!(known in COLUMNS))
    throw new ApiError('system', `ps: error: unknown user-defined format specifier "${name}"`);
  return known;
}

/** By the machine's own pids: the main process, execs, and what came from them. */
function processesOf(context: EngineContext, container: ContainerRecord): ProcessInfo[] {
  const { runtime, execs } = cellOf(context, container.id);
  const wanted = new Set([
    runtime?.process.pid,
    ...[...(execs?.values() ?? [])].map((exec) => exec.process?.pid),
  ]);
  return context.kernel.processes().filter((process) => {
    if (!wanted.has(process.pid) && !wanted.has(process.ppid)) return false;
    wanted.add(process.pid);
    return true;
  });
}

/** Names are those of the machine's /etc/passwd, as the real ps runs there. */
function userName({ kernel }: EngineContext, uid: number): string {
  const view = kernel.viewAsRoot(kernel.hostMounts);
  const passwd = view.exists('/etc/passwd') ? toText(view.readFile('/etc/passwd')) : 'root:x:0';
  const row = passwd.split('\n').find((line) => line.split(':')[2] === String(uid));
  return row?.split(':')[0] ?? (uid === 0 ? 'root' : String(uid));
}

function clockTime(ms: number): string {
  return new Date(ms).toISOString().slice(11, 16);
}

function cpuTime(micros: number): string {
  const seconds = Math.floor(micros / 1e6);
  return [seconds / 3600, (seconds / 60) % 60, seconds % 60].map(twoDigits).join(':');
}

/** Address space that is not resident: the same of every program, as /proc has it. */
const UNTOUCHED_KIB = 1152;

function virtualKib({ residentBytes }: ProcessInfo): number {
  return residentBytes === 0 ? 0 : Math.floor(residentBytes / 1024) + UNTOUCHED_KIB;
}

function minutes(micros: number): string {
  const seconds = Math.floor(micros / 1e6);
  return `${Math.floor(seconds / 60)}:${twoDigits(seconds % 60)}`;
}

function elapsed(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const parts = [(seconds / 60) % 60, seconds % 60];
  return (seconds >= 3600 ? [seconds / 3600, ...parts] : parts).map(twoDigits).join(':');
}

function twoDigits(value: number): string {
  return String(Math.floor(value)).padStart(2, '0');
}

function cpuPercent({ process, nowMs }: Row): number {
  return Math.min(100, process.cpuMicros / 10 / Math.max(1, nowMs - process.startMs));
}
