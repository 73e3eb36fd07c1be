import type { Process } from '../../kernel/process.ts';
import { concatBytes } from '../../lib/bytes.ts';
import { eachInput, type OpenErrorText, plainOpenError } from '../support/input.ts';

/** The bytes of all operands together, without the first `skip` and no more than `limit`. The process is charged for them. */
export async function readRange(
  proc: Process,
  operands: readonly string[],
  { skip = 0, limit = Infinity, wording = plainOpenError }: { skip?: number; limit?: number; wording?: OpenErrorText },
): Promise<{ bytes: Uint8Array; good: boolean }> {
  const parts: Uint8Array[] = [];
  let [left, room] = [skip, limit];
  const good = await eachInput(
    proc,
    operands,
    async (file) => {
      while (room > 0) {
        const piece = await file.read(65536);
        if (!piece) return;
        const kept = piece.subarray(Math.min(left, piece.length)).subarray(0, room);
        left -= Math.min(left, piece.length);
        room -= kept.length;
        parts.push(kept);
        proc.allocate(kept.length);
        const turn = proc.tick(1 + (piece.length >> 10));
        if (turn) await turn;
      }
    },
    wording,
  );
  return { bytes: concatBytes(parts), good };
} // prettier-ignore

/** Writes dump lines of `width` bytes each; a row like the one before is shown once as `*`, unless `all`. */
export async function writeRows(
  proc: Process,
  bytes: Uint8Array,
  { width, all, row }: { width: number; all: boolean; row: (part: Uint8Array, at: number) => string },
): Promise<void> {
  let starred = false;
  for (let at = 0; at < bytes.length; at += width) {
    const part = bytes.subarray(at, at + width);
    if (!all && at > 0 && part.length === width && equalRows(bytes, at - width, at, width)) {
      if (!starred) await proc.out('*\n');
      starred = true;
      continue;
    }
    starred = false;
    await proc.out(row(part, at));
    const turn = proc.tick(8);
    if (turn) await turn;
  }
}

function equalRows(bytes: Uint8Array, one: number, other: number, width: number): boolean {
  for (let index = 0; index < width; index++) if (bytes[one + index] !== bytes[other + index]) return false;
  return true;
}
