import { concatBytes } from '../../lib/bytes.ts';
import { sha256Hex } from '../../lib/sha256.ts';
import { storedPages, type FileData } from './file-data.ts';

const hashes = new WeakMap<FileData, string>();

/** A digest of a file's content, 64 hex digits; computed once for each version. A file of holes alone is hashed by its size. */
export function contentHash(data: FileData): string {
  const known = hashes.get(data);
  if (known) return known;
  const pages = storedPages(data);
  const made =
    pages.length === 0
      ? sha256Hex(`empty ${data.size}`)
      : sha256Hex(concatBytes(pages.map((page) => page.bytes)));
  hashes.set(data, made);
  return made;
}

/** Notes a digest that is known already, as from a save. */
export function noteContentHash(data: FileData, hash: string): void {
  hashes.set(data, hash);
}
