import type { Program } from '../../kernel/process.ts';
import { command, complain } from '../support/command.ts';

/** pwd: logical by default as the shell's. */
export const pwd: Program = command(
  {
    short: 'LP',
    long: { logical: 'L', physical: 'P' },
    usage: '[OPTION]...',
    busyboxUsage: '\n\nPrint the full filename of the current working directory',
  },
  async (proc, options) => {
    if (options.operands.length > 0 && !proc.busybox) await complain(proc, 'ignoring non-option arguments');
    const logical = proc.env.get('PWD');
    const { cwd } = proc.files;
    const usable =
      options.last('L', 'P') === 'L' &&
      logical?.startsWith('/') &&
      proc.files.statIfAny(logical)?.ino === proc.files.stat('.').ino;
    await proc.out(`${usable ? (logical ?? cwd) : cwd}\n`);
    return 0;
  },
);
