import { SysError } from '../errno.ts';
import type { Tally } from '../tally.ts';

/** Space of a file system. @see statvfs(3) */
export interface DiskSpace {
  readonly totalBytes: number;
  readonly usedBytes: number;
  /** For everybody but root: less than what is not used. */
  readonly freeBytes: number;
}

export interface DiskOptions {
  readonly totalBytes: number;
  /** Taken by what is not counted: the system, images. */
  readonly takenBytes: number;
  /** What may really be stored: holes and zeros take nothing of it. */
  readonly storedBytes: number;
  /** Counts what is stored with that of other disks. */
  readonly stored?: Tally;
  /** Part of it that is kept for root; a twentieth unless given. */
  readonly reserved?: number;
}

/** A disk that several file systems share. */
export class Disk {
  readonly #options: DiskOptions;
  /** Sizes of the files on it. */
  #usedBytes = 0;
  #storedBytes = 0;

  constructor(options: DiskOptions) {
    this.#options = options;
  }

  /** Takes space, or gives it back (negative). @throws SysError ENOSPC, with nothing taken */
  take(bytes: number, storedBytes: number): void {
    const isMore = bytes > 0 || storedBytes > 0;
    if (isMore && (bytes > this.space.freeBytes || !this.#mayStore(storedBytes)))
      throw new SysError('ENOSPC');
    this.#usedBytes += bytes;
    this.#storedBytes += storedBytes;
    this.#options.stored?.add(storedBytes);
  }

  #mayStore(bytes: number): boolean {
    const { storedBytes, stored } = this.#options;
    return this.#storedBytes + bytes <= storedBytes && (stored?.fits(bytes) ?? true);
  }

  /** What was on it before, as when a machine is restored: that has its space, whatever there is. */
  found(bytes: number): void {
    this.#usedBytes += bytes;
  }

  get space(): DiskSpace {
    const { totalBytes, takenBytes, storedBytes, reserved: share = 0.05 } = this.#options;
    const reserved = Math.floor(totalBytes * share);
    // A writer of big pieces is refused a little before the end: then, too, the disk is full.
    const full = !this.#mayStore(storedBytes / 256 + 1);
    const usedBytes = full ? totalBytes - reserved : Math.max(0, takenBytes + this.#usedBytes);
    return { totalBytes, usedBytes, freeBytes: Math.max(0, totalBytes - reserved - usedBytes) };
  }
}

/** What a file system needs of its disk. */
export type MemDisk = Pick<Disk, 'take' | 'found' | 'space'>;

/** The disk as what is too small to count sees it: its space, of which nothing is taken. */
export class UncountedDisk implements MemDisk {
  readonly #disk: Disk;

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  take(): void {}

  found(): void {}

  get space(): DiskSpace {
    return this.#disk.space;
  }
}
