import { withoutEnd } from '../../lib/trim-end.ts';
import { isSysError } from '../../kernel/errno.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { command, CommandFailure, complain, UsageFailure } from '../support/command.ts';
import type { Options } from '../support/parse-options.ts';
import { quote } from '../support/quote.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const HOLES = /X+(?=[^X/]*$)/;

/** mktemp: a new file (or directory) with a name of its own. @see GNU coreutils mktemp */
export const mktemp: Program = command(
  {
    short: 'dqup:tV',
    long: { directory: 'd', 'dry-run': 'u', quiet: 'q', tmpdir: 'p?', suffix: 'suffix:' },
    usage: '[OPTION]... [TEMPLATE]',
    busyboxUsage:
      '[-dt] [-p DIR] [TEMPLATE]\n\nCreate a temporary file with name based on TEMPLATE and print its name.',
  },
  async (proc, options) => {
    if (options.operands.length > 1) throw new UsageFailure(proc.busybox ? '' : 'too many templates');
    const template = templateOf(proc, options);
    for (;;) {
      const path = template.replace(HOLES, (run) =>
        [...run].map(() => LETTERS[proc.random() % LETTERS.length]).join(''),
      );
      if (proc.files.lstatIfAny(path)) continue;
      if (!options.has('u') && !(await create(proc, options, path, template))) return 1;
      await proc.out(`${path}\n`);
      return 0;
    }
  },
);

function templateOf(proc: Process, options: Options): string {
  const [given] = options.operands;
  const name = given ?? 'tmp.XXXXXXXXXX';
  const suffix = options.value('suffix') ?? '';
  if (suffix !== '' && !name.endsWith('X')) throw new CommandFailure(`with --suffix, template ${quote(name)} must end in X`);
  if ((HOLES.exec(name)?.[0].length ?? 0) < 3) {
    if (proc.busybox) throw new CommandFailure(`(null): Invalid argument`);
    throw new CommandFailure(`too few X's in template ${quote(name)}`);
  }
  const inDirectory = given === undefined || options.has('p', 't');
  const directory = options.value('p') ?? proc.env.get('TMPDIR') ?? '/tmp';
  return (inDirectory ? `${withoutEnd(directory, '/')}/${name}` : name) + suffix;
} // prettier-ignore

async function create(proc: Process, options: Options, path: string, template: string): Promise<boolean> {
  try {
    if (options.has('d')) proc.files.mkdir(path, 0o700);
    else (await proc.open(path, { write: true, create: true, exclusive: true, mode: 0o600 })).release();
    return true;
  } catch (error) {
    if (!isSysError(error)) throw error;
    const what = options.has('d') ? 'directory' : 'file';
    if (!options.has('q')) await complain(proc, `failed to create ${what} via template ${quote(template)}: ${error.message}`);
    return false;
  }
} // prettier-ignore
