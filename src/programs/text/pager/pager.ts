import type { Program } from '../../../kernel/process.ts';
import { RAW_MODE } from '../../../kernel/tty/tty.ts';
import { command, commandName, CommandFailure, complain } from '../../support/command.ts';
import { eachInput, openInput, bareOpenError } from '../../support/input.ts';
import { KeySource } from '../../support/key-source.ts';
import { less } from './less.ts';
import { more } from './more.ts';
import { PagedText } from './paged-text.ts';

/** less and more: text a screen at a time; into anything but a terminal they copy. @see less(1), more(1) */
export const pager: Program = command(
  {
    short: 'deEfFinNRsSXcMmIrKqQgGwW~',
    long: { 'chop-long-lines': 'S', 'LINE-NUMBERS': 'N', 'quit-if-one-screen': 'F', 'RAW-CONTROL-CHARS': 'R', 'no-init': 'X', 'ignore-case': 'i' },
    usage: '[options] [file...]',
    busyboxUsage: '[-EFIMmNSRh~] [FILE]...\n\nView FILE (or stdin) one screenful at a time',
  },
  async (proc, options) => {
    const { operands } = options;
    const name = commandName(proc);
    if (operands.length === 0 && proc.stdin.tty)
      throw new CommandFailure(name === 'more' ? 'bad usage\nTry \'more --help\' for more information.' : 'Missing filename ("less --help" for help)');
    const screen = proc.stdout.tty;
    const keys = proc.stdin.tty ? proc.stdin : proc.stderr;
    if (!screen || !keys.tty) {
      const good = await eachInput(proc, operands, async (file) => {
        for (let bytes = await file.read(65536); bytes; bytes = await file.read(65536)) await proc.out(bytes);
      }, bareOpenError);
      return good ? 0 : 1;
    }
    const files = [];
    for (const operand of operands.length ? operands : ['-']) {
      const file = await openInput(proc, operand, bareOpenError);
      if (file?.kind === 'directory') await complain(proc, `${operand} is a directory`);
      else if (file) files.push(file);
    }
    if (files.length === 0) return 1;
    const text = new PagedText(proc, files, options, () => screen.getSize().columns);
    const mode = keys.tty.getMode();
    keys.tty.setMode({ ...RAW_MODE, signals: true, mapNewline: true });
    proc.onSignal('SIGINT', () => proc.interrupt());
    try {
      await (name === 'more' ? more : less)(proc, screen, new KeySource(keys), text, options);
    } finally {
      keys.tty.setMode(mode);
    }
    return 0;
  },
); // prettier-ignore
