import { parseSignal, signalNumber, type Signal } from '../../kernel/signals.ts';
import type { Program } from '../../kernel/process.ts';
import { command, CommandFailure, UsageFailure } from '../support/command.ts';
import { quote } from '../support/quote.ts';
import { exitStatus, spawnCommand, waitForEnd } from '../support/spawn.ts';
import { parseSeconds } from '../support/units.ts';

/** timeout: runs a command with a limit; 124 where it was ended. @see GNU coreutils timeout */
export const timeout: Program = command(
  {
    short: 's:k:vfp',
    long: { signal: 's:', 'kill-after': 'k:', 'preserve-status': 'p', foreground: 'f', verbose: 'v' },
    usage: '[OPTION] DURATION COMMAND [ARG]...',
    busyboxUsage:
      '[-s SIG] [-k KILL_SECS] SECS PROG ARGS\n\nRun PROG. Send SIG to it if it is not gone in SECS seconds.',
    usageStatus: 125,
    inOrder: true,
  },
  async (proc, options) => {
    const [duration, ...argv] = options.operands;
    if (duration === undefined || argv.length === 0) throw new UsageFailure('');
    const seconds = parseDuration(duration);
    const signal = parseSignal(options.value('s') ?? 'TERM');
    if (!signal)
      throw new UsageFailure(
        proc.busybox
          ? `unknown signal '${options.value('s') ?? ''}'`
          : `${quote(options.value('s') ?? '')}: invalid signal`,
      );
    const after = options.value('k');
    const killAfter = after === undefined ? undefined : parseDuration(after);
    const pid = spawnCommand(proc, argv);
    if (typeof pid !== 'number') {
      throw new CommandFailure(
        proc.busybox
          ? `can't execute '${argv[0] ?? ''}': ${pid.message}`
          : `failed to run command ${quote(argv[0] ?? '')}: ${pid.message}`,
        pid.status,
      );
    }
    let sent: Signal | undefined;
    const send = (what: Signal): void => {
      sent = what;
      if (proc.processes().some((one) => one.pid === pid)) proc.kill(pid, what);
    };
    proc.thread('timer', async () => {
      if (seconds === 0) return;
      await proc.sleep(seconds * 1000);
      if (options.has('v'))
        await proc.err(`timeout: sending signal ${signal.slice(3)} to command ${quote(argv[0] ?? '')}\n`);
      send(signal);
      if (killAfter === undefined) return;
      await proc.sleep(killAfter * 1000);
      send('SIGKILL');
    });
    const status = await waitForEnd(proc, pid);
    if (sent === undefined) return exitStatus(status);
    if (sent === 'SIGKILL') return 128 + signalNumber('SIGKILL');
    return options.has('p') || proc.busybox ? 128 + signalNumber(sent) : 124;
  },
);

function parseDuration(text: string): number {
  const seconds = parseSeconds(text);
  if (seconds === undefined) throw new UsageFailure(`invalid time interval ${quote(text)}`);
  return seconds;
}
