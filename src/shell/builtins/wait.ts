import { isSysError } from '../../kernel/errno.ts';
import { signalNumber } from '../../kernel/signals.ts';
import { exitStatus } from '../jobs.ts';
import { reportKilledJobs } from '../run/job-notices.ts';
import type { Interpreter } from '../run/interpreter.ts';
import { fail, type Builtin } from './builtin.ts';
import { noSuchJob } from './jobs.ts';

/** A child changed state, there is none, or a trapped signal arrived (then the status `wait` ends with). */
type Waited = 'changed' | 'none' | number;

export const wait: Builtin = async (shell, words) => {
  const specs = words.slice(1).filter((word) => !/^-[nf]+$/.test(word));
  if (words.includes('-n')) return waitNext(shell);
  if (specs.length > 0) {
    let status = 0;
    for (const spec of specs) status = await waitOne(shell, spec);
    return status;
  }
  for (;;) {
    const waited = await waitAny(shell);
    if (typeof waited === 'number') return waited;
    if (waited === 'none') break;
  }
  await reportKilledJobs(shell);
  if (!shell.options.interactive) shell.jobs.jobs.splice(0);
  return 0;
};

async function waitAny(shell: Interpreter): Promise<Waited> {
  try {
    shell.jobs.note(await shell.proc.wait(-1));
    return 'changed';
  } catch (error) {
    if (isSysError(error, 'ECHILD')) return 'none';
    if (!isSysError(error, 'EINTR')) throw error;
    if (shell.interrupted) return 130;
    const signal = shell.traps.next;
    if (!signal) return 'changed';
    await shell.traps.run();
    return 128 + signalNumber(signal);
  }
}

/** `wait -n`: the next job that ends, or one that ended already. */
async function waitNext(shell: Interpreter): Promise<number> {
  for (;;) {
    const done = shell.jobs.jobs.find((job) => job.state === 'Done');
    if (done) {
      shell.jobs.remove(done);
      return done.status ? exitStatus(done.status) : 0;
    }
    const waited = shell.jobs.jobs.length ? await waitAny(shell) : 'none';
    if (waited === 'none') return 127;
    if (typeof waited === 'number') return waited;
  }
}

async function waitOne(shell: Interpreter, spec: string): Promise<number> {
  const job = shell.jobs.find(spec);
  if (spec.startsWith('%') && !job) return noSuchJob(shell, 'wait', spec, 127);
  if (!job && !/^\d+$/.test(spec))
    return fail(shell, 'wait', `\`${spec}': not a pid or valid job spec`, shell.flavour === 'bash' ? 1 : 2);
  const pid = job ? (job.pids.at(-1) ?? 0) : Number(spec);
  while (!shell.jobs.ended.has(pid)) {
    const ours =
      job || shell.proc.processes().some((other) => other.pid === pid && other.ppid === shell.proc.pid);
    const waited = ours ? await waitAny(shell) : 'none';
    if (typeof waited === 'number') return waited;
    if (waited === 'none') break;
  }
  const status = shell.jobs.ended.get(pid);
  if (!status)
    return shell.flavour === 'bash'
      ? fail(shell, 'wait', `pid ${spec} is not a child of this shell`, 127)
      : 127;
  await reportKilledJobs(shell);
  if (job) shell.jobs.remove(job);
  return exitStatus(status);
}
