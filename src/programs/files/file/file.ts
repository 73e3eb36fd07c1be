import { isSysError } from '../../../kernel/errno.ts';
import type { Stat } from '../../../kernel/files/inode.ts';
import type { Process, Program } from '../../../kernel/process.ts';
import { command, UsageFailure } from '../../support/command.ts';
import type { Options } from '../../support/parse-options.ts';
import { classify, type Kind } from './classify.ts';

/** How much of a file is looked at. */
const SAMPLE = 64 * 1024;

/** file: what a file's content looks like. Knows the kinds a learner meets, not all of libmagic's. @see file(1) */
export const file: Program = command(
  {
    short: 'bihLf:szN0kpr',
    long: { brief: 'b', mime: 'i', 'mime-type': 'mime-type', 'mime-encoding': 'mime-encoding', dereference: 'L', 'no-dereference': 'h' },
    usage: '[-bcCdEhikLlNnprsSvzZ0] [--apple] [--extension] [--mime-encoding]\n            [--mime-type] [-e <testname>] [-F <separator>]  [-f <namefile>]\n            [-m <magicfiles>] [-P <parameter=value>] [--exclude-quiet]\n            <file> ...',
    version: 'file-5.44\nmagic file from /etc/magic:/usr/share/misc/magic\n',
    usageLine: 'only',
  },
  async (proc, options) => {
    if (options.operands.length === 0) throw new UsageFailure('');
    const width = Math.max(...options.operands.map((name) => [...name].length)) + 1;
    for (const name of options.operands) {
      const text = await describe(proc, name, options);
      await proc.out(options.has('b') ? `${text}\n` : `${`${name}:`.padEnd(width)} ${text}\n`);
    }
    return 0;
  },
); // prettier-ignore

async function describe(proc: Process, name: string, options: Options): Promise<string> {
  let kind: Kind;
  try {
    const stat = name === '-' ? undefined : options.has('L') ? proc.files.stat(name) : proc.files.lstat(name);
    kind = (stat && specialKind(proc, name, stat)) ?? (await contentKind(proc, name));
  } catch (error) {
    if (!isSysError(error)) throw error;
    const left =
      error.code === 'EACCES' && proc.files.lstatIfAny(name) ? 'regular file, no read permission' : undefined;
    return left ?? `cannot open \`${name}' (${error.message})`;
  }
  if (options.has('i')) return `${kind.mime}; charset=${kind.charset}`;
  if (options.has('mime-type')) return kind.mime;
  return options.has('mime-encoding') ? kind.charset : kind.text;
}

function specialKind(proc: Process, name: string, stat: Stat): Kind | undefined {
  const special = (text: string, mime: string): Kind => ({ text, mime: `inode/${mime}`, charset: 'binary' });
  const [major, minor] = stat.rdev;
  switch (stat.type) {
    case 'directory':
      return special(stat.mode & 0o1000 ? 'sticky, directory' : 'directory', 'directory');
    case 'symlink': {
      const broken = proc.files.exists(name) ? '' : 'broken ';
      return special(`${broken}symbolic link to ${proc.files.readlink(name)}`, 'symlink');
    }
    case 'fifo':
      return special('fifo (named pipe)', 'fifo');
    case 'socket':
      return special('socket', 'socket');
    case 'char':
      return special(`character special (${major}/${minor})`, 'chardevice');
    case 'block':
      return special(`block special (${major}/${minor})`, 'blockdevice');
    default:
      return undefined;
  }
}

async function contentKind(proc: Process, name: string): Promise<Kind> {
  if (name === '-') return classify((await proc.stdin.read(SAMPLE)) ?? new Uint8Array(0));
  const opened = await proc.open(name);
  opened.retain();
  const bytes = (await opened.read(SAMPLE)) ?? new Uint8Array(0);
  opened.release();
  const turn = proc.tick(1 + (bytes.length >> 4));
  if (turn) await turn;
  return classify(bytes);
}
