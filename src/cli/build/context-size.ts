import type { FileSource } from '../../api/file-source.ts';

const BLOCK = 512;

/** Bytes of the context as the tar it would be sent as: a header a file, contents in whole blocks, two blocks at the end. @see POSIX pax, ustar */
export function contextSize(source: FileSource): number {
  let bytes = 2 * BLOCK;
  for (const { type, size } of source.entries())
    bytes += BLOCK + (type === 'file' ? Math.ceil(size / BLOCK) * BLOCK : 0);
  return bytes;
}
