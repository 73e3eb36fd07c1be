import type { FileView } from '../../../kernel/files/file-view.ts';

/** Offsets in global/pg_control. @see PostgreSQL 18, src/include/catalog/pg_control.h */
const STATE = 16;
const TIME = 24;
const CHECKSUM = 292;
const SHUT_DOWN = 1;

/** How the data directory was left: cleanly, and since when. */
export function readControlFile(
  files: FileView,
  directory: string,
): { wasShutDown: boolean; timeMs: number } {
  const bytes = files.readFile(`${directory}/global/pg_control`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    wasShutDown: view.getUint32(STATE, true) === SHUT_DOWN,
    timeMs: Number(view.getBigInt64(TIME, true)) * 1000,
  };
}

/** Puts a time into it, with the checksum that belongs to it: a directory that was just made was shut down just now. */
export function setShutdownTime(files: FileView, directory: string, timeMs: number): void {
  const path = `${directory}/global/pg_control`;
  const bytes = files.readFile(path).slice();
  const view = new DataView(bytes.buffer);
  view.setBigInt64(TIME, BigInt(Math.floor(timeMs / 1000)), true);
  view.setUint32(CHECKSUM, crc32c(bytes.subarray(0, CHECKSUM)), true);
  files.writeFile(path, bytes);
}

/** Castagnoli's. @see RFC 3720, appendix B.4 */
function crc32c(bytes: Uint8Array): number {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0x82f63b78 : 0);
  }
  return ~sum >>> 0;
}
