import { isSysError, SysError } from '../../kernel/errno.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { command, complain } from '../support/command.ts';
import type { Options } from '../support/parse-options.ts';
import { quote } from '../support/quote.ts';
import { TreeCopier } from './copy-tree.ts';
import { sourcesAndTargets } from './destination.ts';
import { Overwrite } from './overwrite.ts';

/** mv: renames; across file systems it copies and removes. @see POSIX mv */
export const mv: Program = command(
  {
    short: 'finS:Tt:uvb',
    long: {
      force: 'f',
      interactive: 'i',
      'no-clobber': 'n',
      'target-directory': 't:',
      'no-target-directory': 'T',
      update: 'u',
      verbose: 'v',
      backup: 'backup?',
      suffix: 'S:',
    },
    usage: '[OPTION]... [-T] SOURCE DEST',
    busyboxUsage:
      '[-finT] SOURCE DEST\nor: mv [-fin] SOURCE... { -t DIRECTORY | DIRECTORY }\n\nRename SOURCE to DEST, or move SOURCEs to DIRECTORY',
  },
  async (proc, options) => {
    let status = 0;
    const overwrite = new Overwrite(proc, options, 'overwrite');
    for (const { from, to } of sourcesAndTargets(proc, options)) {
      if (!(await move(proc, from, to, options, overwrite))) status = 1;
    }
    return status;
  },
);

async function move(
  proc: Process,
  from: string,
  to: string,
  options: Options,
  overwrite: Overwrite,
): Promise<boolean> {
  const { files, busybox } = proc;
  const source = files.lstatIfAny(from);
  if (!source) {
    await complain(
      proc,
      busybox
        ? `can't rename '${from}': No such file or directory`
        : `cannot stat ${quote(from)}: No such file or directory`,
    );
    return false;
  }
  const target = files.lstatIfAny(to);
  if (target && target.ino === source.ino && target.dev === source.dev) {
    await complain(proc, `${quote(from)} and ${quote(to)} are the same file`);
    return false;
  }
  if (target && !(await overwrite.permits(to, target, source))) return true;
  try {
    if (to.endsWith('/') && source.type !== 'directory') throw new SysError('ENOTDIR', to);
    files.rename(from, to);
  } catch (error) {
    if (!isSysError(error)) throw error;
    if (error.code === 'EXDEV') return copyAndRemove(proc, from, to);
    if (error.code === 'EINVAL' && !busybox)
      await complain(proc, `cannot move ${quote(from)} to a subdirectory of itself, ${quote(to)}`);
    else
      await complain(
        proc,
        busybox
          ? `can't rename '${from}': ${error.message}`
          : `cannot move ${quote(from)} to ${quote(to)}: ${error.message}`,
      );
    return false;
  }
  if (options.has('v'))
    await proc.out(busybox ? `'${from}' -> '${to}'\n` : `renamed ${quote(from)} -> ${quote(to)}\n`);
  return true;
}

async function copyAndRemove(proc: Process, from: string, to: string): Promise<boolean> {
  const copier = new TreeCopier(proc, {
    recursive: true,
    keepLinks: true,
    preserve: true,
    force: true,
    verbose: false,
  });
  await copier.copy(from, to);
  if (copier.failed) return false;
  proc.files.removeAll(from);
  return true;
}
