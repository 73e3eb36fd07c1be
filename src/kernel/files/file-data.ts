import { SysError } from '../errno.ts';
import { addExtent, removeExtent, resizeExtents, type Extents } from './extents.ts';

/**
 * The bytes of a regular file as an immutable list of pages. A missing page reads as zeros, and so does what a short page does not
 * hold: a small file takes what it needs. Pages written by one owner are changed in place by that owner alone, so appending byte by byte
 * copies little; a freeze takes the ownership away.
 */
const PAGE = 16 * 1024;
const SMALLEST_PAGE = 64;
const BLOCK = 4096;
/** What is read whole has to fit into the tab's memory. */
const MOST_READ = 512 * 1024 * 1024;

interface Page {
  readonly bytes: Uint8Array;
  readonly owner: object | undefined;
}

export interface FileData {
  readonly size: number;
  readonly pages: readonly (Page | undefined)[];
  /** Bytes that its pages take. Zeros take none, whether blocks of the simulated disk hold them or not. */
  readonly stored: number;
  /** What has blocks on the simulated disk, where it has holes. */
  readonly extents?: Extents;
}

export const EMPTY_DATA: FileData = { size: 0, pages: [], stored: 0 };

/** A file of this size without stored bytes: zeros, not a hole. */
export function sparseData(size: number): FileData {
  return { size, pages: [], stored: 0 };
}

/** A copy of up to `length` bytes from `offset`. */
export function readData(data: FileData, offset: number, length: number): Uint8Array {
  const end = Math.min(data.size, offset + length);
  if (end <= offset) return new Uint8Array(0);
  const first = Math.floor(offset / PAGE);
  const only = data.pages[first];
  if (only && end - first * PAGE <= only.bytes.length)
    return only.bytes.slice(offset - first * PAGE, end - first * PAGE);
  const result = new Uint8Array(end - offset);
  for (let index = first; index * PAGE < end; index++) {
    const page = data.pages[index];
    if (!page) continue;
    const from = Math.max(offset, index * PAGE);
    const to = Math.min(end, (index + 1) * PAGE);
    result.set(page.bytes.subarray(from - index * PAGE, to - index * PAGE), from - offset);
  }
  return result;
}

/** A copy of the content, up to where a block or more of zeros is all that follows. @throws SysError ENOMEM where that is too much to hold */
export function readStored(data: FileData): Uint8Array {
  const last = data.pages.findLastIndex((page) => page !== undefined);
  const tail = data.pages[last]?.bytes.findLastIndex((byte) => byte !== 0) ?? -1;
  const end = last < 0 ? 0 : last * PAGE + tail + 1;
  if (end > MOST_READ) throw new SysError('ENOMEM');
  return readData(data, 0, data.size - end < BLOCK ? data.size : end);
}

/** The data with `bytes` at `offset`, growing as needed. Zeros where nothing is stored are not stored either. */
export function writeData(data: FileData, offset: number, bytes: Uint8Array, owner: object): FileData {
  if (bytes.length === 0) return data;
  const pages = data.pages as (Page | undefined)[];
  const end = offset + bytes.length;
  let next = canShare(pages, offset, end, owner) ? pages : undefined;
  let { stored } = data;
  for (let index = Math.floor(offset / PAGE); index * PAGE < end; index++) {
    const from = Math.max(offset, index * PAGE);
    const to = Math.min(end, (index + 1) * PAGE);
    const piece = bytes.subarray(from - offset, to - offset);
    const old = pages[index];
    if (!old && isZero(piece)) continue;
    next ??= pages.slice();
    const page = ownPage(old, owner, to - index * PAGE);
    page.bytes.set(piece, from - index * PAGE);
    stored += page.bytes.length - (old?.bytes.length ?? 0);
    next[index] = page;
  }
  const size = Math.max(data.size, end);
  const extents = addExtent(data.size, data.extents, offset, bytes.length, size);
  return { size, pages: next ?? pages, stored, ...(extents && { extents }) };
}

function isZero(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0 || bytes[bytes.length - 1] !== 0) return false;
  if (bytes.byteOffset % 4 !== 0 || bytes.length % 4 !== 0) return bytes.every((byte) => byte === 0);
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  for (const word of words) if (word !== 0) return false;
  return true;
}

