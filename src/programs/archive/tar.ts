import type { Process, Program } from '../../kernel/process.ts';
import { runCommand, UsageFailure } from '../support/command.ts';
import type { Options } from '../support/parse-options.ts';
import { createArchive } from './tar-create.ts';
import { extractArchive, listArchive } from './tar-extract.ts';
import { TarRun } from './tar-run.ts';

const SPEC = {
  short: 'cxtf:vC:zjJpPkhOa',
  long: {
    create: 'c', extract: 'x', get: 'x', list: 't', file: 'f:', verbose: 'v', directory: 'C:', gzip: 'z', gunzip: 'z', bzip2: 'j', xz: 'J', 'preserve-permissions': 'p',
    'absolute-names': 'P', exclude: 'exclude:', 'strip-components': 'strip-components:', 'to-stdout': 'O', 'no-same-owner': 'no-same-owner', 'keep-old-files': 'k', dereference: 'h',
  },
  usage: '[OPTION...] [FILE]...',
  busyboxUsage: 'c|x|t [-zahvokO] [-f TARFILE] [-C DIR] [FILE]...\n\nCreate, extract, or list files from a tar file',
  usageStatus: 2,
  version: 'tar (GNU tar) 1.35\n',
}; // prettier-ignore

/** tar: puts files into an archive, lists and extracts them. Simplified: uncompressed archives only. @see GNU tar 1.35 */
export const tar: Program = (proc) => runCommand(proc, SPEC, modernWords(proc.argv.slice(1)), run);

/** `tar xf a.tar`: in the old style the letters stand without a dash and their values follow in order. */
function modernWords(words: readonly string[]): string[] {
  const [first = '', ...rest] = words;
  if (first === '' || first.startsWith('-')) return [...words];
  const options = [...first].flatMap((letter) =>
    letter === 'f' || letter === 'C' ? [`-${letter}`, rest.shift() ?? ''] : [`-${letter}`],
  );
  return [...options, ...rest];
}

async function run(proc: Process, options: Options): Promise<number> {
  const modes = ['c', 'x', 't'].filter((key) => options.has(key));
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
  const filter = options.has('z') ? 'gzip' : options.has('j') ? 'bzip2' : options.has('J') ? 'xz' : undefined;
  // No compressor is installed, which is what a tar without them says.
  if (filter !== undefined) return job.withoutFilter(filter);
  if (modes[0] === 'c') return createArchive(job);
  return modes[0] === 'x' ? extractArchive(job) : listArchive(job);
}
