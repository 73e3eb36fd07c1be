import { isSysError } from '../../kernel/errno.ts';
import type { OpenFile } from '../../kernel/files/open-file.ts';
import type { Program } from '../../kernel/process.ts';
import { command, complain } from '../support/command.ts';

/** tee: stdin to stdout and to files. @see POSIX tee */
export const tee: Program = command(
  {
    short: 'aip',
    long: { append: 'a', 'ignore-interrupts': 'i' },
    usage: '[OPTION]... [FILE]...',
    busyboxUsage: '[-ai] [FILE]...\n\nCopy stdin to each FILE, and also to stdout',
  },
  async (proc, options) => {
    const append = options.has('a');
    const files: OpenFile[] = [];
    let status = 0;
    if (options.has('i')) proc.onSignal('SIGINT', 'ignore');
    for (const name of options.operands) {
      try {
        const file = await proc.open(name, {
          read: false,
          write: true,
          create: true,
          append,
          truncate: !append,
        });
        file.retain();
        files.push(file);
      } catch (error) {
        if (!isSysError(error)) throw error;
        await complain(proc, `${name}: ${error.message}`);
        status = 1;
      }
    }
    for (let bytes = await proc.stdin.read(65536); bytes; bytes = await proc.stdin.read(65536)) {
      await proc.out(bytes);
      for (const file of files) await file.write(bytes);
      const turn = proc.tick(2);
      if (turn) await turn;
    }
    for (const file of files) file.release();
    return status;
  },
);
