import type { OpenFile } from '../../kernel/files/open-file.ts';
import type { Process } from '../../kernel/process.ts';

/** When a copy has holes: where the original has, where it reads as zeros, or nowhere. @see GNU cp --sparse */
export type SparseMode = 'auto' | 'always' | 'never';

/** Bytes at a time, and the piece that has to be zeros to become a hole. */
const CHUNK = 1 << 20;
const BLOCK = 4096;

/** Copies what is left of `source` to the start of an empty `target`. @throws SysError as their reads and writes */
export async function copyContent(
  proc: Process,
  source: OpenFile,
  target: OpenFile,
  sparse: SparseMode,
): Promise<void> {
  if (sparse === 'never' || !source.nextData) return copyBytes(proc, source, target, sparse, Infinity);
  for (let data = source.nextData(0); data; data = source.nextData(data.to)) {
    source.seek(data.from, 'set');
    target.seek(data.from, 'set');
    await copyBytes(proc, source, target, sparse, data.to - data.from);
  }
  const { size } = source.stat();
  if (target.kind === 'file' && size > target.stat().size) target.truncate(size);
}

async function copyBytes(
  proc: Process,
  source: OpenFile,
  target: OpenFile,
  sparse: SparseMode,
  length: number,
): Promise<void> {
  for (let left = length; left > 0;) {
    const bytes = await source.read(Math.min(left, CHUNK));
    if (!bytes) return;
    left -= bytes.length;
    if (sparse === 'always') await writeWithHoles(target, bytes);
    else await target.write(bytes);
    const turn = proc.tick(1 + (bytes.length >> 9));
    if (turn) await turn;
  }
}

async function writeWithHoles(target: OpenFile, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; at += BLOCK) {
    const piece = bytes.subarray(at, at + BLOCK);
    if (piece.every((byte) => byte === 0)) target.seek(piece.length, 'current');
    else await target.write(piece);
  }
}
