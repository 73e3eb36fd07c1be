import type { Program } from '../../kernel/process.ts';
import { command, CommandFailure, runCommand, UsageFailure } from '../support/command.ts';
import { quote } from '../support/quote.ts';
import { parseSeconds } from '../support/units.ts';

const quiet =
  (status: 0 | 1): Program =>
  (proc) => {
    const [only = ''] = proc.argv.slice(1);
    const asked = proc.argv.length === 2 && /^--(help|version)$/.test(only) && !proc.busybox;
    const usage = '[ignored command line arguments]\n  or:  true OPTION';
    return runCommand(proc, { short: '', usage }, asked ? [only] : [], () => status);
  };

/** true: nothing, successfully. */
export const trueProgram: Program = quiet(0);

/** false: nothing, unsuccessfully. */
export const falseProgram: Program = quiet(1);

/** sleep: fractions and suffixes s, m, h, d; several are added. */
export const sleep: Program = command(
  {
    short: '',
    usage: 'NUMBER[SUFFIX]...',
    busyboxUsage:
      '[N]...\n\nPause for a time equal to the total of the args given, where each arg can\nhave an optional suffix of (s)econds, (m)inutes, (h)ours, or (d)ays',
    inOrder: true,
  },
  async (proc, { operands }) => {
    if (operands.length === 0) throw new UsageFailure(proc.busybox ? '' : 'missing operand');
    const seconds = operands.map((text) => parseSeconds(text));
    const bad = seconds.indexOf(undefined);
    if (bad >= 0) {
      if (proc.busybox) throw new CommandFailure(`invalid number '${operands[bad] ?? ''}'`);
      throw new UsageFailure(`invalid time interval ${quote(operands[bad] ?? '')}`);
    }
    const total = seconds.reduce<number>((sum, one) => sum + (one ?? 0), 0);
    if (total === Infinity) await proc.pause();
    await proc.sleep(total * 1000);
    return 0;
  },
);

/** clear, reset: an empty screen. */
export const clear: Program = async (proc) => {
  if (!proc.env.get('TERM')) {
    await proc.err('TERM environment variable not set.\n');
    return 1;
  }
  await proc.out('\x1b[H\x1b[2J\x1b[3J');
  return 0;
};

/** nproc: processors of the machine. */
export const nproc: Program = command(
  {
    short: '',
    long: { all: 'all', ignore: 'ignore:' },
    usage: '[OPTION]...',
    busyboxUsage: '[--all] [--ignore=N]\n\nPrint number of available CPUs',
  },
  async (proc, options) => {
    const ignored = options.value('ignore') ?? '0';
    if (!/^\d+$/.test(ignored)) throw new CommandFailure(`invalid number: ${quote(ignored)}`);
    await proc.out(`${Math.max(1, proc.machine.cpus - Number(ignored))}\n`);
    return 0;
  },
);

/** sync: everything is already written. */
export const sync: Program = command(
  {
    short: 'df',
    long: { data: 'd', 'file-system': 'f' },
    usage: '[OPTION] [FILE]...',
    busyboxUsage: '\n\nWrite all buffered blocks to disk',
  },
  () => 0,
);

/** hostname: shows or sets the name. */
export const hostname: Program = command(
  {
    short: 'sfidIF:',
    long: { short: 's', fqdn: 'f', long: 'f', 'ip-address': 'i', 'all-ip-addresses': 'I' },
    usage: '[-s|-f|-i|-I] [NAME]',
    busyboxUsage: '[-sidf] [HOSTNAME | -F FILE]\n\nShow or set hostname or DNS domain name',
  },
  async (proc, options) => {
    const [name] = options.operands;
    if (name !== undefined) {
      if (!proc.isCapable('SYS_ADMIN'))
        throw new CommandFailure(
          proc.busybox ? 'sethostname: Operation not permitted' : 'you must be root to change the host name',
        );
      proc.hostname = name;
      return 0;
    }
    const addresses = proc.network.interfaces.filter((nic) => nic.name !== 'lo').map((nic) => nic.address);
    if (options.has('i', 'I')) await proc.out(`${addresses.join(' ')}${options.has('I') ? ' ' : ''}\n`);
    else if (options.has('s')) await proc.out(`${proc.hostname.split('.')[0] ?? ''}\n`);
    else if (!options.has('d')) await proc.out(`${proc.hostname}\n`);
    return 0;
  },
);
