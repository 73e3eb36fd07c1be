import { isSysError } from '../../kernel/errno.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { command, CommandFailure, UsageFailure } from '../support/command.ts';
import { quote } from '../support/quote.ts';
import { execCommand, exitStatus, spawnCommand, waitForEnd, type NotStarted } from '../support/spawn.ts';
import { strftime } from '../support/strftime.ts';

function orFail(proc: Process, name: string, result: number | NotStarted): number {
  if (typeof result === 'number') return result;
  throw new CommandFailure(
    proc.busybox
      ? `can't execute '${name}': ${result.message}`
      : `failed to run command ${quote(name)}: ${result.message}`,
    result.status,
  );
}

/** nohup: a command that hanging up does not end; output to a terminal goes to nohup.out. */
export const nohup: Program = command(
  {
    short: '',
    usage: 'COMMAND [ARG]...\n or:  nohup OPTION',
    busyboxUsage: 'PROG ARGS\n\nRun PROG immune to hangups, with output to a non-tty',
    usageStatus: 125,
    inOrder: true,
  },
  async (proc, { operands }) => {
    if (operands.length === 0) throw new UsageFailure(proc.busybox ? '' : 'missing operand');
    proc.onSignal('SIGHUP', 'ignore');
    const input = proc.stdin.kind === 'tty';
    const output = proc.stdout.kind === 'tty';
    if (input) proc.setFd(0, await proc.open('/dev/null'));
    if (output) {
      await proc.err(
        `nohup: ${input && !proc.busybox ? 'ignoring input and ' : ''}appending output to ${proc.busybox ? 'nohup.out' : "'nohup.out'"}\n`,
      );
      proc.setFd(
        1,
        await proc.open('nohup.out', { read: false, append: true, write: true, create: true, mode: 0o600 }),
      );
    } else if (input && !proc.busybox) await proc.err('nohup: ignoring input\n');
    if (proc.stderr.kind === 'tty') proc.setFd(2, proc.stdout);
    return orFail(proc, operands[0] ?? '', await execCommand(proc, operands));
  },
);

/** nice, ionice, setpriv and the like that only pass a command on: there are no priorities here. */
export const nice: Program = command(
  {
    short: 'n:',
    long: { adjustment: 'n:' },
    usage: '[OPTION] [COMMAND [ARG]...]',
    usageStatus: 125,
    inOrder: true,
  },
  async (proc, options) => {
    const { operands } = options;
    const adjustment = options.value('n');
    if (adjustment !== undefined && !/^[-+]?\d+$/.test(adjustment) && !proc.busybox)
      throw new CommandFailure(`invalid adjustment ${quote(adjustment)}`, 125);
    if (operands.length > 0) {
      const started = await execCommand(proc, operands);
      if (typeof started === 'number') return started;
      throw new CommandFailure(`${quote(operands[0] ?? '')}: ${started.message}`, started.status);
    }
    await proc.out('0\n');
    return 0;
  },
);

/** stdbuf: a command with other buffering of its output. Nothing is buffered by programs here, so it only passes the command on. */
export const stdbuf: Program = command(
  {
    short: 'i:o:e:',
    long: { input: 'i:', output: 'o:', error: 'e:' },
    usage: 'OPTION... COMMAND',
    usageStatus: 125,
    inOrder: true,
  },
  async (proc, { given, operands }) => {
    if (operands.length === 0) throw new UsageFailure('missing operand');
    if (given.length === 0) throw new UsageFailure('you must specify a buffering mode option');
    return orFail(proc, operands[0] ?? '', await execCommand(proc, operands));
  },
);

/** setsid: a command in a session of its own. */
export const setsid: Program = command(
  {
    short: 'cfw',
    long: { ctty: 'c', fork: 'f', wait: 'w' },
    usage: '[options] <program> [arguments ...]',
    inOrder: true,
  },
  async (proc, options) => {
    const { operands } = options;
    if (operands.length === 0) throw new UsageFailure('no command specified');
    if (!options.has('f') && proc.pid !== proc.pgid) {
      proc.setSid();
      return orFail(proc, operands[0] ?? '', await execCommand(proc, operands));
    }
    const pid = orFail(proc, operands[0] ?? '', spawnCommand(proc, operands, { newSession: true }));
    return options.has('w') ? exitStatus(await waitForEnd(proc, pid)) : 0;
  },
);

/** chroot: a command with another root directory. */
export const chroot: Program = command(
  {
    short: '',
    long: { userspec: 'u:', groups: 'g:', 'skip-chdir': 's' },
    usage: '[OPTION]... NEWROOT [COMMAND [ARG]...]',
    usageStatus: 125,
    inOrder: true,
  },
  async (proc, { operands }) => {
    const [root, ...argv] = operands;
    if (root === undefined) throw new UsageFailure(proc.busybox ? '' : 'missing operand');
    try {
      proc.chroot(root);
      proc.files.chdir('/');
    } catch (error) {
      if (!isSysError(error)) throw error;
      throw new CommandFailure(
        proc.busybox
          ? `can't change root directory to '${root}': ${error.message}`
          : `cannot change root directory to ${quote(root)}: ${error.message}`,
        125,
      );
    }
    const words = argv.length ? argv : [proc.env.get('SHELL') ?? '/bin/sh', '-i'];
    return orFail(proc, words[0] ?? '', await execCommand(proc, words));
  },
);

/** watch: a command again and again, on a clean screen. */
export const watch: Program = command(
  {
    short: 'n:tdegcx',
    long: { interval: 'n:', 'no-title': 't', differences: 'd', errexit: 'e', chgexit: 'g', exec: 'x' },
    usage: '[options] command',
    busyboxUsage: '[-n SEC] [-t] PROG ARGS\n\nRun PROG periodically',
    inOrder: true,
  },
  async (proc, options) => {
    if (options.operands.length === 0) throw new UsageFailure('');
    const seconds = Math.max(0.1, Number(options.value('n') ?? 2));
    const argv = options.has('x') ? options.operands : ['sh', '-c', options.operands.join(' ')];
    for (;;) {
      const columns = proc.stdout.tty?.getSize().columns ?? 80;
      const title = `Every ${seconds.toFixed(1)}s: ${options.operands.join(' ')}`;
      const right = `${proc.busybox ? '' : `${proc.hostname}: `}${strftime('%a %b %e %H:%M:%S %Y', proc.now())}`;
      const gap = ' '.repeat(Math.max(1, columns - title.length - right.length));
      await proc.out(`\x1b[H\x1b[2J${options.has('t') ? '' : `${title}${gap}${right}\n\n`}`);
      const pid = spawnCommand(proc, argv);
      const status = exitStatus(await waitForEnd(proc, orFail(proc, argv[0] ?? '', pid)));
      if (options.has('e') && status !== 0) return 8;
      await proc.sleep(seconds * 1000);
    }
  },
);
