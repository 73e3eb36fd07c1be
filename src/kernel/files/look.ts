import { SysError } from '../errno.ts';
import type { Stat } from './inode.ts';
import type { Location } from './mount-table.ts';

/** What stat(2) tells of a place; of a magic link (`/proc/self/fd/1`) what tells the open file. */
export function statOf({ fs, ino }: Location): Stat {
  return fs.openLink?.(ino)?.stat() ?? fs.stat(ino);
}

/** What was looked up, or undefined where the look ends in an error of the system. */
export function orUndefined<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if (error instanceof SysError) return undefined;
    throw error;
  }
}
