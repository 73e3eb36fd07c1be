import { isSysError } from '../../kernel/errno.ts';
import { baseName, dirName, normalizePath } from '../../kernel/files/path.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { command, complain, UsageFailure } from '../support/command.ts';
import { quote } from '../support/quote.ts';

/** basename. @see POSIX basename */
export const basename: Program = command(
  {
    short: 'as:z',
    long: { multiple: 'a', suffix: 's:', zero: 'z' },
    usage: 'NAME [SUFFIX]\nor: basename OPTION... NAME...',
    busyboxUsage:
      'FILE [SUFFIX] | -a FILE... | -s SUFFIX FILE...\n\nStrip directory path and SUFFIX from FILE',
    inOrder: true,
  },
  async (proc, options) => {
    const many = options.has('a', 's');
    const [first, second, extra] = options.operands;
    if (first === undefined) throw new UsageFailure(proc.busybox ? '' : 'missing operand');
    if (!many && extra !== undefined)
      throw new UsageFailure(proc.busybox ? '' : `extra operand ${quote(extra)}`);
    const suffix = options.value('s') ?? (many ? '' : (second ?? ''));
    for (const path of many ? options.operands : [first]) {
      const name = path === '' ? '' : baseName(path);
      const cut =
        suffix !== '' && name !== suffix && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;
      await proc.out(cut + (options.has('z') ? '\0' : '\n'));
    }
    return 0;
  },
);

/** dirname. @see POSIX dirname */
export const dirname: Program = command(
  {
    short: 'z',
    long: { zero: 'z' },
    usage: '[OPTION] NAME...',
    busyboxUsage: 'FILENAME\n\nStrip non-directory suffix from FILENAME',
  },
  async (proc, options) => {
    if (options.operands.length === 0) throw new UsageFailure(proc.busybox ? '' : 'missing operand');
    for (const path of options.operands) await proc.out(dirName(path) + (options.has('z') ? '\0' : '\n'));
    return 0;
  },
);

/** The path without symlinks; its last component (or, with `missing`, more of it) need not exist. @throws SysError */
function canonical(proc: Process, path: string, rule: 'all' | 'parent' | 'missing'): string {
  const { files } = proc;
  if (files.exists(path) || rule === 'all') return files.realpath(path);
  const link = files.lstatIfAny(path)?.type === 'symlink' ? files.readlink(path) : undefined;
  if (link !== undefined)
    return canonical(proc, link.startsWith('/') ? link : `${dirName(path)}/${link}`, rule);
  if (rule === 'missing' && !files.exists(dirName(path))) {
    const parent = dirName(path);
    return normalizePath(baseName(path), parent === path ? '/' : canonical(proc, parent, rule));
  }
  return normalizePath(baseName(path), files.realpath(dirName(path)));
}

/** realpath. @see GNU coreutils */
export const realpath: Program = command(
  {
    short: 'emqszP',
    long: {
      'canonicalize-existing': 'e',
      'canonicalize-missing': 'm',
      quiet: 'q',
      strip: 's',
      'no-symlinks': 's',
      zero: 'z',
    },
    usage: '[OPTION]... FILE...',
    busyboxUsage: 'FILE...\n\nPrint absolute pathnames of FILEs',
  },
  async (proc, options) => {
    if (options.operands.length === 0) throw new UsageFailure(proc.busybox ? '' : 'missing operand');
    let status = 0;
    for (const path of options.operands) {
      try {
        const rule = options.has('e') ? 'all' : options.has('m') ? 'missing' : 'parent';
        const result = options.has('s') ? normalizePath(path, proc.files.cwd) : canonical(proc, path, rule);
        await proc.out(result + (options.has('z') ? '\0' : '\n'));
      } catch (error) {
        if (!isSysError(error)) throw error;
        if (!options.has('q')) await complain(proc, `${path}: ${error.message}`);
        status = 1;
      }
    }
    return status;
  },
);

