import type { ContainerTop } from '../../api/container-types.ts';
import type { ProcessInfo } from '../../kernel/process.ts';
import type { EngineContext } from '../engine-context.ts';
import { cellOf, findContainer, requireRunning } from './find.ts';

/** Its processes as the machine sees them (`ps -ef`). Simplified: other ps options are accepted and give the same columns. */
export function containerTop(context: EngineContext, reference: string): ContainerTop {
  const container = findContainer(context.store.state, reference);
  requireRunning(container);
  const { runtime } = cellOf(context, container.id);
  const inside = runtime?.pids.processes() ?? [];
  const first = runtime?.process.pid ?? 0;
  const hostPid = (pid: number): number => (pid === 0 ? 1 : first + pid - 1);
  return {
    Titles: ['UID', 'PID', 'PPID', 'C', 'STIME', 'TTY', 'TIME', 'CMD'],
    Processes: inside.map((process) => row(process, hostPid)),
  };
}

function row(process: ProcessInfo, hostPid: (pid: number) => number): string[] {
  const start = new Date(process.startMs).toISOString().slice(11, 16);
  const seconds = Math.floor(process.cpuMicros / 1e6);
  const time = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');
  const user = process.uid === 0 ? 'root' : String(process.uid);
  return [user, String(hostPid(process.pid)), String(hostPid(process.ppid)), '0', start, process.ttyName?.replace('/dev/', '') ?? '?', time, process.argv.join(' ')];
}
