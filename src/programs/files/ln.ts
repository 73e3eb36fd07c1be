import { isSysError } from '../../kernel/errno.ts';
import { baseName, dirName } from '../../kernel/files/path.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { command, complain, UsageFailure } from '../support/command.ts';
import { Options } from '../support/parse-options.ts';
import { quote, quoteIfNeeded } from '../support/quote.ts';
import { canonicalPath } from './canonical-path.ts';
import { sourcesAndTargets } from './destination.ts';
import { Overwrite } from './overwrite.ts';

/** ln: hard and symbolic links. @see POSIX ln */
export const ln: Program = command(
  {
    short: 'bfinrsS:t:TvLP',
    long: {
      symbolic: 's',
      force: 'f',
      'no-dereference': 'n',
      relative: 'r',
      verbose: 'v',
      backup: 'backup?',
      suffix: 'S:',
      interactive: 'i',
      'target-directory': 't:',
      'no-target-directory': 'T',
    },
    usage: '[OPTION]... [-T] TARGET LINK_NAME',
    busyboxUsage:
      '[-sfnbtv] [-S SUF] TARGET... LINK|DIR\n\nCreate a link LINK or DIR/TARGET to the specified TARGET(s)',
  },
  async (proc, options) => {
    let status = 0;
    // `-n` is about links here, not about leaving what exists.
    const given = options.given.filter(([key]) => key !== 'n');
    const overwrite = new Overwrite(proc, new Options(given, options.operands), 'replace');
    for (const { from, to } of pairs(proc, options)) {
      try {
        await makeLink(proc, from, to, options, overwrite);
      } catch (error) {
        if (!isSysError(error)) throw error;
        await complain(proc, wordError(proc, from, to, options.has('s'), error.message));
        status = 1;
      }
    }
    return status;
  },
);

function pairs(proc: Process, options: Options): { from: string; to: string }[] {
  const { operands } = options;
  const [only] = operands;
  if (only === undefined) throw new UsageFailure(proc.busybox ? '' : 'missing file operand');
  if (operands.length === 1 && !options.has('t')) return [{ from: only, to: baseName(only) }];
  const last = operands.at(-1) ?? '';
  const linkItself =
    options.has('n') && operands.length === 2 && proc.files.lstatIfAny(last)?.type === 'symlink';
  return sourcesAndTargets(
    proc,
    linkItself ? new Options([...options.given, ['T', undefined]], operands) : options,
  );
}

function wordError(proc: Process, from: string, to: string, symbolic: boolean, message: string): string {
  if (proc.busybox) return `${to}: ${message}`;
  if (symbolic) return `failed to create symbolic link ${quote(to)}: ${message}`;
  return proc.files.lstatIfAny(from)
    ? `failed to create hard link ${quote(to)}${/file system$|exists|space/.test(message) ? '' : ` => ${quote(from)}`}: ${message}`
    : `failed to access ${quote(from)}: ${message}`;
}

async function makeLink(
  proc: Process,
  from: string,
  to: string,
  options: Options,
  overwrite: Overwrite,
): Promise<void> {
  const { files } = proc;
  const target = files.lstatIfAny(to);
  if (!options.has('s') && files.lstatIfAny(from)?.type === 'directory') {
    await complain(proc, `${quoteIfNeeded(from)}: hard link not allowed for directory`);
    return proc.exit(1);
  }
  if (target && options.has('T', 'n') && target.type === 'directory' && options.has('f')) {
    await complain(proc, `${quoteIfNeeded(to)}: cannot overwrite directory`);
    return proc.exit(1);
  }
  if (target && target.type !== 'directory' && options.has('f', 'i', 'b', 'backup')) {
    if (!(await overwrite.permits(to, target, undefined))) return;
    if (files.lstatIfAny(to)) files.unlink(to);
  }
  if (options.has('s')) files.symlink(options.has('r') ? relative(proc, from, to) : from, to);
  else files.link(from, to);
  if (options.has('v')) await proc.out(`${quote(to)} ${options.has('s') ? '->' : '=>'} ${quote(from)}\n`);
}

/** From the link's folder to what the target really is. */
function relative(proc: Process, from: string, to: string): string {
  const parts = (path: string): string[] => path.split('/').filter((part) => part !== '');
  const target = parts(canonicalPath(proc, from, 'missing'));
  const base = parts(canonicalPath(proc, dirName(to), 'missing'));
  let common = 0;
  while (common < base.length && target[common] === base[common]) common++;
  return [...base.slice(common).map(() => '..'), ...target.slice(common)].join('/') || '.';
}