/** readlink, with -f, -e and -m. @see GNU coreutils */
export const readlink: Program = command(
  {
    short: 'femnqsvz',
    long: {
      canonicalize: 'f',
      'canonicalize-existing': 'e',
      'canonicalize-missing': 'm',
      'no-newline': 'n',
      verbose: 'v',
      zero: 'z',
      silent: 's',
      quiet: 'q',
    },
    usage: '[OPTION]... FILE...',
    busyboxUsage: '[-fnv] FILE\n\nDisplay the value of a symlink',
  },
  async (proc, options) => {
    if (options.operands.length === 0) throw new UsageFailure(proc.busybox ? '' : 'missing operand');
    let status = 0;
    for (const path of options.operands) {
      try {
        const rule = options.last('f', 'e', 'm');
        const result =
          rule === undefined
            ? proc.files.readlink(path)
            : canonical(proc, path, rule === 'e' ? 'all' : rule === 'm' ? 'missing' : 'parent');
        await proc.out(result + (options.has('n') ? '' : options.has('z') ? '\0' : '\n'));
      } catch (error) {
        if (!isSysError(error)) throw error;
        if (options.has('v')) await complain(proc, `${path}: ${error.message}`);
        status = 1;
      }
    }
    return status;
  },
);

/** pwd: logical by default as the shell's. */
export const pwd: Program = command(
  {
    short: 'LP',
    long: { logical: 'L', physical: 'P' },
    usage: '[OPTION]...',
    busyboxUsage: '\n\nPrint the full filename of the current working directory',
  },
  async (proc, options) => {
    const logical = proc.env.get('PWD');
    const { cwd } = proc.files;
    const usable =
      options.last('L', 'P') === 'L' &&
      logical?.startsWith('/') &&
      proc.files.statIfAny(logical)?.ino === proc.files.stat('.').ino;
    await proc.out(`${usable ? (logical ?? cwd) : cwd}\n`);
    return 0;
  },
);

/** mktemp: a new file (or directory) with a name of its own. */
export const mktemp: Program = command(
  {
    short: 'dqup:tV',
    long: { directory: 'd', 'dry-run': 'u', quiet: 'q', tmpdir: 'p?', suffix: 'suffix:' },
    usage: '[OPTION]... [TEMPLATE]',
    busyboxUsage:
      '[-dt] [-p DIR] [TEMPLATE]\n\nCreate a temporary file with name based on TEMPLATE and print its name.',
  },
  async (proc, options) => {
    const [template = 'tmp.XXXXXXXXXX'] = options.operands;
    const holes = /X+(?=[^X/]*$)/.exec(template)?.[0].length ?? 0;
    if (holes < 3) throw new UsageFailure(`too few X's in template ${quote(template)}`);
    const inTemporary = options.operands.length === 0 || options.has('p', 't');
    const dir = options.value('p') ?? proc.env.get('TMPDIR') ?? '/tmp';
    const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
    for (;;) {
      const name =
        template.replace(/X+(?=[^X/]*$)/, (run) =>
          [...run].map(() => letters[proc.random() % letters.length]).join(''),
        ) + (options.value('suffix') ?? '');
      const path = inTemporary ? `${dir}/${name}` : name;
      if (proc.files.lstatIfAny(path)) continue;
      if (!options.has('u')) {
        try {
          if (options.has('d')) proc.files.mkdir(path, 0o700);
          else (await proc.open(path, { write: true, create: true, exclusive: true, mode: 0o600 })).release();
        } catch (error) {
          if (!isSysError(error)) throw error;
          if (!options.has('q'))
            await complain(
              proc,
              `failed to create ${options.has('d') ? 'directory' : 'file'} via template ${quote(path.replace(name, template))}: ${error.message}`,
            );
          return 1;
        }
      }
      await proc.out(`${path}\n`);
      return 0;
    }
  },
);
