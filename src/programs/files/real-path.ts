import { isSysError } from '../../kernel/errno.ts';
import { normalizePath } from '../../kernel/files/path.ts';
import type { Program } from '../../kernel/process.ts';
import { command, complain, UsageFailure } from '../support/command.ts';
import { canonicalPath } from './canonical-path.ts';

/** realpath. @see GNU coreutils */
export const realpath: Program = command(
  {
    short: 'emqszPL',
    long: {
      'canonicalize-existing': 'e',
      'canonicalize-missing': 'm',
      quiet: 'q',
      strip: 's',
      'no-symlinks': 's',
      zero: 'z',
      'relative-to': 'relative-to:',
      'relative-base': 'relative-base:',
    },
    usage: '[OPTION]... FILE...',
    busyboxUsage: 'FILE...\n\nPrint absolute pathnames of FILEs',
  },
  async (proc, options) => {
    if (options.operands.length === 0) throw new UsageFailure(proc.busybox ? '' : 'missing operand');
    let status = 0;
    for (const path of options.operands) {
      try {
        const rule = options.has('e') ? 'all' : options.has('m') ? 'missing' : 'parent';
        const found = options.has('s')
          ? normalizePath(path, proc.files.cwd)
          : canonicalPath(proc, path, rule);
        const base = options.value('relative-to');
        const result = base === undefined ? found : relativePath(found, canonicalPath(proc, base, rule));
        await proc.out(result + (options.has('z') ? '\0' : '\n'));
      } catch (error) {
        if (!isSysError(error)) throw error;
        if (!options.has('q')) await complain(proc, `${path}: ${error.message}`);
        status = 1;
      }
    }
    return status;
  },
);

/** The way from a directory to a path, both absolute and canonical. */
function relativePath(path: string, base: string): string {
  const parts = (one: string): string[] => one.split('/').filter((part) => part !== '');
  const [target, from] = [parts(path), parts(base)];
  let common = 0;
  while (common < from.length && target[common] === from[common]) common++;
  return [...from.slice(common).map(() => '..'), ...target.slice(common)].join('/') || '.';
}

/** readlink, with -f, -e and -m. @see GNU coreutils */
export const readlink: Program = command(
  {
    short: 'femnqsvz',
    long: {
      canonicalize: 'f',
      'canonicalize-existing': 'e',
      'canonicalize-missing': 'm',
      'no-newline': 'n',
      verbose: 'v',
      zero: 'z',
      silent: 's',
      quiet: 'q',
    },
    usage: '[OPTION]... FILE...',
    busyboxUsage: '[-fnv] FILE\n\nDisplay the value of a symlink',
  },
  async (proc, options) => {
    if (options.operands.length === 0) throw new UsageFailure(proc.busybox ? '' : 'missing operand');
    let status = 0;
    for (const path of options.operands) {
      try {
        const rule = options.last('f', 'e', 'm');
        const result =
          rule === undefined
            ? proc.files.readlink(path)
            : canonicalPath(proc, path, rule === 'e' ? 'all' : rule === 'm' ? 'missing' : 'parent');
        await proc.out(result + (options.has('n') ? '' : options.has('z') ? '\0' : '\n'));
      } catch (error) {
        if (!isSysError(error)) throw error;
        if (options.has('v')) await complain(proc, `${path}: ${error.message}`);
        status = 1;
      }
    }
    return status;
  },
);
