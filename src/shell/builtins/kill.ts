import { isSysError } from '../../kernel/errno.ts';
import { parseSignal, SIGNALS, signalNumber, type Signal } from '../../kernel/signals.ts';
import type { Interpreter } from '../run/interpreter.ts';
import { fail, print, usage, type Builtin } from './builtin.ts';
import { FIRST_REAL_TIME, killPosix, REAL_TIME, settleStop } from './kill-posix.ts';

const SYNOPSIS = '[-s sigspec | -n signum | -sigspec] pid | jobspec ... or kill -l [sigspec]';

export const kill: Builtin = (shell, words) => {
  if (shell.flavour !== 'bash') return killPosix(shell, words);
  let args = words.slice(1);
  if (args[0] === '-l' || args[0] === '-L') return listNamed(shell, args.slice(1));
  let name = 'TERM';
  if (args[0] === '-s' || args[0] === '-n') {
    name = args[1] ?? '';
    args = args.slice(2);
  } else if (/^-[A-Za-z0-9]+$/.test(args[0] ?? '')) {
    name = (args[0] ?? '').slice(1);
    args = args.slice(1);
  }
  if (args[0] === '--') args = args.slice(1);
  const signal = name === '0' || name === 'EXIT' ? 0 : parseSignal(name);
  if (signal === undefined) return fail(shell, 'kill', `${name}: invalid signal specification`);
  if (args.length === 0) return usage(shell, 'kill', SYNOPSIS);
  return killAll(shell, args, signal);
};

async function killAll(shell: Interpreter, specs: readonly string[], signal: Signal | 0): Promise<number> {
  let status = 0;
  for (const spec of specs) {
    const problem = killOne(shell, spec, signal);
    if (problem !== undefined) status = await fail(shell, 'kill', problem);
  }
  await settleStop(shell, signal);
  return status;
}

function killOne(shell: Interpreter, spec: string, signal: Signal | 0): string | undefined {
  const { proc, jobs } = shell;
  const job = spec.startsWith('%') ? jobs.find(spec) : undefined;
  if (spec.startsWith('%') && !job) return `${spec}: no such job`;
  if (!job && !/^-?\d+$/.test(spec)) return `${spec}: arguments must be process or job IDs`;
  try {
    if (job && !shell.jobControl) for (const member of job.running) proc.kill(member, signal);
    else proc.kill(job ? -job.pgid : Number(spec), signal);
    if (job?.state === 'Stopped' && (signal === 'SIGTERM' || signal === 'SIGHUP'))
      proc.kill(-job.pgid, 'SIGCONT');
  } catch (error) {
    if (!isSysError(error)) throw error;
    return `(${job ? job.pgid : spec}) - ${error.message}`;
  }
  return undefined;
}

async function listNamed(shell: Interpreter, specs: readonly string[]): Promise<number> {
  if (specs.length === 0) return print(shell, listSignals());
  let status = 0;
  for (const spec of specs) {
    const number = Number(spec) > 128 ? String(Number(spec) - 128) : spec;
    const signal = parseSignal(number);
    if (signal) await print(shell, `${/^\d/.test(spec) ? signal.slice(3) : signalNumber(signal)}\n`);
    else status = await fail(shell, 'kill', `${spec}: invalid signal specification`);
  }
  return status;
}

/** The table of `kill -l` and `trap -l`: five in a row, the real-time signals too. */
export function listSignals(): string {
  const cells = [...SIGNALS, ...REAL_TIME].map((signal, index) => {
    const number = index < SIGNALS.length ? index + 1 : FIRST_REAL_TIME + index - SIGNALS.length;
    return `${String(number).padStart(2)}) ${signal}`;
  });
  const rows = Array.from({ length: Math.ceil(cells.length / 5) }, (_, row) =>
    cells.slice(row * 5, row * 5 + 5),
  );
  return rows.map((row) => `${row.join('\t')}${row.length < 5 ? '\t' : ''}\n`).join('');
}
