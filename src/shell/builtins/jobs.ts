import type { Job } from '../jobs.ts';
import { foreground } from '../run/children.ts';
import type { Interpreter } from '../run/interpreter.ts';
import { collectChildren, reportKilledJobs } from '../run/job-notices.ts';
import { fail, print, raise, type Builtin } from './builtin.ts';

export const jobs: Builtin = async (shell, words) => {
  collectChildren(shell);
  await reportKilledJobs(shell);
  const flags = words
    .slice(1)
    .filter((word) => word.startsWith('-'))
    .join('');
  const specs = words.slice(1).filter((word) => !word.startsWith('-'));
  let status = 0;
  const chosen: Job[] = specs.length ? [] : [...shell.jobs.jobs];
  for (const spec of specs) {
    const job = shell.jobs.find(spec.startsWith('%') ? spec : `%${spec}`);
    if (job) chosen.push(job);
    else status = await noSuchJob(shell, 'jobs', spec);
  }
  for (const job of chosen) {
    if (flags.includes('r') && job.state !== 'Running') continue;
    if (flags.includes('s') && job.state !== 'Stopped') continue;
    await print(shell, flags.includes('p') ? `${job.pgid}\n` : shell.jobs.format(job, flags.includes('l')));
    job.reported = true;
    if (job.state === 'Done') shell.jobs.remove(job);
  }
  return status;
};

async function jobOf(shell: Interpreter, name: string, spec: string | undefined): Promise<Job | undefined> {
  collectChildren(shell);
  const job =
    spec === undefined ? shell.jobs.current : shell.jobs.find(spec.startsWith('%') ? spec : `%${spec}`);
  if (!job)
    await (spec === undefined && shell.flavour !== 'bash'
      ? raise(shell, name, 'No current job')
      : noSuchJob(shell, name, spec ?? 'current'));
  return job;
}

/** What a shell says of a job that is not there; the POSIX ones raise it. */
export function noSuchJob(shell: Interpreter, name: string, spec: string, status = 1): Promise<number> {
  if (shell.flavour === 'bash') return fail(shell, name, `${spec}: no such job`, status);
  return raise(shell, name, shell.flavour === 'ash' ? `${spec}: no such job` : `No such job: ${spec}`);
}

export const fg: Builtin = async (shell, words) => {
  if (!shell.jobControl && shell.flavour === 'bash') return fail(shell, 'fg', 'no job control');
  const job = await jobOf(shell, 'fg', words[1]);
  if (!job) return shell.flavour === 'bash' ? 1 : 2;
  if (!shell.jobControl) return raise(shell, 'fg', `job ${job.command} not created under job control`);
  if (job.state === 'Done') return fail(shell, 'fg', 'job has terminated');
  if (!shell.proc.processes().some((process) => process.pgid === job.pgid))
    return fail(shell, 'fg', `job ${job.number} started without job control`);
  await print(shell, `${job.command}\n`);
  return foreground(shell, job);
};

export const bg: Builtin = async (shell, words) => {
  if (!shell.jobControl && shell.flavour === 'bash') return fail(shell, 'bg', 'no job control');
  const job = await jobOf(shell, 'bg', words[1]);
  if (!job) return shell.flavour === 'bash' ? 1 : 2;
  if (!shell.jobControl) return raise(shell, 'bg', `job ${job.command} not created under job control`);
  if (job.state === 'Running') return fail(shell, 'bg', `job ${job.number} already in background`, 0);
  const mark = shell.jobs.current === job ? '+' : ' ';
  job.state = 'Running';
  shell.proc.kill(-job.pgid, 'SIGCONT');
  return print(shell, `[${job.number}]${mark} ${job.command} &\n`);
};

export const disown: Builtin = async (shell, words) => {
  const specs = words.slice(1).filter((word) => !word.startsWith('-'));
  if (words.includes('-a')) {
    shell.jobs.jobs.splice(0);
    return 0;
  }
  let status = 0;
  for (const spec of specs.length ? specs : [undefined]) {
    const job = await jobOf(shell, 'disown', spec);
    if (job) shell.jobs.remove(job);
    else status = 1;
  }
  return status;
};

/** Stops this shell until it is told to go on. */
export const suspend: Builtin = async (shell, words) => {
  if (!shell.jobControl) return fail(shell, 'suspend', 'cannot suspend: no job control');
  if (shell.state.login && words[1] !== '-f') return fail(shell, 'suspend', 'cannot suspend a login shell');
  shell.proc.kill(shell.proc.pid, 'SIGSTOP');
  return 0;
};
