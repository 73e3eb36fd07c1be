import type { Process, ProcessInfo, Program } from '../../kernel/process.ts';
import { command } from '../support/command.ts';
import { strftime } from '../support/strftime.ts';
import { findUserName } from '../support/users.ts';
import { argsOf, commOf, residentKib, virtualKib } from './ps-columns.ts';

/** top: processes by their share of the processor, until q or for -n rounds. Simplified: without keys other than q. */
export const top: Program = command(
  {
    short: 'bn:d:Hp:u:o:i',
    long: {},
    usage: '[options]',
    busyboxUsage: '[-bmH] [-n COUNT] [-d SECONDS]\n\nShow a view of process activity in real time.',
  },
  async (proc, options) => {
    const rounds = Number(options.value('n') ?? Infinity);
    const pause = Number(options.value('d') ?? (proc.busybox ? 5 : 3)) * 1000;
    const terminal = options.has('b') ? undefined : proc.stdin.tty;
    const mode = terminal?.getMode();
    if (terminal && mode) {
      terminal.setMode({ ...mode, canonical: false, echo: false });
      proc.thread('keys', async () => {
        for (let key = await proc.stdin.read(1); key; key = await proc.stdin.read(1)) {
          if (key[0] !== 0x71) continue;
          terminal.setMode(mode);
          proc.exit(0);
        }
      });
      proc.onSignal('SIGINT', () => {
        terminal.setMode(mode);
        proc.exit(0);
      });
    }
    const seen = new Map<number, { cpu: number; at: number }>();
    for (let round = 0; round < rounds; round++) {
      if (round > 0) await proc.sleep(pause);
      const text = screen(proc, seen);
      await proc.out(options.has('b') ? `${round > 0 ? '\n' : ''}${text}` : `\x1b[H\x1b[J${text}`);
    }
    if (terminal && mode) terminal.setMode(mode);
    return 0;
  },
);

function screen(proc: Process, seen: Map<number, { cpu: number; at: number }>): string {
  const all = [...proc.processes()];
  const now = proc.now();
  const share = new Map(all.map((info) => [info.pid, shareOf(info, seen.get(info.pid), now)]));
  for (const info of all) seen.set(info.pid, { cpu: info.cpuMicros, at: now });
  all.sort((a, b) => (share.get(b.pid) ?? 0) - (share.get(a.pid) ?? 0) || a.pid - b.pid);
  const rows = (proc.stdout.tty?.getSize().rows ?? Infinity) - 7;
  const body = all.slice(0, Math.max(1, rows)).map((info) => row(proc, info, share.get(info.pid) ?? 0));
  return `${header(proc, all)}${body.join('\n')}\n`;
}

function shareOf(info: ProcessInfo, before: { cpu: number; at: number } | undefined, now: number): number {
  const span = now - (before?.at ?? info.startMs);
  return span > 0 ? Math.min(100, (info.cpuMicros - (before?.cpu ?? 0)) / 10 / span) : 0;
}

function header(proc: Process, all: readonly ProcessInfo[]): string {
  const text = proc.files.exists('/proc/meminfo') ? proc.files.readText('/proc/meminfo') : '';
  const memory = (name: string): number => Number(new RegExp(`^${name}: +(\\d+)`, 'm').exec(text)?.[1] ?? 0);
  const [total, free, available] = [memory('MemTotal'), memory('MemFree'), memory('MemAvailable')];
  const cached = memory('Buffers') + memory('Cached');
  const load = proc.files.exists('/proc/loadavg')
    ? proc.files.readText('/proc/loadavg').split(' ').slice(0, 3)
    : ['0.00', '0.00', '0.00'];
  const count = (state: ProcessInfo['state']): number => all.filter((info) => info.state === state).length;
  if (proc.busybox) {
    return `Mem: ${total - free}K used, ${free}K free, 0K shrd, ${memory('Buffers')}K buff, ${memory('Cached')}K cached\nCPU:   0% usr   0% sys   0% nic 100% idle   0% io   0% irq   0% sirq\nLoad average: ${load.join(' ')} ${count('R')}/${all.length} ${proc.pid}\n  PID  PPID USER     STAT   VSZ %VSZ CPU %CPU COMMAND\n`;
  }
  const minutes = Math.floor((proc.now() - proc.machine.bootMs) / 60_000);
  const mib = (kib: number): string => (kib / 1024).toFixed(1).padStart(8);
  return `top - ${strftime('%T', proc.now())} up ${minutes} min,  0 users,  load average: ${load.join(', ')}
Tasks: ${String(all.length).padStart(3)} total, ${String(count('R')).padStart(3)} running, ${String(count('S')).padStart(3)} sleeping, ${String(count('T')).padStart(3)} stopped, ${String(count('Z')).padStart(3)} zombie
%Cpu(s):  0.0 us,  0.0 sy,  0.0 ni,100.0 id,  0.0 wa,  0.0 hi,  0.0 si,  0.0 st
MiB Mem : ${mib(total)} total, ${mib(free)} free, ${mib(total - available)} used, ${mib(cached)} buff/cache
MiB Swap: ${mib(0)} total, ${mib(0)} free, ${mib(0)} used. ${mib(available)} avail Mem

    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND
`;
}

function row(proc: Process, info: ProcessInfo, share: number): string {
  const user = findUserName(proc.files, info.uid) ?? String(info.uid);
  if (proc.busybox) {
    return `${String(info.pid).padStart(5)} ${String(info.ppid).padStart(5)} ${user.slice(0, 8).padEnd(8)} ${info.state.padEnd(4)} ${String(virtualKib(info)).padStart(5)}   0%   0 ${String(Math.round(share)).padStart(3)}% ${argsOf(info)}`;
  }
  const column = (value: number, width: number): string => String(value).padStart(width);
  const part = (info.residentBytes * 100) / proc.machine.memoryBytes;
  const seconds = info.cpuMicros / 1e6;
  const clock = `${Math.floor(seconds / 60)}:${(seconds % 60).toFixed(2).padStart(5, '0')}`;
  return `${String(info.pid).padStart(7)} ${user.slice(0, 8).padEnd(8)}  20   0 ${column(virtualKib(info), 7)} ${column(residentKib(info), 6)} ${column(1792, 6)} ${info.state} ${share.toFixed(1).padStart(5)} ${part.toFixed(1).padStart(5)} ${clock.padStart(9)} ${commOf(info)}`;
}
