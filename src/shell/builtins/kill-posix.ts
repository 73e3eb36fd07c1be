import { isSysError } from '../../kernel/errno.ts';
import { parseSignal, SIGNALS, type Signal } from '../../kernel/signals.ts';
import type { Interpreter } from '../run/interpreter.ts';
import { fail, print, raise, type Builtin } from './builtin.ts';

/** `kill` as dash and busybox's ash have it: the words and the statuses differ from bash's in everything. @see dash jobs.c killcmd; busybox procps/kill.c */
export const killPosix: Builtin = (shell, words) => {
  const args = words.slice(1);
  const [first = ''] = args;
  if (first === '-l')
    return shell.flavour === 'ash' ? listAsh(shell, args.slice(1)) : listDash(shell, args.slice(1));
  let name = 'TERM';
  if (first === '-s') {
    name = args[1] ?? '';
    args.splice(0, 2);
  } else if (/^-[A-Za-z0-9]+$/.test(first)) {
    name = first.slice(1);
    args.shift();
  }
  if (args[0] === '--') args.shift();
  const signal = name === '0' || name === 'EXIT' ? 0 : parseSignal(name);
  if (signal === undefined) return badSignal(shell, name, first);
  if (args.length === 0)
    return shell.flavour === 'ash'
      ? plain(shell, 'you need to specify whom to kill')
      : raise(shell, 'kill', USAGE);
  return all(shell, args, signal);
};

export const FIRST_REAL_TIME = 34;
/** They count up from SIGRTMIN, then down to SIGRTMAX. */
export const REAL_TIME: readonly string[] = Array.from({ length: 31 }, (_, index) =>
  index < 16 ? `SIGRTMIN${index ? `+${index}` : ''}` : `SIGRTMAX${index === 30 ? '' : `-${30 - index}`}`,
);

const USAGE = 'Usage: kill [-s sigspec | -signum | -sigspec] [pid | job]... or\nkill -l [exitstatus]';

/** A message without the builtin's name, as the applet writes it. */
async function plain({ proc, state }: Interpreter, message: string): Promise<number> {
  await proc.err(`${state.name}: ${message}\n`);
  return 1;
}

function badSignal(shell: Interpreter, name: string, first: string): ReturnType<Builtin> {
  if (shell.flavour === 'ash') return plain(shell, `bad signal name '${name}'`);
  return raise(
    shell,
    'kill',
    first === '-s' ? `invalid signal number or name: ${name}` : `Illegal option -${name[0] ?? ''}`,
  );
}

async function all(shell: Interpreter, specs: readonly string[], signal: Signal | 0): Promise<number> {
  const isAsh = shell.flavour === 'ash';
  let status = 0;
  for (const spec of specs) {
    const job = spec.startsWith('%') ? shell.jobs.find(spec) : undefined;
    if (spec.startsWith('%') && !job)
      return raise(shell, 'kill', isAsh ? `${spec}: no such job` : `No such job: ${spec}`);
    if (!job && !/^-?\d+$/.test(spec))
      return isAsh
        ? plain(shell, `invalid number '${spec}'`)
        : raise(shell, 'kill', `Illegal number: ${spec}`);
    try {
      if (job && !shell.jobControl) for (const member of job.running) shell.proc.kill(member, signal);
      else shell.proc.kill(job ? -job.pgid : Number(spec), signal);
    } catch (error) {
      if (!isSysError(error)) throw error;
      status = isAsh
        ? await plain(shell, `can't kill pid ${spec}: ${error.message}`)
        : await fail(shell, 'kill', `${error.message}\n`);
    }
  }
  await settleStop(shell, signal);
  return status;
}

const STOPS: readonly (Signal | 0)[] = ['SIGSTOP', 'SIGTSTP', 'SIGTTIN', 'SIGTTOU'];

/** What a signal that stops did to this shell itself happens now: the turn is over. */
export async function settleStop(shell: Interpreter, signal: Signal | 0): Promise<void> {
  if (STOPS.includes(signal)) await shell.proc.tick(1000);
}

const nameOf = (signal: Signal): string => (signal === 'SIGIO' ? 'POLL' : signal.slice(3));

async function listAsh(shell: Interpreter, specs: readonly string[]): Promise<number> {
  if (specs.length === 0)
    return print(
      shell,
      SIGNALS.map((signal, index) => `${String(index + 1).padStart(2)}) ${nameOf(signal)}\n`).join(''),
    );
  for (const spec of specs) {
    const number = Number(spec) & 0x7f;
    const signal = parseSignal(/^\d+$/.test(spec) ? String(number) : spec);
    if (!signal && !/^\d+$/.test(spec)) return plain(shell, `unknown signal '${spec}'`);
    const text = !/^\d+$/.test(spec)
      ? SIGNALS.indexOf(signal as Signal) + 1
      : signal
        ? nameOf(signal)
        : number;
    await print(shell, `${text}\n`);
  }
  return 0;
}

function listDash(shell: Interpreter, [spec]: readonly string[]): ReturnType<Builtin> {
  if (spec === undefined)
    return print(
      shell,
      `0\n${SIGNALS.map((signal) => `${dashName(signal)}\n`).join('')}32\n33\n${REAL_TIME.map((name) => `${name.slice(3)}\n`).join('')}`,
    );
  if (!/^\d+$/.test(spec)) return raise(shell, 'kill', `Illegal number: ${spec}`);
  const signal = parseSignal(String(Number(spec) > 128 ? Number(spec) - 128 : spec));
  if (!signal) return raise(shell, 'kill', `invalid signal number or exit status: ${spec}`);
  return print(shell, `${dashName(signal)}\n`);
}

const dashName = (signal: Signal): string => (signal === 'SIGSTKFLT' ? '16' : signal.slice(3));
