import { isSysError } from '../../kernel/errno.ts';
import type { Program } from '../../kernel/process.ts';
import { command, UsageFailure } from '../support/command.ts';

/** util-linux tells "not a mountpoint" from every other failure. */
const NOT_A_MOUNTPOINT = 32;

/** mountpoint: whether something is mounted at a folder. @see mountpoint(1) of util-linux 2.41 */
export const mountpoint: Program = command(
  {
    short: 'q',
    long: { quiet: 'q', nofollow: 'nofollow' },
    usage: '[-qd] </path/to/dir>',
    busyboxUsage: '[-q] { [-dn] DIR | -x DEVICE }\n\nCheck if DIR is a mountpoint',
    version: 'mountpoint from util-linux 2.41\n',
  },
  async (proc, options) => {
    const [path, extra] = options.operands;
    if (path === undefined || extra !== undefined) throw new UsageFailure(proc.busybox ? '' : 'bad usage');
    try {
      const real = proc.files.realpath(path);
      const mounted = proc.files
        .readText('/proc/self/mounts')
        .split('\n')
        .some((line) => line.split(' ')[1] === real);
      if (!options.has('q')) await proc.out(`${path} is ${mounted ? '' : 'not '}a mountpoint\n`);
      return mounted ? 0 : proc.busybox ? 1 : NOT_A_MOUNTPOINT;
    } catch (error) {
      if (!isSysError(error)) throw error;
      if (!options.has('q')) await proc.err(`mountpoint: ${path}: ${error.message}\n`);
      return 1;
    }
  },
);
