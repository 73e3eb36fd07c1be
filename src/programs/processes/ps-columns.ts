import type { Process, ProcessInfo } from '../../kernel/process.ts';
import { strftime } from '../support/strftime.ts';
import { findGroupName, findUserName } from '../support/users.ts';

/** A column of ps. */
export interface PsColumn {
  readonly header: string;
  readonly width: number;
  readonly right: boolean;
  value(info: ProcessInfo): string;
}

/** Simplified: address space that is not resident is the same for every program. */
const UNTOUCHED_KIB = 1152;

/** Resident memory. */
export function residentKib(info: ProcessInfo): number {
  return Math.ceil(info.residentBytes / 1024);
}

/** Address space; a zombie has none. */
export function virtualKib(info: ProcessInfo): number {
  return info.residentBytes > 0 ? residentKib(info) + UNTOUCHED_KIB : 0;
}

/** `00:00:03` */
export function cpuClock(micros: number, hours: boolean): string {
  const seconds = Math.floor(micros / 1e6);
  const two = (value: number): string => String(value).padStart(2, '0');
  if (!hours) return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** Name of the program, as /proc/PID/comm has it. */
export function commOf(info: ProcessInfo): string {
  const [first = ''] = info.argv;
  const name = first.startsWith('-') ? first : ((first.split(/[: ]/)[0] ?? '').split('/').at(-1) ?? '');
  return name.slice(0, 15);
}

/** The whole command line; a zombie's is its name. */
export function argsOf(info: ProcessInfo): string {
  return info.state === 'Z'
    ? `[${commOf(info)}] <defunct>`
    : info.argv.join(' ').replace(/[\x00-\x1f]/g, '?');
}

function cpuShare(proc: Process, info: ProcessInfo): number {
  const lived = Math.max(1, proc.now() - info.startMs);
  return Math.min(99.9, info.cpuMicros / 10 / lived);
}

function elapsed(proc: Process, info: ProcessInfo): string {
  const seconds = Math.floor((proc.now() - info.startMs) / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const [days, hours] = [Math.floor(seconds / 86400), Math.floor(seconds / 3600) % 24];
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  if (days > 0) return `${days}-${two(hours)}:${rest}`;
  return hours > 0 ? `${two(hours)}:${rest}` : rest;
}

function stateText(info: ProcessInfo): string {
  return (
    info.state +
    (info.pid === info.sid ? 's' : '') +
    (info.ttyName !== undefined && info.state !== 'Z' ? '+' : '')
  );
}

const ttyText = (info: ProcessInfo): string => info.ttyName?.replace(/^\/dev\//, '') ?? '?';

/** The columns that -o and the usual forms can show, by name. */
export function psColumns(proc: Process): Readonly<Record<string, PsColumn>> {
  const user = (uid: number): string => findUserName(proc.files, uid) ?? String(uid);
  const group = (gid: number): string => findGroupName(proc.files, gid) ?? String(gid);
  const fit = (name: string, uid: number): string =>
    name.length > 8 && !proc.busybox ? `${name.slice(0, 7)}+` : name || String(uid);
  const right = (header: string, width: number, value: (info: ProcessInfo) => string | number): PsColumn => ({
    header,
    width,
    right: true,
    value: (info) => String(value(info)),
  });
  const left = (header: string, width: number, value: (info: ProcessInfo) => string): PsColumn => ({
    header,
    width,
    right: false,
    value,
  });
  const started = (info: ProcessInfo): string =>
    strftime(proc.now() - info.startMs > 86_400_000 ? '%b%d' : '%H:%M', info.startMs);
  const base: Record<string, PsColumn> = {
    pid: right('PID', 7, (info) => info.pid),
    ppid: right('PPID', 7, (info) => info.ppid),
    pgid: right('PGID', 7, (info) => info.pgid),
    sid: right('SID', 7, (info) => info.sid),
    user: left('USER', 8, (info) => fit(user(info.uid), info.uid)),
    uid: right('UID', 5, (info) => info.uid),
    group: left('GROUP', 8, (info) => group(info.gid)),
    gid: right('GID', 5, (info) => info.gid),
    comm: left('COMMAND', 15, (info) => commOf(info) + (info.state === 'Z' ? ' <defunct>' : '')),
    args: left('COMMAND', 27, argsOf),
    stat: left('STAT', 4, stateText),
    s: left('S', 1, (info) => info.state),
    tty: left('TT', 8, ttyText),
    time: right('TIME', 8, (info) => cpuClock(info.cpuMicros, true)),
    etime: right('ELAPSED', 11, (info) => elapsed(proc, info)),
    etimes: right('ELAPSED', 7, (info) => Math.floor((proc.now() - info.startMs) / 1000)),
    stime: left('STIME', 5, started),
    start: right('STARTED', 8, (info) => strftime('%H:%M:%S', info.startMs)),
    lstart: right('STARTED', 24, (info) => strftime('%a %b %e %H:%M:%S %Y', info.startMs)),
    pcpu: right('%CPU', 4, (info) => cpuShare(proc, info).toFixed(1)),
    c: right('C', 2, (info) => Math.floor(cpuShare(proc, info))),
    pmem: right('%MEM', 4, (info) => ((info.residentBytes * 100) / proc.machine.memoryBytes).toFixed(1)),
    rss: right('RSS', 5, residentKib),
    vsz: right('VSZ', 6, virtualKib),
    ni: right('NI', 3, () => 0),
    pri: right('PRI', 3, () => 19),
    nlwp: right('NLWP', 4, () => 1),
  };
  const aliases = { cmd: 'args', command: 'args', ucmd: 'comm', state: 's', tt: 'tty', tname: 'tty', '%cpu': 'pcpu', '%mem': 'pmem', euser: 'user', ruser: 'user', euid: 'uid', cputime: 'time', rssize: 'rss', vsize: 'vsz', pgrp: 'pgid', sess: 'sid', bsdstart: 'stime', start_time: 'stime', nice: 'ni' } as const; // prettier-ignore
  for (const [alias, name] of Object.entries(aliases)) {
    const column = base[name];
    if (column) base[alias] = alias === 'cmd' ? { ...column, header: 'CMD' } : column;
  }
  return base;
}
