import { isSysError } from '../../kernel/errno.ts';
import type { AllocateOptions } from '../../kernel/files/open-file.ts';
import type { Program } from '../../kernel/process.ts';
import { command, CommandFailure } from '../support/command.ts';
import type { Options } from '../support/parse-options.ts';
import { parseByteCount } from '../support/units.ts';

/** fallocate: gives blocks to a file without writing, or takes them away. @see util-linux fallocate(1) */
export const fallocate: Program = command(
  {
    short: 'l:o:npx',
    long: { length: 'l:', offset: 'o:', 'keep-size': 'n', 'punch-hole': 'p', posix: 'x' },
    usage: '[options] <filename>',
    busyboxUsage: '[-o OFS] -l LEN FILE\n\nPreallocate space for FILE',
  },
  async (proc, options) => {
    const [path] = options.operands;
    if (path === undefined) throw new CommandFailure('no filename specified');
    const offset = options.has('o') ? size(options, 'o', 'offset') : 0;
    if (!options.has('l')) throw new CommandFailure('no length argument specified');
    const length = size(options, 'l', 'length');
    if (length <= 0) throw new CommandFailure(`invalid length value specified`);
    const punch = options.has('p');
    const how: AllocateOptions = { keepSize: options.has('n') || punch, punch };
    let failed = 'cannot open ' + path;
    try {
      const file = await proc.open(path, { read: true, write: true, create: !punch });
      file.retain();
      failed = 'fallocate failed';
      try {
        if (!file.allocate) throw new CommandFailure('fallocate failed: Operation not supported');
        file.allocate(offset, length, how);
      } finally {
        file.release();
      }
    } catch (error) {
      if (!isSysError(error)) throw error;
      throw new CommandFailure(`${failed}: ${error.message}`);
    }
    return 0;
  },
);

function size(options: Options, key: string, name: string): number {
  const value = parseByteCount((options.value(key) ?? '').replace(/iB$/, ''));
  if (value === undefined) throw new CommandFailure(`invalid ${name} value specified`);
  return value;
}
