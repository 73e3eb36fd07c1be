import type { Process, Program } from '../../kernel/process.ts';
import { CommandFailure, runCommand, UsageFailure } from '../support/command.ts';
import type { Options } from '../support/parse-options.ts';
import { createArchive } from './tar-create.ts';
import { compareArchive } from './tar-compare.ts';
import { deleteMembers } from './tar-delete.ts';
import { extractArchive, listArchive } from './tar-extract.ts';
import { TarRun } from './tar-run.ts';

const SPEC = {
  short: 'cxtrudf:vC:zjJpPkhOaX:T:mwSW',
  long: {
    create: 'c', extract: 'x', get: 'x', list: 't', file: 'f:', verbose: 'v', directory: 'C:', gzip: 'z', gunzip: 'z', bzip2: 'j', xz: 'J', 'preserve-permissions': 'p',
    'absolute-names': 'P', exclude: 'exclude:', 'strip-components': 'strip-components:', 'to-stdout': 'O', 'no-same-owner': 'no-same-owner', 'keep-old-files': 'k', dereference: 'h', append: 'r', update: 'u',
    owner: 'owner:', group: 'group:', mode: 'mode:', mtime: 'mtime:', 'numeric-owner': 'numeric-owner', 'auto-compress': 'a', 'exclude-from': 'X:', 'files-from': 'T:', touch: 'm',
    'no-recursion': 'no-recursion', 'exclude-vcs': 'exclude-vcs', sort: 'sort:', compare: 'd', diff: 'd', delete: 'delete', wildcards: 'wildcards', 'no-wildcards': 'no-wildcards', sparse: 'S', 'show-transformed-names': 'show-transformed-names', overwrite: 'overwrite', 'same-owner': 'same-owner', xform: 'transform:', verify: 'W', totals: 'totals', 'one-file-system': 'one-file-system', transform: 'transform:', format: 'format:',
  },
  usage: '[OPTION...] [FILE]...',
  busyboxUsage: 'c|x|t [-zahvokO] [-f TARFILE] [-C DIR] [FILE]...\n\nCreate, extract, or list files from a tar file',
  usageStatus: 64,
  version: 'tar (GNU tar) 1.35\n',
  hint: "Try 'tar --help' or 'tar --usage' for more information.",
}; // prettier-ignore

/** tar: puts files into an archive, lists and extracts them. Simplified: gzip is the only compression. @see GNU tar 1.35 */
export const tar: Program = (proc) => {
  const words = modernWords(proc.argv.slice(1));
  return runCommand(proc, SPEC, typeof words === 'string' ? [] : words, (_, options) => {
    if (typeof words !== 'string') return run(proc, options);
    if (proc.busybox) throw new UsageFailure(`option requires an argument: ${words}`);
    throw new CommandFailure(`Old option '${words}' requires an argument.\n${SPEC.hint}`, 2);
  });
};

/** `tar xf a.tar`: in the old style the letters stand without a dash and their values follow in order. A letter is one without its value. */
function modernWords(words: readonly string[]): string[] | string {
  const [first = '', ...rest] = words;
  if (first === '' || first.startsWith('-')) return [...words];
  const options: string[] = [];
  for (const letter of first) {
    options.push(`-${letter}`);
    if (!'fCXT'.includes(letter)) continue;
    const value = rest.shift();
    if (value === undefined) return letter;
    options.push(value);
  }
  return [...options, ...rest];
}

async function run(proc: Process, options: Options): Promise<number> {
  const modes = ['c', 'x', 't', 'r', 'u', 'd', 'delete'].filter((key) => options.has(key));
  if (modes.length !== 1) {
    if (proc.busybox) throw new UsageFailure('');
    const problem =
      modes.length === 0
        ? "You must specify one of the '-Acdtrux', '--delete' or '--test-label' options"
        : "You may not specify more than one '-Acdtrux', '--delete' or  '--test-label' option";
    await proc.err(`tar: ${problem}\nTry 'tar --help' or 'tar --usage' for more information.\n`);
    return 2;
  }
  const job = new TarRun(proc, options);
  const filter = options.has('j') ? 'bzip2' : options.has('J') ? 'xz' : undefined;
  // Neither is installed, which is what a tar without them says.
  if (filter !== undefined) return job.withoutFilter(filter);
  if (modes[0] === 'd') return compareArchive(job);
  if (modes[0] === 'delete') return deleteMembers(job);
  if (modes[0] === 'c' || modes[0] === 'r' || modes[0] === 'u') return createArchive(job, modes[0]);
  return modes[0] === 'x' ? extractArchive(job) : listArchive(job);
}
