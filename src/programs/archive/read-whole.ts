import type { Process } from '../../kernel/process.ts';

/**
 * A file's bytes, as memory of the process: one that is too big for the machine ends it as any other that wants too much. Simplified: the real
 * programs read archives and their members piece by piece. @throws SysError as readFile
 */
export function readWhole(proc: Process, path: string): Uint8Array {
  proc.allocate(proc.files.stat(path).size);
  return proc.files.readFile(path);
}
