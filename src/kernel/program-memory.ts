import { tableOf } from '../lib/table.ts';

/** What a process of one of these programs takes before it does anything, in KiB; `OTHER` for the rest. Orders of magnitude, not measured. */
const BASE_KIB: Readonly<Record<string, number>> = tableOf({
  bash: 1400,
  httpd: 700,
  init: 2200,
  nginx: 2300,
  node: 42_000,
  postgres: 21_000,
  python: 9200,
  'redis-cli': 1900,
  'redis-server': 8200,
});
const OTHER = 380;

/** Shared with other processes of the same libraries: resident, but charged to nobody. */
export const SHARED_BYTES = 1792 * 1024;

/** What a forked process has of its own at first; it shares the rest with its parent. */
export const FORK_BYTES = 256 * 1024;

/** Memory that is charged to a process for being this program. */
export function programMemory(executable: string): number {
  // `python3.12` is python.
  const name = executable.slice(executable.lastIndexOf('/') + 1).replace(/[\d.]+$/, '');
  return (BASE_KIB[name] ?? OTHER) * 1024;
}
