import { Disk } from './files/disk.ts';
import { Tally } from './tally.ts';
import type { ResourceLimits } from './process-entry.ts';

/** Simplified: programs of a machine get no more memory than this together, whatever it says it has, because the page really holds what they hold. */
export const HELD_BYTES = 512 * 1024 ** 2;

/** All processes of a machine: ten thousand containers, and what looks after them. */
export const MOST_PROCESSES = 12_000;

/** Those that are in no container, as systemd sets it up for a machine of this size. */
export const MOST_OUTSIDE = 1500;

/** Simplified: a group has a limit even where it was given none, so that it never takes what the machine needs to end it. */
export const MOST_IN_GROUP = 1000;

export const DEFAULT_LIMITS: ResourceLimits = {
  nofile: { soft: 1_048_576, hard: 1_048_576 },
  nproc: { soft: Infinity, hard: Infinity },
};

const DISK_BYTES = 61_202_244 * 1024;

/** Simplified: a disk is full as well when this much is really stored on it, because the page holds it. */
const STORED_BYTES = 256 * 1024 ** 2;

/** Of what the page really has, what all machines of a world hold together: in files, and in programs. */
export interface SharedTallies {
  readonly stored: Tally;
  readonly held: Tally;
}

const IN_ALL_BYTES = 1024 ** 3;

export const sharedTallies = (): SharedTallies => ({
  stored: new Tally(IN_ALL_BYTES),
  held: new Tally(IN_ALL_BYTES),
});

/** The disk of a machine, a fifth of it taken by the system. */
export function machineDisk(stored: Tally): Disk {
  return new Disk({
    totalBytes: DISK_BYTES,
    takenBytes: Math.floor(DISK_BYTES / 5),
    storedBytes: STORED_BYTES,
    stored,
  });
}

/** What a tmpfs without a size may take: half of the memory. */
export function memoryDisk(memoryBytes: number, stored: Tally): Disk {
  return new Disk({
    totalBytes: Math.floor(memoryBytes / 2),
    takenBytes: 0,
    storedBytes: STORED_BYTES,
    stored,
    reserved: 0,
  });
}
