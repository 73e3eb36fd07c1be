import { isSysError } from '../../kernel/errno.ts';
import { parseSignal, SIGNALS, signalNumber } from '../../kernel/signals.ts';
import { exitStatus, type Job } from '../jobs.ts';
import type { Interpreter } from '../run/interpreter.ts';

/** Takes in what children did meanwhile, without waiting. */
export function collectChildren(shell: Interpreter): void {
  for (;;) {
    try {
      const event = shell.proc.waitNow(-1, { stopped: true });
      if (!event) return;
      shell.jobs.note(event);
    } catch (error) {
      if (isSysError(error, 'ECHILD')) return;
      throw error;
    }
  }
}

export async function jobs(shell: Interpreter, words: readonly string[]): Promise<number> {
  collectChildren(shell);
  const flags = words
    .slice(1)
    .filter((word) => word.startsWith('-'))
    .join('');
  for (const job of [...shell.jobs.jobs]) {
    await shell.proc.out(flags.includes('p') ? `${job.pgid}\n` : shell.jobs.format(job, flags.includes('l')));
    if (job.state === 'Done') shell.jobs.remove(job);
  }
  return 0;
}

async function jobOf(shell: Interpreter, name: string, spec: string | undefined): Promise<Job | undefined> {
  collectChildren(shell);
  const job =
    spec === undefined ? shell.jobs.current : shell.jobs.find(spec.startsWith('%') ? spec : `%${spec}`);
  if (!job) await shell.complain(`${name}: ${spec ?? 'current'}: no such job`);
  return job;
}

export async function fg(shell: Interpreter, words: readonly string[]): Promise<number> {
  const job = await jobOf(shell, 'fg', words[1]);
  if (!job) return 1;
  await shell.proc.out(`${job.command}\n`);
  return shell.foreground(job);
}

export async function bg(shell: Interpreter, words: readonly string[]): Promise<number> {
  const job = await jobOf(shell, 'bg', words[1]);
  if (!job) return 1;
  job.state = 'Running';
  shell.proc.kill(-job.pgid, 'SIGCONT');
  await shell.proc.out(`[${job.number}]+ ${job.command} &\n`);
  return 0;
}

export async function wait(shell: Interpreter, words: readonly string[]): Promise<number> {
  const specs = words.slice(1).filter((word) => word !== '-n');
  if (specs.length === 0) {
    while (await waitAny(shell));
    shell.jobs.jobs.splice(0);
    return 0;
  }
  let status = 0;
  for (const spec of specs) status = await waitOne(shell, spec);
  return status;
}

/** False when there is no child left. */
async function waitAny(shell: Interpreter): Promise<boolean> {
  try {
    shell.jobs.note(await shell.proc.wait(-1));
    return true;
  } catch (error) {
    if (isSysError(error, 'ECHILD')) return false;
    if (isSysError(error, 'EINTR')) {
      await shell.runTraps();
      return true;
    }
    throw error;
  }
}

async function waitOne(shell: Interpreter, spec: string): Promise<number> {
  const job = shell.jobs.find(spec);
  const pid = job ? (job.pids.at(-1) ?? 0) : Number(spec);
  if (spec.startsWith('%') && !job) {
    await shell.complain(`wait: ${spec}: no such job`);
    return 127;
  }
  while (!shell.jobs.ended.has(pid)) {
    const children =
      job || shell.proc.processes().some((other) => other.pid === pid && other.ppid === shell.proc.pid);
    if (!children || !(await waitAny(shell))) break;
  }
  const status = shell.jobs.ended.get(pid);
  if (!status) {
    await shell.complain(`wait: pid ${spec} is not a child of this shell`);
    return 127;
  }
  if (job) shell.jobs.remove(job);
  return exitStatus(status);
}

export async function kill(shell: Interpreter, words: readonly string[]): Promise<number> {
  let args = words.slice(1);
  if (args[0] === '-l') {
    await shell.proc.out(args[1] === undefined ? listSignals() : `${nameOf(args[1])}\n`);
    return 0;
  }
  let name = 'TERM';
  if (args[0] === '-s') [, name = 'TERM'] = args.splice(0, 2);
  else if (/^-[A-Za-z0-9]+$/.test(args[0] ?? '')) name = (args.shift() as string).slice(1);
  if (args[0] === '--') args = args.slice(1);
  const signal = name === '0' ? 0 : parseSignal(name);
  if (signal === undefined) {
    await shell.complain(`kill: ${name}: invalid signal specification`);
    return 1;
  }
  let status = 0;
  for (const spec of args) {
    const job = spec.startsWith('%') ? shell.jobs.find(spec) : undefined;
    const pid = job ? -job.pgid : Number(spec);
    try {
      if (Number.isNaN(pid)) {
        await shell.complain(`kill: ${spec}: arguments must be process or job IDs`);
        status = 1;
      } else if (job && !shell.options.interactive)
        for (const member of job.running) shell.proc.kill(member, signal);
      else shell.proc.kill(pid, signal);
    } catch (error) {
      if (!isSysError(error)) throw error;
      await shell.complain(`kill: (${spec}) - ${error.message}`);
      status = 1;
    }
  }
  return status;
}

function nameOf(text: string): string {
  const number = Number(text) > 128 ? Number(text) - 128 : Number(text);
  return SIGNALS.find((signal) => signalNumber(signal) === number)?.slice(3) ?? text;
}

function listSignals(): string {
  return `${SIGNALS.map((signal) => `${String(signalNumber(signal)).padStart(2)}) ${signal}`).join('\n')}\n`;
}
