import { tableOf } from '../../lib/table.ts';
import { COOKED_MODE, RAW_MODE, type TtyMode } from '../../kernel/tty/tty.ts';
import type { Program } from '../../kernel/process.ts';
import { command, CommandFailure, complain } from '../support/command.ts';

/** tty: the name of the terminal on stdin. */
export const tty: Program = command(
  {
    short: 's',
    long: { silent: 's', quiet: 's' },
    usage: '[OPTION]...',
    busyboxUsage: "[-s]\n\nPrint file name of stdin's terminal",
    usageStatus: 2,
  },
  async (proc, options) => {
    const terminal = proc.stdin.tty;
    if (!options.has('s')) await proc.out(`${terminal?.name ?? 'not a tty'}\n`);
    return terminal ? 0 : 1;
  },
);

const FLAGS: Readonly<Record<string, keyof TtyMode>> = tableOf({
  icanon: 'canonical',
  echo: 'echo',
  isig: 'signals',
  onlcr: 'mapNewline',
  icrnl: 'mapReturn',
});

/** stty: shows and changes the terminal's settings. */
export const stty: Program = command(
  {
    short: 'ag',
    long: { all: 'a', save: 'g' },
    usage: '[-F DEVICE | --file=DEVICE] [SETTING]...',
    busyboxUsage:
      '[-a|g] [-F DEVICE] [SETTING]...\n\nWithout arguments, prints baud rate, line discipline,\nand deviations from stty sane',
    inOrder: true,
  },
  async (proc) => {
    const words = proc.argv.slice(1).filter((word) => !/^-[ag]$|^--(all|save)$/.test(word));
    const terminal = proc.stdin.tty;
    if (!terminal)
      throw new CommandFailure(
        `${proc.busybox ? 'standard input' : "'standard input'"}: Inappropriate ioctl for device`,
      );
    const mode = { ...terminal.getMode() };
    const { rows, columns } = terminal.getSize();
    if (words.length === 0) {
      const shown = Object.entries(FLAGS).map(([name, key]) => (mode[key] ? name : `-${name}`));
      await proc.out(
        `speed 38400 baud;${proc.argv.includes('-a') ? ` rows ${rows}; columns ${columns};` : ''} line = 0;\n`,
      );
      const odd = Object.entries(FLAGS)
        .filter(([, key]) => mode[key] !== COOKED_MODE[key])
        .map(([name, key]) => (mode[key] ? name : `-${name}`));
      const list = proc.argv.includes('-a') ? shown : odd;
      if (list.length > 0) await proc.out(`${list.join(' ')}\n`);
      return 0;
    }
    for (const word of words) {
      const flag = FLAGS[word.replace(/^-/, '')];
      if (word === 'size') await proc.out(`${rows} ${columns}\n`);
      else if (flag) mode[flag] = !word.startsWith('-');
      else if (word === 'raw') Object.assign(mode, RAW_MODE);
      else if (word === 'sane' || word === '-raw' || word === 'cooked') Object.assign(mode, COOKED_MODE);
      else if (word === 'cbreak') mode.canonical = false;
      else {
        await complain(proc, `invalid argument ${proc.busybox ? word : `'${word}'`}`);
        if (!proc.busybox) await proc.err("Try 'stty --help' for more information.\n");
        return 1;
      }
    }
    terminal.setMode(mode);
    return 0;
  },
);
