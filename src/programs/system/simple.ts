import type { Process, Program } from '../../kernel/process.ts';
import { command, CommandFailure, complain, UsageFailure } from '../support/command.ts';
import { quote } from '../support/quote.ts';
import { parseSeconds } from '../support/units.ts';
import { formatPrintf } from './format-printf.ts';

/** true: nothing, successfully. */
export const trueProgram: Program = () => 0;

/** false: nothing, unsuccessfully. */
export const falseProgram: Program = () => 1;

/** yes: a line for ever. */
export const yes: Program = async (proc) => {
  const line = `${proc.argv.slice(1).join(' ') || 'y'}\n`;
  const block = line.repeat(Math.max(1, Math.floor(4096 / line.length)));
  for (;;) {
    await proc.out(block);
    const turn = proc.tick(200);
    if (turn) await turn;
  }
};

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

/** seq, with -s, -w and -f. */
export const seq: Program = async (proc) => {
  const words = proc.argv.slice(1);
  const options = { separator: '\n', equal: false, format: undefined as string | undefined };
  for (; /^-[swf]/.test(words[0] ?? '') || /^--/.test(words[0] ?? ''); words.shift()) {
    const word = words[0] ?? '';
    const value = (): string =>
      /^-.$/.test(word)
        ? (words.shift(), words[0] ?? '')
        : word.startsWith('--')
          ? word.slice(word.indexOf('=') + 1)
          : word.slice(2);
    if (word === '-w' || word === '--equal-width') options.equal = true;
    else if (word.startsWith('-s') || word.startsWith('--separator=')) options.separator = value();
    else if (word.startsWith('-f') || word.startsWith('--format=')) options.format = value();
    else if (word !== '--') return seqUsage(proc, `unrecognized option '${word}'`);
  }
  if (words.length === 0) return seqUsage(proc, 'missing operand');
  if (words.length > 3) return seqUsage(proc, `extra operand ${quote(words[3] ?? '')}`);
  const bad = words.find((word) => word.trim() === '' || !Number.isFinite(Number(word)));
  if (bad !== undefined)
    return seqUsage(
      proc,
      proc.busybox ? `invalid number '${bad}'` : `invalid floating point argument: ${quote(bad)}`,
    );
  return writeSequence(proc, words, options);
};

async function seqUsage(proc: Process, message: string): Promise<number> {
  await complain(proc, message);
  if (!proc.busybox) await proc.err("Try 'seq --help' for more information.\n");
  return 1;
}

async function writeSequence(
  proc: Process,
  words: readonly string[],
  options: { separator: string; equal: boolean; format: string | undefined },
): Promise<number> {
  const [first, step, last] =
    words.length === 1 ? ['1', '1', words[0]] : words.length === 2 ? [words[0], '1', words[1]] : words;
  const digits = Math.max(...[first, step].map((text = '') => (text.split('.')[1] ?? '').length));
  const [from, by, to] = [Number(first), Number(step), Number(last)];
  if (by === 0) {
    await complain(proc, `invalid Zero increment value: '${step ?? '0'}'`);
    return 1;
  }
  const show = (value: number): string =>
    options.format === undefined ? value.toFixed(digits) : formatPrintf(options.format, [String(value)]).text;
  const count = Math.floor((to - from) / by + 1e-9) + 1;
  const width = options.equal
    ? Math.max(show(from).length, show(from + by * Math.max(0, count - 1)).length)
    : 0;
  for (let index = 0; index < count; index++) {
    const text = show(from + by * index);
    const padded = text.startsWith('-')
      ? `-${text.slice(1).padStart(width - 1, '0')}`
      : text.padStart(width, '0');
    await proc.out(padded + (index < count - 1 ? options.separator : '\n'));
    const turn = proc.tick(2);
    if (turn) await turn;
  }
  return 0;
}

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
    await proc.out(`${Math.max(1, proc.machine.cpus - Number(options.value('ignore') ?? 0))}\n`);
    return 0;
  },
);

/** sync: everything is already written. */
export const sync: Program = () => 0;

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
      if (proc.uid !== 0)
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
