import { toText } from '../../lib/bytes.ts';

/** A member as a zip archive's directory tells it. */
export interface ZipEntry {
  readonly path: string;
  readonly size: number;
  readonly mtimeMs: number;
  /** Not compressed. */
  readonly stored: boolean;
}

/** The central directory in order; undefined if this is no zip archive, or not all of one. @see PKWARE APPNOTE 4.3.12 */
export function readZipList(bytes: Uint8Array): ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) return undefined;
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0; count--) {
    if (at + 46 > bytes.length) return undefined;
    const length = view.getUint16(at + 28, true);
    entries.push({
      path: toText(bytes.subarray(at + 46, at + 46 + length)),
      size: view.getUint32(at + 24, true),
      mtimeMs: dosTime(view.getUint16(at + 14, true), view.getUint16(at + 12, true)),
      stored: view.getUint16(at + 10, true) === 0,
    });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function dosTime(date: number, time: number): number {
  return Date.UTC(
    1980 + (date >> 9),
    ((date >> 5) & 15) - 1,
    date & 31,
    time >> 11,
    (time >> 5) & 63,
    (time & 31) * 2,
  );
}
