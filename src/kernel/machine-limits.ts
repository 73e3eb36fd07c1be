import type { ResourceLimits } from './process-entry.ts';

/** Simplified: programs of a machine get no more memory than this together, whatever it says it has, because the page really holds what they hold. */
export const HELD_BYTES = 256 * 1024 ** 2;

/** As systemd sets it up for a machine of this size. */
export const MOST_PROCESSES = 1500;

/** Simplified: a group has a limit even where it was given none, so that it never takes what the machine needs to end it. */
export const MOST_IN_GROUP = 1000;

export const DEFAULT_LIMITS: ResourceLimits = {
  nofile: { soft: 1_048_576, hard: 1_048_576 },
  nproc: { soft: Infinity, hard: Infinity },
};
