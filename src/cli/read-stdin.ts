import type { Process } from '../kernel/process.ts';
import { concatBytes } from '../lib/bytes.ts';

/** Everything that stdin has. The process is charged for it. */
export async function readStdin(proc: Process): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for (let bytes = await proc.stdin.read(65536); bytes; bytes = await proc.stdin.read(65536)) {
    proc.allocate(bytes.length);
    parts.push(bytes);
  }
  return concatBytes(parts);
}
