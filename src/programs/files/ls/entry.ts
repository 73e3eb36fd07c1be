import { tableOf } from '../../../lib/table.ts';
import type { FileView } from '../../../kernel/files/file-view.ts';
import type { Stat } from '../../../kernel/files/inode.ts';
import { compareVersions } from '../../support/compare-versions.ts';
import type { Options } from '../../support/parse-options.ts';

/** A name to list, with what is known of it. */
export interface LsEntry {
  readonly name: string;
  readonly stat: Stat;
  /** Target of a symlink. */
  readonly target?: string;
  /** What a symlink leads to, if anything. */
  readonly targetStat?: Stat;
}

/** @throws SysError ENOENT … */
export function lsEntry(files: FileView, path: string, name: string, follow: boolean): LsEntry {
  const link = files.lstat(path);
  const targetStat = link.type === 'symlink' ? files.statIfAny(path) : undefined;
  if (follow && link.type === 'symlink' && !targetStat) files.stat(path);
  if (follow && targetStat) return { name, stat: targetStat };
  if (link.type !== 'symlink') return { name, stat: link };
  return { name, stat: link, target: files.readlink(path), ...(targetStat ? { targetStat } : {}) };
}

/** Names as the C.UTF-8 locale sorts them: by bytes. */
export function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

const SORT_WORDS: Readonly<Record<string, string>> = tableOf({
  none: 'U',
  size: 'S',
  time: 't',
  version: 'v',
  extension: 'X',
  name: 'name',
});

/** In the order that -t, -S, -X, -v, -U and -r ask for. */
export function sortEntries(entries: LsEntry[], options: Options): LsEntry[] {
  const sorting = SORT_WORDS[options.value('sort') ?? ''] ?? options.last('t', 'S', 'X', 'v', 'U', 'f');
  if (sorting === 'U' || sorting === 'f') return entries;
  const time = ({ stat }: LsEntry): number =>
    options.has('c') ? stat.ctimeMs : options.has('u') ? stat.atimeMs : stat.mtimeMs;
  const extension = ({ name }: LsEntry): string => /\.[^.]*$/.exec(name)?.[0] ?? '';
  entries.sort((a, b) => {
    if (sorting === 't' && time(a) !== time(b)) return time(b) - time(a);
    if (sorting === 'S' && a.stat.size !== b.stat.size) return b.stat.size - a.stat.size;
    if (sorting === 'X' && extension(a) !== extension(b)) return extension(a) < extension(b) ? -1 : 1;
    if (sorting === 'v') return compareVersions(a.name, b.name);
    return byName(a, b);
  });
  if (options.has('group-directories-first'))
    entries.sort((a, b) => Number(isDirectory(b)) - Number(isDirectory(a)));
  return options.has('r') ? entries.reverse() : entries;
}

function isDirectory({ stat, targetStat }: LsEntry): boolean {
  return (targetStat ?? stat).type === 'directory';
}
