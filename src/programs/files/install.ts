import { baseName, joinPath } from '../../kernel/files/path.ts';
import { isSysError } from '../../kernel/errno.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { command, CommandFailure, UsageFailure } from '../support/command.ts';
import { applyMode } from '../../lib/file-mode.ts';
import type { Options } from '../support/parse-options.ts';
import { quote } from '../support/quote.ts';
import { findGroup, findUser } from '../support/users.ts';
import { TreeCopier } from './copy-tree.ts';
import { sourcesAndTargets } from './destination.ts';

/** install: copies files and sets their mode and owner; `-d` makes directories. @see GNU coreutils install */
export const install: Program = command(
  {
    short: 'cdDsg:m:o:pt:Tv',
    long: {
      directory: 'd',
      group: 'g:',
      mode: 'm:',
      owner: 'o:',
      'preserve-timestamps': 'p',
      'target-directory': 't:',
      'no-target-directory': 'T',
      verbose: 'v',
      strip: 's',
    },
    usage: '[OPTION]... [-T] SOURCE DEST',
    busyboxUsage:
      '[-cdDsp] [-o USER] [-g GRP] [-m MODE] [-t DIR] [SOURCE]... DEST\n\nCopy files and set attributes',
  },
  async (proc, options) => {
    const attributes = readAttributes(proc, options);
    if (options.has('d')) return makeDirectories(proc, options, attributes);
    if (options.has('D')) proc.files.mkdirAll(options.value('t') ?? parentOf(options.operands.at(-1) ?? ''));
    const copier = new TreeCopier(proc, {
      recursive: false,
      keepLinks: false,
      preserve: false,
      force: true,
      verbose: options.has('v'),
    });
    for (const { from, to } of sourcesAndTargets(proc, options)) {
      // A running or linked target is replaced, not written into.
      if (
        proc.files.lstatIfAny(to) &&
        proc.files.statIfAny(to)?.type !== 'directory' &&
        proc.files.exists(from) &&
        !sameFile(proc, from, to)
      )
        proc.files.unlink(to);
      const failed = copier.failed;
      copier.failed = false;
      await copier.copy(from, to);
      if (copier.failed) continue;
      copier.failed = failed;
      setAttributes(proc, to, attributes);
      const stat = proc.files.stat(from);
      if (options.has('p')) proc.files.utimes(to, stat.atimeMs, stat.mtimeMs);
    }
    return copier.failed ? 1 : 0;
  },
);

interface Attributes {
  readonly mode: number;
  readonly uid: number | undefined;
  readonly gid: number | undefined;
}

function parentOf(path: string): string {
  const name = baseName(path);
  return joinPath(path.slice(0, path.lastIndexOf(name)) || '.', '.');
}

function sameFile(proc: Process, from: string, to: string): boolean {
  return proc.files.realpath(from) === proc.files.realpath(to);
}

function readAttributes(proc: Process, options: Options): Attributes {
  const text = options.value('m') ?? '755';
  const mode = applyMode(text, 0, options.has('d'), 0);
  if (mode === undefined) throw new CommandFailure(`invalid mode ${quote(text)}`);
  const [owner, group] = [options.value('o'), options.value('g')];
  const uid = owner === undefined ? undefined : findUser(proc.files, owner);
  const gid = group === undefined ? undefined : findGroup(proc.files, group);
  if (owner !== undefined && uid === undefined) throw new CommandFailure(`invalid user: ${quote(owner)}`);
  if (group !== undefined && gid === undefined) throw new CommandFailure(`invalid group: ${quote(group)}`);
  return { mode, uid, gid };
}

function setAttributes(proc: Process, path: string, { mode, uid, gid }: Attributes): void {
  const stat = proc.files.stat(path);
  if (uid !== undefined || gid !== undefined) proc.files.chown(path, uid ?? stat.uid, gid ?? stat.gid);
  proc.files.chmod(path, mode);
}

async function makeDirectories(proc: Process, options: Options, attributes: Attributes): Promise<number> {
  if (options.operands.length === 0) throw new UsageFailure(proc.busybox ? '' : 'missing file operand');
  for (const path of options.operands) {
    const isNew = !proc.files.exists(path);
    try {
      proc.files.mkdirAll(path);
    } catch (error) {
      if (!isSysError(error)) throw error;
      throw new CommandFailure(`cannot create directory ${quote(path)}: ${error.message}`);
    }
    setAttributes(proc, path, attributes);
    if (isNew && options.has('v')) await proc.out(`install: creating directory ${quote(path)}\n`);
  }
  return 0;
}
