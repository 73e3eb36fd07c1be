import { isSysError } from '../../kernel/errno.ts';
import type { AllocateOptions } from '../../kernel/files/open-file.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { command, CommandFailure } from '../support/command.ts';
import type { Options } from '../support/parse-options.ts';
import { parseByteCount } from '../support/units.ts';

const BLOCK = 4096;

/** fallocate: gives blocks to a file without writing, or takes them away. @see util-linux fallocate(1) */
export const fallocate: Program = command(
  {
    short: 'dl:o:npxz',
    long: {
      length: 'l:',
      offset: 'o:',
      'keep-size': 'n',
      'punch-hole': 'p',
      posix: 'x',
      'dig-holes': 'd',
      'zero-range': 'z',
    },
    usage: '[options] <filename>',
    busyboxUsage: '[-o OFS] -l LEN FILE\n\nPreallocate space for FILE',
  },
  async (proc, options) => {
    const [path] = options.operands;
    if (path === undefined) throw new CommandFailure('no filename specified');
    if (options.has('d')) return digHoles(proc, path);
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
        // What was there is given back; what comes instead reads as zeros.
        if (options.has('z')) file.allocate(offset, length, { keepSize: true, punch: true });
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

/** Blocks of nothing but zeros become holes. */
async function digHoles(proc: Process, path: string): Promise<number> {
  try {
    const file = await proc.open(path, { read: true, write: true });
    file.retain();
    try {
      if (!file.allocate) throw new CommandFailure('fallocate failed: Operation not supported');
      for (let at = 0, block = await file.read(BLOCK); block; block = await file.read(BLOCK)) {
        if (block.every((byte) => byte === 0))
          file.allocate(at, block.length, { keepSize: true, punch: true });
        at += block.length;
        const turn = proc.tick(2);
        if (turn) await turn;
      }
    } finally {
      file.release();
    }
  } catch (error) {
    if (!isSysError(error)) throw error;
    throw new CommandFailure(`cannot open ${path}: ${error.message}`);
  }
  return 0;
}
