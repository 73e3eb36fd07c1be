/** Bytes in a block. */
export const BLOCK = 4096;

/**
 * The parts of a file that have blocks: pairs of a first block and the one behind the last, in order, apart from each other. Undefined where
 * the whole file has them, as most do.
 */
export type Extents = readonly (readonly [from: number, to: number])[] | undefined;

/** What a file of `size` bytes takes on its disk. */
export function allocatedBytes(size: number, extents: Extents): number {
  if (!extents) return blockEnd(size) * BLOCK;
  return extents.reduce((sum, [from, to]) => sum + to - from, 0) * BLOCK;
}

/** The extents once `length` bytes from `offset` have blocks too, in a file that was `size` bytes before and is `newSize` now. */
export function addExtent(
  size: number,
  extents: Extents,
  offset: number,
  length: number,
  newSize: number,
): Extents {
  const from = Math.floor(offset / BLOCK);
  const to = blockEnd(offset + length);
  if (!extents && from <= blockEnd(size) && to === blockEnd(newSize)) return undefined;
  const merged: [number, number][] = [];
  for (const [start, end] of [...listed(size, extents), [from, to] as const].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else if (end > start) merged.push([start, end]);
  }
  return compact(merged, newSize);
}

/** The extents without what lies between `offset` and `offset + length`; only whole blocks go. */
export function removeExtent(size: number, extents: Extents, offset: number, length: number): Extents {
  const from = blockEnd(offset);
  const to = offset + length >= size ? Infinity : Math.floor((offset + length) / BLOCK);
  if (to <= from) return extents;
  const left = listed(size, extents).flatMap(([start, end]) => [
    [start, Math.min(end, from)] as const,
    [Math.max(start, to), end] as const,
  ]);
  return compact(
    left.filter(([start, end]) => end > start),
    size,
  );
}

/** The extents of a file that is cut or grown to `newSize`; what it grows by is a hole. */
export function resizeExtents(size: number, extents: Extents, newSize: number): Extents {
  const end = blockEnd(newSize);
  const kept = listed(size, extents).map(([from, to]) => [from, Math.min(to, end)] as const);
  return compact(
    kept.filter(([from, to]) => to > from),
    newSize,
  );
}

/** The first byte from `offset` on that has a block; undefined behind the last one. @see lseek(2) SEEK_DATA */
export function nextData(size: number, extents: Extents, offset: number): number | undefined {
  if (offset >= size) return undefined;
  const block = Math.floor(offset / BLOCK);
  const found = listed(size, extents).find(([, to]) => to > block);
  const at = found && Math.max(offset, found[0] * BLOCK);
  return at !== undefined && at < size ? at : undefined;
}

/** The first byte from `offset` on that has no block; the end of the file counts as one. @see lseek(2) SEEK_HOLE */
export function nextHole(size: number, extents: Extents, offset: number): number {
  const block = Math.floor(offset / BLOCK);
  const inside = listed(size, extents).find(([from, to]) => from <= block && block < to);
  return Math.min(size, inside ? inside[1] * BLOCK : offset);
}

function blockEnd(bytes: number): number {
  return Math.ceil(bytes / BLOCK);
}

function listed(size: number, extents: Extents): readonly (readonly [number, number])[] {
  return extents ?? (size > 0 ? [[0, blockEnd(size)]] : []);
}

function compact(extents: readonly (readonly [number, number])[], size: number): Extents {
  const [first] = extents;
  if (extents.length === 0) return size === 0 ? undefined : extents;
  return extents.length === 1 && first?.[0] === 0 && first[1] === blockEnd(size) ? undefined : extents;
}
