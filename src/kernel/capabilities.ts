/** What root's rights are made of. @see capabilities(7) */
export const CAPABILITIES = [
  'CHOWN', 'DAC_OVERRIDE', 'DAC_READ_SEARCH', 'FOWNER', 'FSETID', 'KILL', 'SETGID', 'SETUID', 'SETPCAP', 'LINUX_IMMUTABLE', 'NET_BIND_SERVICE',
  'NET_BROADCAST', 'NET_ADMIN', 'NET_RAW', 'IPC_LOCK', 'IPC_OWNER', 'SYS_MODULE', 'SYS_RAWIO', 'SYS_CHROOT', 'SYS_PTRACE', 'SYS_PACCT', 'SYS_ADMIN',
  'SYS_BOOT', 'SYS_NICE', 'SYS_RESOURCE', 'SYS_TIME', 'SYS_TTY_CONFIG', 'MKNOD', 'LEASE', 'AUDIT_WRITE', 'AUDIT_CONTROL', 'SETFCAP', 'MAC_OVERRIDE',
  'MAC_ADMIN', 'SYSLOG', 'WAKE_ALARM', 'BLOCK_SUSPEND', 'AUDIT_READ', 'PERFMON', 'BPF', 'CHECKPOINT_RESTORE',
] as const; // prettier-ignore

export type Capability = (typeof CAPABILITIES)[number];

export const ALL_CAPABILITIES: ReadonlySet<Capability> = new Set(CAPABILITIES);

/** As /proc/PID/status shows a set: 16 hexadecimal digits. */
export function formatCapabilities(held: ReadonlySet<Capability>): string {
  let bits = 0n;
  CAPABILITIES.forEach((name, bit) => {
    if (held.has(name)) bits |= 1n << BigInt(bit);
  });
  return bits.toString(16).padStart(16, '0');
}
