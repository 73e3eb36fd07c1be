import type { ChildEvent, WaitStatus } from '../kernel/process.ts';
import type { TtyMode } from '../kernel/tty/tty.ts';
import { signalNumber, type Signal } from '../kernel/signals.ts';

/** A pipeline in the background or stopped. */
export interface Job {
  readonly number: number;
  readonly pgid: number;
  readonly pids: readonly number[];
  /** Pids that have not ended. */
  readonly running: Set<number>;
  readonly command: string;
  state: 'Running' | 'Stopped' | 'Done';
  /** Of the last process. */
  status: WaitStatus | undefined;
  reported: boolean;
  /** How the terminal was when it stopped. */
  mode?: TtyMode | undefined;
}

/** A wait status as `$?`. */
export function exitStatus(status: WaitStatus): number {
  return 'code' in status ? status.code : 128 + signalNumber(status.signal);
}

/** The shell's own children. */
export class JobTable {
  readonly jobs: Job[] = [];
  /** Statuses of children that ended before anyone asked. */
  readonly ended = new Map<number, WaitStatus>();

  /** `given`: the number it had before, as long as that is free. */
  add(pgid: number, pids: readonly number[], command: string, given?: number): Job {
    const taken = this.jobs.map((job) => job.number);
    const number = given !== undefined && !taken.includes(given) ? given : Math.max(0, ...taken) + 1;
    const job: Job = {
      number,
      pgid,
      pids,
      running: new Set(pids),
      command,
      state: 'Running',
      status: undefined,
      reported: false,
    };
    for (const pid of pids) this.#settle(job, pid, this.ended.get(pid));
    this.jobs.push(job);
    this.jobs.sort((a, b) => a.number - b.number);
    return job;
  }

  #settle(job: Job, pid: number, status: WaitStatus | undefined): void {
    if (!status || !job.running.delete(pid)) return;
    if (pid === job.pids.at(-1)) job.status = status;
    if (job.running.size > 0) return;
    job.state = 'Done';
    job.reported = false;
  }

  /** Notes what a wait reported. */
  note(event: ChildEvent): void {
    const job = this.jobs.find((candidate) => candidate.pids.includes(event.pid));
    if ('stopped' in event.status) {
      if (!job || job.state === 'Stopped') return;
      job.state = 'Stopped';
      job.reported = false;
    } else if ('continued' in event.status) {
      if (job) job.state = 'Running';
    } else {
      this.ended.set(event.pid, event.status);
      if (job) this.#settle(job, event.pid, event.status);
    }
  }

  /** Makes it the current job. */
  touch(job: Job): void {
    this.#recent = [job, ...this.#recent.filter((other) => other !== job)];
  }

  #recent: Job[] = [];

  remove(job: Job): void {
    this.#recent = this.#recent.filter((other) => other !== job);
    const index = this.jobs.indexOf(job);
    if (index >= 0) this.jobs.splice(index, 1);
  }

  get current(): Job | undefined {
    return (
      this.#recent.find((job) => job.state === 'Stopped') ??
      this.jobs.findLast((job) => job.state === 'Stopped') ??
      this.jobs.at(-1)
    );
  }

  /** `%1`, `%%`, `%+`, `%-`, `%name`, or a pid. */
  find(spec: string): Job | undefined {
    if (/^\d+$/.test(spec)) return this.jobs.find((job) => job.pids.includes(Number(spec)));
    if (!spec.startsWith('%')) return undefined;
    const name = spec.slice(1);
    if (name === '' || name === '%' || name === '+') return this.current;
    if (name.startsWith('?')) return this.jobs.find((job) => job.command.includes(name.slice(1)));
    if (name === '-') return this.jobs.filter((job) => job !== this.current).at(-1) ?? this.current;
    if (/^\d+$/.test(name)) return this.jobs.find((job) => job.number === Number(name));
    return this.jobs.find((job) => job.command.startsWith(name));
  }

  /** A line of `jobs`. */
  format(job: Job, pids = false): string {
    const mark =
      job === this.current
        ? '+'
        : this.jobs.filter((other) => other !== this.current).at(-1) === job
          ? '-'
          : ' ';
    const pid = pids ? ` ${String(job.pgid)} ` : '  ';
    const core = job.status && 'signal' in job.status && dumpsCore(job.status.signal) ? '(core dumped) ' : '';
    const tail = job.state === 'Running' ? ' &' : '';
    return `[${job.number}]${mark}${pid}${stateText(job).padEnd(24)}${core}${job.command}${tail}\n`;
  }
}

function stateText(job: Job): string {
  if (job.state !== 'Done' || !job.status) return job.state;
  if ('signal' in job.status) return signalText(job.status.signal);
  return job.status.code === 0 ? 'Done' : `Exit ${job.status.code}`;
}

const WITH_CORE = new Set<Signal>(['SIGQUIT', 'SIGILL', 'SIGTRAP', 'SIGABRT', 'SIGBUS', 'SIGFPE', 'SIGSEGV', 'SIGSYS', 'SIGXCPU', 'SIGXFSZ']); // prettier-ignore

/** @see signal(7), action Core */
export function dumpsCore(signal: Signal): boolean {
  return WITH_CORE.has(signal);
}

/** As strsignal(3) names it. */
export function signalText(signal: Signal): string {
  const texts: Partial<Record<Signal, string>> = {
    SIGHUP: 'Hangup',
    SIGINT: 'Interrupt',
    SIGQUIT: 'Quit',
    SIGABRT: 'Aborted',
    SIGBUS: 'Bus error',
    SIGKILL: 'Killed',
    SIGSEGV: 'Segmentation fault',
    SIGPIPE: 'Broken pipe',
    SIGALRM: 'Alarm clock',
    SIGTERM: 'Terminated',
    SIGUSR1: 'User defined signal 1',
    SIGUSR2: 'User defined signal 2',
  };
  return texts[signal] ?? signal;
}
