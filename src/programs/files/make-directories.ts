import { withoutEnd } from '../../lib/trim-end.ts';
import { isSysError, SysError } from '../../kernel/errno.ts';
import { dirName } from '../../kernel/files/path.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { command, CommandFailure, complain, UsageFailure } from '../support/command.ts';
import { applyMode } from '../../lib/file-mode.ts';
import type { Options } from '../support/parse-options.ts';
import { quote } from '../support/quote.ts';

/** mkdir, with -p and -m. @see POSIX mkdir */
export const mkdir: Program = command(
  {
    short: 'm:pv',
    long: { mode: 'm:', parents: 'p', verbose: 'v' },
    usage: '[OPTION]... DIRECTORY...',
    busyboxUsage: '[-m MODE] [-p] DIRECTORY...\n\nCreate DIRECTORY',
  },
  async (proc, options) => {
    if (options.operands.length === 0) throw new UsageFailure(proc.busybox ? '' : 'missing operand');
    const modeText = options.value('m');
    const mode = modeText === undefined ? undefined : applyMode(modeText, 0o777, true, 0);
    if (modeText !== undefined && mode === undefined)
      throw new CommandFailure(`invalid mode ${quote(modeText)}`);
    let status = 0;
    for (const path of options.operands) {
      try {
        await make(proc, path, options);
        if (mode !== undefined) proc.files.chmod(path, mode);
      } catch (error) {
        if (!isSysError(error)) throw error;
        await complain(
          proc,
          proc.busybox
            ? `can't create directory '${path}': ${error.message}`
            : `cannot create directory ${quote(error.code === 'ENOTDIR' ? (error.path ?? path) : path)}: ${error.message}`,
        );
        status = 1;
      }
    }
    return status;
  },
);

async function make(proc: Process, path: string, options: Options): Promise<void> {
  if (options.has('p')) {
    const stat = proc.files.statIfAny(path);
    if (stat?.type === 'directory') return;
    const parent = dirName(path);
    if (parent !== '/' && parent !== '.') {
      if (!proc.files.exists(parent)) await make(proc, parent, options);
      else if (proc.files.stat(parent).type !== 'directory') throw new SysError('ENOTDIR', parent);
    }
  }
  proc.files.mkdir(withoutEnd(path, '/') || path.charAt(0));
  if (options.has('v'))
    await proc.out(
      proc.busybox ? `created directory: '${path}'\n` : `mkdir: created directory ${quote(path)}\n`,
    );
}

/** rmdir, with -p. @see POSIX rmdir */
export const rmdir: Program = command(
  {
    short: 'pv',
    long: { parents: 'p', verbose: 'v', 'ignore-fail-on-non-empty': 'ignore' },
    usage: '[OPTION]... DIRECTORY...',
    busyboxUsage: '[-p] DIRECTORY...\n\nRemove DIRECTORY if it is empty',
  },
  async (proc, options) => {
    if (options.operands.length === 0) throw new UsageFailure(proc.busybox ? '' : 'missing operand');
    let status = 0;
    for (const operand of options.operands) {
      let path = operand;
      try {
        for (;;) {
          proc.files.rmdir(path);
          if (options.has('v')) await proc.out(`rmdir: removing directory, ${quote(path)}\n`);
          const parent = dirName(path);
          if (!options.has('p') || parent === '.' || parent === '/') break;
          path = parent;
        }
      } catch (error) {
        if (!isSysError(error)) throw error;
        if (error.code === 'ENOTEMPTY' && options.has('ignore')) continue;
        await complain(
          proc,
          proc.busybox ? `'${path}': ${error.message}` : `failed to remove ${quote(path)}: ${error.message}`,
        );
        status = 1;
      }
    }
    return status;
  },
);
