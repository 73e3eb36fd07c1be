import { isSysError, SysError } from '../../kernel/errno.ts';
import type { Stat } from '../../kernel/files/inode.ts';
import type { Process } from '../../kernel/process.ts';

/** What of a path must exist: all of it, all but the last component, or nothing. */
export type ExistenceRule = 'all' | 'parent' | 'missing';

const MOST_LINKS = 40;

/** The absolute path without symlinks, `.` and `..`. @throws SysError ENOENT, ENOTDIR, ELOOP @see gnulib canonicalize.c */
export function canonicalPath(proc: Process, path: string, rule: ExistenceRule): string {
  const { files } = proc;
  if (path === '') throw new SysError('ENOENT', path);
  const queue = path.split('/').filter((part) => part !== '');
  let done = path.startsWith('/') ? '' : files.cwd.replace(/\/$/, '');
  let links = 0;
  while (queue.length > 0) {
    const part = queue.shift() ?? '';
    if (part === '.') continue;
    if (part === '..') {
      done = done.slice(0, Math.max(0, done.lastIndexOf('/')));
      continue;
    }
    const next = `${done}/${part}`;
    const stat = statOf(proc, next, path, rule);
    if (!stat && rule === 'all') throw new SysError('ENOENT', path);
    if (!stat && rule === 'parent' && queue.some((rest) => rest !== '.')) throw new SysError('ENOENT', path);
    if (stat?.type === 'symlink') {
      if (++links > MOST_LINKS) throw new SysError('ELOOP', path);
      const target = files.readlink(next);
      if (target.startsWith('/')) done = '';
      queue.unshift(...target.split('/').filter((one) => one !== ''));
      continue;
    }
    if (stat && stat.type !== 'directory' && queue.length > 0 && rule !== 'missing')
      throw new SysError('ENOTDIR', path);
    done = next;
  }
  return done || '/';
}

/** What is there; a folder that may not be searched can't be passed. */
function statOf({ files }: Process, place: string, path: string, rule: ExistenceRule): Stat | undefined {
  try {
    return files.lstat(place);
  } catch (error) {
    if (isSysError(error, 'EACCES') && rule !== 'missing') throw new SysError('EACCES', path);
    if (!isSysError(error)) throw error;
    return undefined;
  }
}
