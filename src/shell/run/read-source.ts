import type { Process } from '../../kernel/process.ts';
import { concatBytes, toText } from '../../lib/bytes.ts';

/** All text of a file; of a pipe or a device (`<(…)`, /dev/stdin) what comes until it ends. @throws SysError as open and read */
export async function readSource(proc: Process, path: string): Promise<string> {
  if (proc.files.stat(path).type === 'file') return proc.files.readText(path);
  const file = await proc.open(path);
  file.retain();
  try {
    const pieces: Uint8Array[] = [];
    for (let piece = await file.read(65536); piece; piece = await file.read(65536)) {
      proc.allocate(piece.length);
      pieces.push(piece);
    }
    return toText(concatBytes(pieces));
  } finally {
    file.release();
  }
}
