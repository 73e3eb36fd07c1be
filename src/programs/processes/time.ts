import type { Process, Program } from '../../kernel/process.ts';
import { signalNumber } from '../../kernel/signals.ts';
import { command, CommandFailure, UsageFailure } from '../support/command.ts';
import { exitStatus, spawnCommand, waitForEnd } from '../support/spawn.ts';

const DEFAULT =
  '%Uuser %Ssystem %Eelapsed %PCPU (%Xavgtext+%Davgdata %Mmaxresident)k\n%Iinputs+%Ooutputs (%Fmajor+%Rminor)pagefaults %Wswaps';
const PORTABLE = 'real %e\nuser %U\nsys %S';
const BUSYBOX = 'real\t%E\nuser\t%u\nsys\t%T';

/** What one run took. */
interface Measured {
  readonly seconds: number;
  readonly userSeconds: number;
  readonly status: number;
  readonly line: string;
}

/**
 * time: what a command takes. Simplified: all CPU time counts as the user's; memory, page faults and I/O are shown as 0.
 * @see time(1) of GNU time 1.9
 */
export const time: Program = command(
  {
    short: 'pvo:f:aq',
    long: { portability: 'p', verbose: 'v', output: 'o:', format: 'f:', append: 'a', quiet: 'q' },
    usage: '[-apvV] [-f format] [-o file] [--append] [--verbose]\n       [--portability] [--format=format] [--output=file] [--version]\n       [--quiet] [--help] command [arg...]',
    busyboxUsage: '[-vpa] [-o FILE] PROG ARGS\n\nRun PROG, display resource usage when it exits',
    version: 'time (GNU Time) 1.9\n',
    usageStatus: 125,
    inOrder: true,
  },
  async (proc, options) => {
    const { operands } = options;
    if (operands.length === 0) throw new UsageFailure(proc.busybox ? '' : 'missing program to run');
    const measured = await measure(proc, operands);
    const given = options.value('f') ?? proc.env.get('TIME');
    const format = options.has('p') ? PORTABLE : (given ?? (proc.busybox ? BUSYBOX : DEFAULT));
    const ending = measured.status === 0 || options.has('q') || proc.busybox ? '' : endingOf(measured.status);
    const text = `${ending}${fill(format, measured, proc.busybox)}\n`;
    const path = options.value('o');
    if (path === undefined) await proc.err(text);
    else proc.files.writeFile(path, text, { append: options.has('a') });
    return measured.status;
  },
); // prettier-ignore

async function measure(proc: Process, operands: readonly string[]): Promise<Measured> {
  const start = proc.now();
  const before = proc.usage().childMicros;
  const name = operands[0] ?? '';
  const pid = spawnCommand(proc, operands);
  if (typeof pid !== 'number')
    throw new CommandFailure(
      proc.busybox ? `can't execute '${name}': ${pid.message}` : `cannot run ${name}: ${pid.message}`,
      pid.status,
    );
  const status = exitStatus(await waitForEnd(proc, pid));
  return {
    seconds: (proc.now() - start) / 1000,
    userSeconds: (proc.usage().childMicros - before) / 1e6,
    status,
    line: operands.join(' '),
  };
}

function endingOf(status: number): string {
  return status > 128 && status <= 128 + signalNumber('SIGTERM')
    ? `Command terminated by signal ${status - 128}\n`
    : `Command exited with non-zero status ${status}\n`;
}

function fill(format: string, { seconds, userSeconds, status, line }: Measured, busybox: boolean): string {
  const two = (value: number): string => value.toFixed(2);
  const clock = `${Math.floor(seconds / 60)}:${two(seconds % 60).padStart(5, '0')}`;
  const long = (value: number): string => `${Math.floor(value / 60)}m ${two(value % 60)}s`;
  const values: Readonly<Record<string, string>> = {
    e: two(seconds), E: busybox ? long(seconds) : clock, U: two(userSeconds), S: '0.00', u: long(userSeconds), T: long(0), x: String(status), C: line, '%': '%',
    P: seconds > 0 ? `${Math.floor((userSeconds * 100) / seconds)}%` : '?%',
  }; // prettier-ignore
  return format
    .replace(/\\([nt\\])/g, (_, letter: string) => (letter === 'n' ? '\n' : letter === 't' ? '\t' : '\\'))
    .replace(
      /%([A-Za-z%])/g,
      (_, letter: string) => values[letter] ?? ('XDMIOFRWKtprskcwZ'.includes(letter) ? '0' : `?${letter}`),
    );
}
