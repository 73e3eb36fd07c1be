import type { Process, Program } from '../../kernel/process.ts';
import { command, CommandFailure, runCommand, UsageFailure } from '../support/command.ts';
import type { Options } from '../support/parse-options.ts';
import { quote } from '../support/quote.ts';
import { formatPrintf } from './format-printf.ts';

/** yes: a line for ever. */
export const yes: Program = command(
  {
    short: '',
    usage: '[STRING]...',
    busyboxUsage: '[STRING]\n\nRepeatedly print a line with STRING, or "y"',
  },
  async (proc, { operands }) => {
    const line = `${operands.join(' ') || 'y'}\n`;
    const block = line.repeat(Math.max(1, Math.floor(4096 / line.length)));
    for (;;) {
      await proc.out(block);
      const turn = proc.tick(200);
      if (turn) await turn;
    }
  },
);

/** Lines written at a time. */
const BLOCK = 512;

/** seq: numbers from first to last, with -s, -w and -f. @see GNU coreutils seq */
export const seq: Program = (proc) => {
  const spec = {
    short: 'f:s:w',
    long: { format: 'f:', separator: 's:', 'equal-width': 'w' },
    usage: '[OPTION]... LAST\n  or:  seq [OPTION]... FIRST LAST\n  or:  seq [OPTION]... FIRST INCREMENT LAST',
    busyboxUsage: '[-w] [-s SEP] [FIRST [INC]] LAST\n\nPrint numbers from FIRST to LAST, in steps of INC',
    inOrder: true,
  };
  const words = proc.argv.slice(1);
  // Operands begin with the first number, which may be negative.
  const number = words.findIndex(
    (word, index) => /^-?[\d.]/.test(word) && !/^-[fs]$/.test(words[index - 1] ?? ''),
  );
  if (number >= 0 && !words.slice(0, number).includes('--')) words.splice(number, 0, '--');
  return runCommand(proc, spec, words, run);
};

async function run(proc: Process, options: Options): Promise<number> {
  const { operands } = options;
  if (operands.length === 0) throw new UsageFailure(proc.busybox ? '' : 'missing operand');
  if (operands.length > 3) throw new UsageFailure(proc.busybox ? '' : `extra operand ${quote(operands[3] ?? '')}`);
  const bad = operands.find((word) => word.trim() === '' || Number.isNaN(Number(word.replace(/^([-+]?)inf(inity)?$/i, '$1Infinity'))));
  if (bad !== undefined) {
    if (proc.busybox) throw new CommandFailure(`invalid number '${bad}'`);
    throw new UsageFailure(`invalid floating point argument: ${quote(bad)}`);
  }
  const first = operands.length > 1 ? (operands[0] ?? '1') : '1';
  const step = operands.length > 2 ? (operands[1] ?? '1') : '1';
  if (Number(step) === 0) throw new UsageFailure(`invalid Zero increment value: ${quote(step)}`);
  const format = options.value('f');
  if (format !== undefined) checkFormat(format);
  await write(proc, options, first, step, operands.at(-1) ?? '');
  return 0;
} // prettier-ignore

function checkFormat(format: string): void {
  const [directive, ...more] = format.replaceAll('%%', '').match(/%[-+ #0']*\d*(\.\d*)?[^]?/g) ?? [];
  if (directive === undefined) throw new CommandFailure(`format ${quote(format)} has no % directive`);
  if (more.length > 0) throw new CommandFailure(`format ${quote(format)} has too many % directives`);
  const letter = directive.at(-1) ?? '';
  if (!'aefgAEFG'.includes(letter)) throw new CommandFailure(`format ${quote(format)} has unknown %${letter} directive`);
} // prettier-ignore

async function write(proc: Process, options: Options, first: string, step: string, last: string): Promise<void> {
  const digits = Math.max(...[first, step].map((text) => (text.split('.')[1] ?? '').length));
  const [from, by, to] = [Number(first), Number(step), Number(last.replace(/^([-+]?)inf(inity)?$/i, '$1Infinity'))];
  const count = Math.floor((to - from) / by + 1e-9) + 1;
  const format = options.value('f');
  const plain = (value: number): string => (format === undefined ? value.toFixed(digits) : formatPrintf(format, [String(value)]).text);
  const width = options.has('w') ? Math.max(plain(from).length, plain(from + by * Math.max(0, count - 1)).length) : 0;
  const show = (value: number): string => {
    const text = plain(value);
    return text.startsWith('-') ? `-${text.slice(1).padStart(width - 1, '0')}` : text.padStart(width, '0');
  };
  const separator = options.value('s') ?? '\n';
  let block = '';
  for (let index = 0; index < count; index++) {
    block += show(from + by * index) + (index < count - 1 ? separator : '\n');
    if ((index + 1) % BLOCK !== 0 && index < count - 1) continue;
    await proc.out(block);
    block = '';
    const turn = proc.tick(BLOCK);
    if (turn) await turn;
  }
} // prettier-ignore
