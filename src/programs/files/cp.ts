import type { Program } from '../../kernel/process.ts';
import { command } from '../support/command.ts';
import { sourcesAndTargets } from './destination.ts';
import { TreeCopier } from './copy-tree.ts';

/** cp: copies files and trees. @see POSIX cp, GNU coreutils */
export const cp: Program = command(
  {
    short: 'abdfHiLlnPprRst:Tuvx',
    long: {
      archive: 'a', force: 'f', recursive: 'r', 'no-clobber': 'n', 'no-dereference': 'P', dereference: 'L', preserve: 'p?', verbose: 'v',
      update: 'u', 'target-directory': 't:', 'no-target-directory': 'T', interactive: 'i', link: 'l', 'symbolic-link': 's', parents: 'parents',
    },
    usage: '[OPTION]... [-T] SOURCE DEST',
    busyboxUsage: '[-arPLHpfinlsTu] SOURCE DEST\nor: cp [-arPLHpfinlsu] SOURCE... { -t DIRECTORY | DIRECTORY }\n\nCopy SOURCEs to DEST',
  },
  async (proc, options) => {
    const archive = options.has('a');
    const recursive = archive || options.has('r', 'R');
    const links = options.last('P', 'd', 'L', 'a');
    const copier = new TreeCopier(proc, {
      recursive,
      keepLinks: links === undefined ? recursive : links !== 'L',
      preserve: archive || options.has('p'),
      force: options.has('f'),
      noClobber: options.has('n'),
      update: options.has('u'),
      verbose: options.has('v'),
    });
    for (const { from, to } of sourcesAndTargets(proc, options)) {
      if (options.has('l')) proc.files.link(from, to);
      else if (options.has('s')) proc.files.symlink(from, to);
      else await copier.copy(from, to);
    }
    return copier.failed ? 1 : 0;
  },
); // prettier-ignore
