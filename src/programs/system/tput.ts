import { tableOf } from '../../lib/table.ts';
import type { Program } from '../../kernel/process.ts';
import { command, CommandFailure, UsageFailure } from '../support/command.ts';

const TEXTS: Readonly<Record<string, string>> = tableOf({
  bold: '\x1b[1m', dim: '\x1b[2m', rev: '\x1b[7m', smul: '\x1b[4m', rmul: '\x1b[24m', smso: '\x1b[7m', rmso: '\x1b[27m', sgr0: '\x1b(B\x1b[m', blink: '\x1b[5m', invis: '\x1b[8m',
  clear: '\x1b[H\x1b[2J\x1b[3J', el: '\x1b[K', el1: '\x1b[1K', ed: '\x1b[J', home: '\x1b[H', civis: '\x1b[?25l', cnorm: '\x1b[?12l\x1b[?25h', smcup: '\x1b[?1049h\x1b[22;0;0t', rmcup: '\x1b[?1049l\x1b[23;0;0t',
  sc: '\x1b7', rc: '\x1b8', cuu1: '\x1b[A', cud1: '\n', cuf1: '\x1b[C', cub1: '\b', bel: '\x07', op: '\x1b[39;49m',
}); // prettier-ignore

/** tput: what makes a terminal do something, for xterm and its like. @see tput(1) */
export const tput: Program = command(
  { short: 'ST:Vx', usage: '[options] [command]', usageStatus: 2, inOrder: true },
  async (proc, options) => {
    const [name, ...args] = options.operands;
    const terminal = options.value('T') ?? proc.env.get('TERM');
    if (name === undefined) throw new UsageFailure('');
    if (!terminal) throw new CommandFailure('No value for $TERM and no -T specified', 2);
    const size = (proc.stdout.tty ?? proc.stderr.tty)?.getSize() ?? { columns: 80, rows: 24 };
    const numbers: Readonly<Record<string, number>> = { cols: size.columns, lines: size.rows, colors: /256/.test(terminal) ? 256 : 8 };
    const [first = 0, second = 0] = args.map(Number);
    const made: Readonly<Record<string, string>> = {
      setaf: color(3, first), setab: color(4, first), cup: `\x1b[${first + 1};${second + 1}H`, cuu: `\x1b[${first}A`, cud: `\x1b[${first}B`, cuf: `\x1b[${first}C`, cub: `\x1b[${first}D`, hpa: `\x1b[${first + 1}G`,
    };
    const text = numbers[name] === undefined ? (made[name] ?? TEXTS[name]) : `${numbers[name]}\n`;
    if (text === undefined) throw new CommandFailure(`unknown terminfo capability '${name}'`, 4);
    await proc.out(text);
    return 0;
  },
); // prettier-ignore

function color(plane: 3 | 4, number: number): string {
  if (number < 8) return `\x1b[${plane}${number}m`;
  return number < 16 ? `\x1b[${plane + 6}${number - 8}m` : `\x1b[${plane}8;5;${number}m`;
}
