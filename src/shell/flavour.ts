import { baseName } from '../kernel/files/path.ts';
import type { Process } from '../kernel/process.ts';

/** Which shell it is: they differ in wording and in what they know beside POSIX. */
export type Flavour = 'bash' | 'ash' | 'dash';

/** ash in a busybox userland; else `sh` is dash, as on Debian, and the rest is bash. */
export function flavourOf(proc: Process, name = proc.argv[0] ?? ''): Flavour {
  const base = baseName(name).replace(/^-/, '');
  if (proc.busybox) return 'ash';
  return base === 'sh' || base === 'dash' ? 'dash' : base === 'ash' ? 'ash' : 'bash';
}
