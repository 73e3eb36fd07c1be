import type { HostConfig } from '../../api/container-types.ts';
import { ALL_CAPABILITIES, type Capability } from '../../kernel/capabilities.ts';

const DEFAULTS: readonly Capability[] = [
  'CHOWN', 'DAC_OVERRIDE', 'FSETID', 'FOWNER', 'MKNOD', 'NET_RAW', 'SETGID', 'SETUID', 'SETFCAP', 'SETPCAP', 'NET_BIND_SERVICE', 'SYS_CHROOT', 'KILL',
  'AUDIT_WRITE',
]; // prettier-ignore

const DEFAULT_SET: ReadonlySet<Capability> = new Set(DEFAULTS);

/** A capability as the kernel calls it: `CHOWN`. */
export const bare = (name: string): string => name.toUpperCase().replace(/^CAP_/, '');

/** Whether there is one of that name; `ALL` stands for all. */
export function isCapability(name: string): boolean {
  return name === 'ALL' || [...ALL_CAPABILITIES].some((one) => one === name);
}

/** What root of a container may. @see moby v28 daemon/pkg/oci/caps/utils.go TweakCapabilities */
export function containerCapabilities({ CapAdd, CapDrop, Privileged }: HostConfig): ReadonlySet<Capability> {
  if (Privileged) return ALL_CAPABILITIES;
  if (!CapAdd?.length && !CapDrop?.length) return DEFAULT_SET;
  const [add, drop] = [(CapAdd ?? []).map(bare), (CapDrop ?? []).map(bare)];
  const start = add.includes('ALL') ? [...ALL_CAPABILITIES] : drop.includes('ALL') ? [] : DEFAULTS;
  const added = [...ALL_CAPABILITIES].filter((name) => add.includes(name));
  return new Set([...start, ...added].filter((name) => !drop.includes(name)));
}
