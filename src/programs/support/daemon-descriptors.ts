import { isSysError } from '../../kernel/errno.ts';
import type { OpenFile } from '../../kernel/files/open-file.ts';
import type { Process } from '../../kernel/process.ts';

/** Descriptors of a process that goes to the background for good: its own, but nothing to read and nowhere to write, so that nobody waits for its output. */
export async function daemonDescriptors(proc: Process): Promise<ReadonlyMap<number, OpenFile>> {
  try {
    const nothing = await proc.open('/dev/null', { read: true, write: true });
    return new Map([...proc.fds, ...[0, 1, 2].map((number) => [number, nothing] as const)]);
  } catch (error) {
    if (!isSysError(error)) throw error;
    return proc.fds;
  }
}
