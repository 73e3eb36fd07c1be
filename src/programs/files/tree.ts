import { isSysError } from '../../kernel/errno.ts';
import type { DirEntry } from '../../kernel/files/inode.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { command, CommandFailure } from '../support/command.ts';
import type { Options } from '../support/parse-options.ts';
import { nameMatcher } from './find/name-matcher.ts';

interface Totals {
  directories: number;
  files: number;
}

/** tree: directories with all that is in them. @see tree(1) 2.2; busybox's takes no options */
export const tree: Program = command(
  {
    short: 'adfL:I:P:iF',
    long: { dirsfirst: 'dirsfirst', noreport: 'noreport', charset: 'charset:' },
    usage: '[-adfiF] [-L level] [-P pattern] [-I pattern] [--dirsfirst] [--noreport] [<directory list>]',
    busyboxUsage: '[DIR]...',
    version:
      'tree v2.2.1 © 1996 - 2024 by Steve Baker, Thomas Moore, Francesc Rocher, Florian Sesser, Kyosuke Tokoro\n',
  },
  async (proc, options) => {
    const level = options.value('L');
    if (level !== undefined && !(Number(level) > 0))
      throw new CommandFailure('Invalid level, must be greater than 0.');
    const totals: Totals = { directories: 0, files: 0 };
    let good = true;
    for (const root of options.operands.length ? options.operands : ['.']) {
      const readable = proc.files.statIfAny(root)?.type === 'directory';
      await proc.out(readable ? `${root}\n` : `${root}  [error opening dir]\n`);
      if (!readable) good = false;
      else {
        if (!proc.busybox) totals.directories++;
        await walk(proc, options, root, '', 1, totals);
      }
    }
    if (!options.has('noreport')) await proc.out(`\n${report(totals, options)}\n`);
    return good ? 0 : proc.busybox ? 1 : 2;
  },
);

function report({ directories, files }: Totals, options: Options): string {
  const count = (number: number, one: string, more: string): string =>
    `${number} ${number === 1 ? one : more}`;
  const folders = count(directories, 'directory', 'directories');
  return options.has('d') ? folders : `${folders}, ${count(files, 'file', 'files')}`;
}

async function walk(
  proc: Process,
  options: Options,
  directory: string,
  indent: string,
  depth: number,
  totals: Totals,
): Promise<void> {
  if (depth > Number(options.value('L') ?? Infinity)) return;
  const entries = listed(proc, options, directory);
  for (const [index, entry] of entries.entries()) {
    const last = index === entries.length - 1;
    const path = `${directory.replace(/\/$/, '')}/${entry.name}`;
    const branch = options.has('i') ? '' : `${indent}${last ? '└── ' : '├── '}`;
    await proc.out(`${branch}${label(proc, options, path, entry)}\n`);
    const turn = proc.tick(5);
    if (turn) await turn;
    if (entry.type !== 'directory') {
      totals[linkToDirectory(proc, path, entry) ? 'directories' : 'files']++;
      continue;
    }
    totals.directories++;
    await walk(proc, options, path, `${indent}${last ? '    ' : '│\u00a0\u00a0 '}`, depth + 1, totals);
  }
}

function linkToDirectory(proc: Process, path: string, entry: DirEntry): boolean {
  return entry.type === 'symlink' && proc.files.statIfAny(path)?.type === 'directory';
}

function label(proc: Process, options: Options, path: string, entry: DirEntry): string {
  const name = options.has('f') ? path : entry.name;
  if (entry.type === 'symlink') return `${name} -> ${proc.files.readlink(path)}`;
  if (!options.has('F')) return name;
  if (entry.type === 'directory') return `${name}/`;
  return (proc.files.statIfAny(path)?.mode ?? 0) & 0o111 ? `${name}*` : name;
}

function listed(proc: Process, options: Options, directory: string): DirEntry[] {
  const skip = patterns(options.value('I'));
  const only = patterns(options.value('P'));
  try {
    const entries = proc.files
      .readDir(directory)
      .filter(
        ({ name, type }) =>
          (options.has('a') || !name.startsWith('.')) &&
          (!options.has('d') || type === 'directory') &&
          !skip.some((pattern) => pattern(name)) &&
          (only.length === 0 || type === 'directory' || only.some((pattern) => pattern(name))),
      );
    if (!options.has('dirsfirst')) return entries;
    return [
      ...entries.filter(({ type }) => type === 'directory'),
      ...entries.filter(({ type }) => type !== 'directory'),
    ];
  } catch (error) {
    if (!isSysError(error)) throw error;
    return [];
  }
}

function patterns(text: string | undefined): ((name: string) => boolean)[] {
  return text === undefined ? [] : text.split('|').map((pattern) => nameMatcher(pattern, false));
}
