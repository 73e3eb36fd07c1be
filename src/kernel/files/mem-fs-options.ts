import type { MemDisk } from './disk.ts';
import type { InodeTable } from './inode-table.ts';

/** What a file system in memory begins with. */
export interface MemFsOptions {
  type?: string;
  dev: number;
  /** What it begins with, or makes that when it is first looked at. What has no time of its own there (`BORN_WITH_FS`) is as old as the file system. */
  from?: InodeTable | (() => InodeTable);
  readOnly?: boolean;
  /** What a restored one held when it began, in bytes; else what `from` holds. The rest takes space. */
  startBytes?: number;
  /** Writes beyond it fail with ENOSPC. */
  sizeLimitBytes?: number;
  /** Where it takes its space. */
  disk?: MemDisk;
  /** The machine's time, for mtime and ctime. */
  now: () => number;
  /** Told of the first change after each freeze, and after its beginning. */
  changes?: { mark(): void };
}
