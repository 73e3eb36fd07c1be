import type { Capability } from '../capabilities.ts';
import type { Stat } from './inode.ts';

/** Who asks. */
export interface Credentials {
  readonly uid: number;
  readonly gid: number;
  readonly groups: readonly number[];
  /** What its root may; everything unless given. */
  readonly capabilities?: ReadonlySet<Capability>;
}

export const ROOT_CREDENTIALS: Credentials = { uid: 0, gid: 0, groups: [0] };

/** Root has this right unless it was taken away; others never have it. */
export function isCapable({ uid, capabilities }: Credentials, capability: Capability): boolean {
  return uid === 0 && (capabilities?.has(capability) ?? true);
}

/** May these credentials do `mask` (4 read, 2 write, 1 execute) with it? Root may all, execute only where anyone may. */
export function isAllowed(stat: Stat, who: Credentials, mask: number): boolean {
  if (isCapable(who, 'DAC_OVERRIDE'))
    return !(mask & 1) || stat.type === 'directory' || (stat.mode & 0o111) !== 0;
  const shift = stat.uid === who.uid ? 6 : stat.gid === who.gid || who.groups.includes(stat.gid) ? 3 : 0;
  return ((stat.mode >> shift) & mask) === mask;
}

/** May `who` remove or rename an entry of this directory (write permission and the sticky bit)? */
export function mayRemove(directory: Stat, entry: Stat, who: Credentials): boolean {
  if (!isAllowed(directory, who, 3)) return false;
  if (isCapable(who, 'FOWNER') || !(directory.mode & 0o1000)) return true;
  return entry.uid === who.uid || directory.uid === who.uid;
}
