import { dirName, joinPath } from '../../kernel/files/path.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { command, UsageFailure } from '../support/command.ts';
import { quote } from '../support/quote.ts';
import type { SparseMode } from './copy-content.ts';
import { sourcesAndTargets } from './destination.ts';
import { TreeCopier } from './copy-tree.ts';
import { Overwrite } from './overwrite.ts';

/** cp: copies files and trees. @see POSIX cp, GNU coreutils */
export const cp: Program = command(
  {
    short: 'abdfHiLlnPprRsS:t:Tuvx',
    long: {
      archive: 'a', force: 'f', recursive: 'r', 'no-clobber': 'n', 'no-dereference': 'P', dereference: 'L', preserve: 'preserve?', verbose: 'v',
      update: 'u', 'target-directory': 't:', 'no-target-directory': 'T', interactive: 'i', link: 'l', 'symbolic-link': 's', parents: 'parents', backup: 'backup?', suffix: 'S:', 'one-file-system': 'x', 'no-preserve': 'no-preserve:', 'remove-destination': 'f', sparse: 'sparse:', reflink: 'reflink?',
    },
    usage: '[OPTION]... [-T] SOURCE DEST',
    busyboxUsage: '[-arPLHpfinlsTu] SOURCE DEST\nor: cp [-arPLHpfinlsu] SOURCE... { -t DIRECTORY | DIRECTORY }\n\nCopy SOURCEs to DEST',
  },
  async (proc, options) => {
    const archive = options.has('a');
    const recursive = archive || options.has('r', 'R');
    const links = options.last('P', 'd', 'L', 'a');
    const overwrite = new Overwrite(proc, options, 'overwrite');
    const link = options.has('l') ? 'hard' : options.has('s') ? 'symbolic' : undefined;
    const copier = new TreeCopier(proc, {
      recursive,
      keepLinks: links === undefined ? recursive : links !== 'L',
      preserve: archive || options.has('p', 'preserve'),
      force: options.has('f'),
      verbose: options.has('v'),
      sparse: sparseMode(options.value('sparse')),
      overwrite,
      ...(link ? { link } : {}),
    });
    for (const { from, to } of sourcesAndTargets(proc, options)) {
      if (!options.has('parents')) await copier.copy(from, to);
      else await copier.copy(from, copyParents(proc, from, options.value('t') ?? options.operands.at(-1) ?? ''));
    }
    return copier.failed ? 1 : 0;
  },
); // prettier-ignore

const SPARSE_MODES = ['never', 'auto', 'always'] as const;

/** @throws CommandFailure */
function sparseMode(word: string | undefined): SparseMode {
  const mode = SPARSE_MODES.find((known) => word === undefined ? known === 'auto' : known.startsWith(word) && word !== 'a');
  if (mode) return mode;
  const problem = word === 'a' || word === '' ? 'ambiguous' : 'invalid';
  throw new UsageFailure(`${problem} argument ${quote(word ?? '')} for '--sparse'\nValid arguments are:\n${SPARSE_MODES.map((known) => `  - '${known}'`).join('\n')}`);
} // prettier-ignore

/** `--parents`: the folders on the way to `from`, made in the directory; where the copy goes. */
function copyParents(proc: Process, from: string, directory: string): string {
  const path = from.replace(/^\/+/, '');
  const to = joinPath(directory, path);
  proc.files.mkdirAll(dirName(to));
  return to;
}
