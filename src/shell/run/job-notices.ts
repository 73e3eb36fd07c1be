import { isSysError } from '../../kernel/errno.ts';
import { signalText, type Job } from '../jobs.ts';
import type { Interpreter } from './interpreter.ts';

/** Takes in what children did meanwhile, without waiting. */
export function collectChildren(shell: Interpreter): void {
  for (;;) {
    try {
      const event = shell.proc.waitNow(-1, { stopped: shell.jobControl });
      if (!event) return;
      shell.jobs.note(event);
    } catch (error) {
      if (isSysError(error, 'ECHILD')) return;
      throw error;
    }
  }
}

/**
 * A bash without a prompt tells, after each program it waited for, which background jobs a signal ended, and forgets them. Jobs that
 * ended by themselves stay for `jobs` and `wait`. Simplified: `bash -c` with `set -m` also tells of those, and of jobs that stopped. @see bash 5.2, jobs.c, notify_of_job_status
 */
export async function reportKilledJobs(shell: Interpreter): Promise<void> {
  if (shell.options.interactive || shell.flavour !== 'bash' || shell.jobs.jobs.length === 0) return;
  collectChildren(shell);
  for (const job of [...shell.jobs.jobs]) {
    const line = job.state === 'Done' ? notice(shell, job) : undefined;
    if (line === undefined) continue;
    await line();
    shell.jobs.remove(job);
  }
}

/** How the end of a job is told; undefined where it is not. */
function notice(shell: Interpreter, job: Job): (() => Promise<void>) | undefined {
  const { status } = job;
  if (!status || !('signal' in status)) return undefined;
  if (!['SIGINT', 'SIGTERM', 'SIGPIPE'].includes(status.signal)) {
    const pid = String(job.pids.at(-1) ?? 0).padStart(5);
    return async () => shell.complain(`${pid} ${signalText(status.signal).padEnd(23)} ${job.command}`);
  }
  if (shell.jobControl) return async () => void (await shell.proc.err(shell.jobs.format(job)));
  return async () => undefined;
}
