import { collectChildren } from './run/job-notices.ts';
import type { Interpreter } from './run/interpreter.ts';

/** Before a prompt: which jobs ended or stopped since the last one. */
export async function reportJobs(shell: Interpreter): Promise<void> {
  collectChildren(shell);
  for (const job of [...shell.jobs.jobs]) {
    if (job.state === 'Running' || job.reported) continue;
    await shell.proc.err(shell.jobs.format(job));
    job.reported = true;
    if (job.state === 'Done') shell.jobs.remove(job);
  }
}

/** A shell with stopped jobs is left only at the second attempt; true where it stays. */
export async function warnOfStoppedJobs(shell: Interpreter): Promise<boolean> {
  collectChildren(shell);
  if (!shell.jobs.jobs.some((job) => job.state === 'Stopped')) return false;
  await shell.proc.err(`${shell.flavour === 'bash' ? 'There are' : 'You have'} stopped jobs.\n`);
  return true;
}

/** The shell ends: nobody could continue what is stopped. @see setpgid(2), orphaned process groups */
export function hangUpStoppedJobs(shell: Interpreter): void {
  for (const { pgid, state } of shell.jobs.jobs) {
    if (state !== 'Stopped') continue;
    shell.proc.kill(-pgid, 'SIGHUP');
    shell.proc.kill(-pgid, 'SIGCONT');
  }
}