/** True if every touched page exists, is the owner's and has room: then the list itself stays as it is. */
function canShare(pages: readonly (Page | undefined)[], offset: number, end: number, owner: object): boolean {
  for (let index = Math.floor(offset / PAGE); index * PAGE < end; index++) {
    const page = pages[index];
    if (page?.owner !== owner || page.bytes.length < Math.min(PAGE, end - index * PAGE)) return false;
  }
  return true;
}

/** The page, or a copy that is the owner's, with room for `room` bytes; it doubles as it grows. */
function ownPage(page: Page | undefined, owner: object, room: number): Page {
  const held = page?.bytes.length ?? 0;
  if (page?.owner === owner && held >= room) return page;
  const grown = room > held ? Math.max(room, 2 * held, SMALLEST_PAGE) : held;
  const bytes = new Uint8Array(Math.min(PAGE, grown));
  if (page) bytes.set(page.bytes);
  return { bytes, owner };
}

/** The data cut, or extended with a hole, to `size`. */
export function truncateData(data: FileData, size: number, owner: object): FileData {
  const extents = resizeExtents(data.size, data.extents, size);
  if (size >= data.size) return { size, pages: data.pages, stored: data.stored, ...(extents && { extents }) };
  const last = Math.ceil(size / PAGE);
  const pages = data.pages.slice(0, last);
  const tail = pages[last - 1];
  if (tail && size % PAGE) {
    const cut = ownPage({ bytes: tail.bytes, owner: undefined }, owner, 0);
    cut.bytes.fill(0, size % PAGE);
    pages[last - 1] = cut;
  }
  return { size, pages, stored: bytesOf(pages), ...(extents && { extents }) };
}

/** The data with blocks for `length` bytes from `offset`; grown to there unless `keepSize`. @see fallocate(2) */
export function allocateData(data: FileData, offset: number, length: number, keepSize: boolean): FileData {
  const size = keepSize ? data.size : Math.max(data.size, offset + length);
  const extents = addExtent(data.size, data.extents, offset, length, size);
  return { size, pages: data.pages, stored: data.stored, ...(extents && { extents }) };
}

/** The data with a hole instead of `length` bytes from `offset`. @see fallocate(2), FALLOC_FL_PUNCH_HOLE */
export function punchData(data: FileData, offset: number, length: number, owner: object): FileData {
  const end = Math.min(data.size, offset + length);
  const pages = data.pages.slice();
  for (let index = Math.floor(offset / PAGE); index * PAGE < end && index < pages.length; index++) {
    const page = pages[index];
    if (!page) continue;
    const cut = ownPage({ bytes: page.bytes, owner: undefined }, owner, 0);
    cut.bytes.fill(0, Math.max(0, offset - index * PAGE), Math.max(0, end - index * PAGE));
    pages[index] = isZero(cut.bytes) ? undefined : cut;
  }
  const extents = removeExtent(data.size, data.extents, offset, length);
  return { size: data.size, pages, stored: bytesOf(pages), ...(extents && { extents }) };
}

function bytesOf(pages: readonly (Page | undefined)[]): number {
  return pages.reduce((sum, page) => sum + (page?.bytes.length ?? 0), 0);
}

/** The stored pages with their numbers, the last one cut at the end of the file: what must be saved. */
export function storedPages(data: FileData): { index: number; bytes: Uint8Array }[] {
  return data.pages.flatMap((page, index) =>
    page && index * PAGE < data.size
      ? [{ index, bytes: page.bytes.subarray(0, Math.min(PAGE, data.size - index * PAGE)) }]
      : [],
  );
}

/** The data that `storedPages` was taken from. */
export function dataFromPages(
  size: number,
  stored: readonly { index: number; bytes: Uint8Array }[],
  extents?: Extents,
): FileData {
  const pages: (Page | undefined)[] = [];
  for (const { index, bytes } of stored) pages[index] = { bytes: bytes.slice(), owner: undefined };
  for (let index = 0; index < pages.length; index++) pages[index] ??= undefined;
  return { size, pages, stored: bytesOf(pages), ...(extents && { extents }) };
}
