import type { AndOr, CommandNode, Pipeline } from 'unbash';
import { isSysError } from '../../kernel/errno.ts';
import type { OpenFile } from '../../kernel/files/open-file.ts';
import type { ChildEvent, Process, Program } from '../../kernel/process.ts';
import { signalNumber } from '../../kernel/signals.ts';
import { LoopExit, ShellInterrupt } from '../control-flow.ts';
import { dumpsCore, exitStatus, signalText, type Job } from '../jobs.ts';
import type { Maybe } from '../maybe.ts';
import { orForkFailure } from './fork-failure.ts';
import type { Interpreter } from './interpreter.ts';
import { reportKilledJobs } from './job-notices.ts';

const RESET = ['SIGINT', 'SIGTERM', 'SIGTSTP', 'SIGTTIN', 'SIGTTOU', 'SIGQUIT', 'SIGHUP'] as const;

export interface ChildSpec {
  fds: ReadonlyMap<number, OpenFile>;
  /** First process of its pipeline, where this one joins it. */
  leader?: number | undefined;
  background?: boolean;
}

/** Runs a command in a child process: a program replaces it. */
export function forkCommand(
  shell: Interpreter,
  command: CommandNode | AndOr | Pipeline,
  { fds, leader, background = false }: ChildSpec,
): number {
  const { jobControl } = shell;
  const pid = forkShell(
    shell,
    (child) => child.execute(command),
    { fds, ...(jobControl ? { pgid: leader ?? 0 } : {}) },
    background && !jobControl,
  );
  if (jobControl && !background && leader === undefined) shell.proc.tty?.setForeground(pid);
  return pid;
}

/** A subshell: a copy of this shell's state in a child process. */
export function forkShell(
  shell: Interpreter,
  run: (child: Interpreter) => Maybe<number>,
  options: { fds: ReadonlyMap<number, OpenFile>; pgid?: number },
  shielded = false,
): number {
  // Copied now: by the time the child runs, this shell may have gone on.
  const state = shell.state.copy();
  state.shellPid ??= shell.proc.pid;
  const body: Program = (process) => {
    resetSignals(process, shielded);
    const child = shell.inChild(process, state);
    return child.lifetime(() => run(child));
  };
  return orForkFailure(shell, () => shell.proc.fork(body, options));
}

function resetSignals(process: Process, shielded: boolean): void {
  for (const signal of RESET)
    if (typeof process.getSignalAction(signal) === 'function') process.onSignal(signal, 'default');
  if (shielded) for (const signal of ['SIGINT', 'SIGQUIT'] as const) process.onSignal(signal, 'ignore');
}

/** The next event of one child; undefined where a signal's handler interrupted the wait. */
export async function waitEvent(
  shell: Interpreter,
  pid: number,
  stopped: boolean,
): Promise<ChildEvent | undefined> {
  try {
    return await shell.proc.wait(pid, { stopped });
  } catch (error) {
    if (isSysError(error, 'EINTR')) return undefined;
    throw error;
  }
}

/** Waits until a child of ours ended. */
export async function waitQuietly(shell: Interpreter, pid: number): Promise<number> {
  for (;;) {
    const event = await waitEvent(shell, pid, false);
    if (event && !('stopped' in event.status) && !('continued' in event.status))
      return exitStatus(event.status);
  }
}

/** Waits for the processes of a foreground pipeline; a stopped one becomes a job. */
export async function waitForeground(
  shell: Interpreter,
  pids: readonly number[],
  command: string,
  /** Of the job it was. */
  number?: number,
): Promise<number[]> {
  const { jobs, proc, jobControl } = shell;
  const ended = new Map<number, number>();
  try {
    for (const pid of pids) {
      while (!ended.has(pid)) {
        const known = jobs.ended.get(pid);
        if (known) {
          ended.set(pid, exitStatus(known));
          break;
        }
        const event = await waitEvent(shell, pid, jobControl);
        if (!event) continue;
        jobs.note(event);
        if ('stopped' in event.status) {
          const status = 128 + signalNumber(event.status.stopped);
          await becomeJob(shell, pids, command, status, number);
          return pids.map(() => status);
        }
      }
    }
  } finally {
    if (jobControl) proc.tty?.setForeground(proc.pgid);
  }
  await afterForeground(shell, pids, command);
  await reportKilledJobs(shell);
  for (const pid of pids) jobs.ended.delete(pid);
  return pids.map((pid) => ended.get(pid) ?? 0);
}

async function becomeJob(
  shell: Interpreter,
  pids: readonly number[],
  command: string,
  status: number,
  number?: number,
): Promise<void> {
  const job = shell.jobs.add(pids[0] ?? 0, pids, command, number);
  job.state = 'Stopped';
  job.reported = true;
  job.mode = shell.proc.tty?.getMode();
  shell.jobs.touch(job);
  if (shell.options.interactive) await shell.proc.err(`\n${shell.jobs.format(job)}`);
  // A loop ends with a command that was stopped in it.
  shell.state.status = status;
  if (shell.state.loopDepth > 0) throw new LoopExit('break', shell.state.loopDepth);
}

/** Says what killed a foreground command. */
async function afterForeground(shell: Interpreter, pids: readonly number[], command: string): Promise<void> {
  const pid = pids.at(-1) ?? 0;
  const last = shell.jobs.ended.get(pid);
  if (!last || !('signal' in last)) return;
  if (shell.options.interactive) {
    if (last.signal === 'SIGINT') {
      await shell.proc.err('\n');
      shell.state.status = 130;
      for (const ended of pids) shell.jobs.ended.delete(ended);
      throw new ShellInterrupt();
    }
    if (last.signal !== 'SIGPIPE')
      await shell.proc.err(`${signalText(last.signal)}${dumpsCore(last.signal) ? ' (core dumped)' : ''}\n`);
    return;
  }
  const silent = last.signal === 'SIGINT' || last.signal === 'SIGPIPE';
  if (silent || shell.state.subshell > 0) return;
  if (shell.flavour === 'bash') {
    if (last.signal === 'SIGTERM') await shell.proc.err('Terminated\n');
    else await shell.complain(`${String(pid).padStart(5)} ${signalText(last.signal).padEnd(23)} ${command}`);
  } else await shell.proc.err(`${signalText(last.signal)}\n`);
}

/** Brings a job to the foreground and waits for it. */
export async function foreground(shell: Interpreter, job: Job): Promise<number> {
  shell.proc.tty?.setForeground(job.pgid);
  if (job.mode) shell.proc.tty?.setMode(job.mode);
  job.state = 'Running';
  shell.proc.kill(-job.pgid, 'SIGCONT');
  shell.jobs.remove(job);
  const statuses = await waitForeground(shell, job.pids, job.command, job.number);
  return statuses.at(-1) ?? 0;
}
