import { concatBytes, toBytes, toText } from './bytes.ts';

const BLOCK = 512;
/** GNU tar writes records of 20 blocks. */
const RECORD = 20 * BLOCK;

/** Holes before a sparse file's last piece are filled in up to here. */
const MOST_SPREAD = 512 * 1024 * 1024;

/** A member of an archive. */
export interface TarMember {
  /** Relative; a directory's ends with a slash. */
  readonly name: string;
  readonly type: 'file' | 'directory' | 'symlink' | 'link' | 'fifo' | 'char' | 'block';
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly user: string;
  readonly group: string;
  readonly mtimeMs: number;
  /** Where a link points to; '' for others. */
  readonly target: string;
  /** A file's content up to where only zeros follow. */
  readonly data: Uint8Array;
  /** Bytes of a file that ends with a hole; without it, its data is all there is. */
  readonly size?: number;
  /** Major and minor number of a device. */
  readonly device?: readonly [number, number];
}

/** Not a tar archive, or one that ends too early. */
export class TarFormatError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'TarFormatError';
  }
}

const TYPES = {
  S: 'file',
  '0': 'file',
  '\0': 'file',
  '1': 'link',
  '2': 'symlink',
  '3': 'char',
  '4': 'block',
  '5': 'directory',
  '6': 'fifo',
} as const;
const FLAGS: Readonly<Record<TarMember['type'], string>> = {
  file: '0',
  link: '1',
  symlink: '2',
  directory: '5',
  char: '3',
  block: '4',
  fifo: '6',
};

/** How long the file is that a member stands for. */
export function sizeOfMember({ data, size }: TarMember): number {
  return Math.max(data.length, size ?? 0);
}

/** A whole archive. Names longer than 100 bytes go into GNU's `L` members, files that end with a hole into its sparse ones. @see tar(5) */
export function writeTar(members: readonly TarMember[]): Uint8Array {
  const parts = members.flatMap((member) => [
    ...longName('L', member.name),
    ...longName('K', member.target),
    header(member),
    padded(member.data),
  ]);
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  const total = Math.ceil((size + 2 * BLOCK) / RECORD) * RECORD;
  return concatBytes([...parts, new Uint8Array(total - size)]);
}

function longName(flag: 'L' | 'K', text: string): Uint8Array[] {
  const bytes = toBytes(text);
  if (bytes.length <= 100) return [];
  const data = concatBytes([bytes, new Uint8Array(1)]);
  const member: TarMember = {
    name: '././@LongLink',
    type: 'file',
    mode: 0o644,
    uid: 0,
    gid: 0,
    user: 'root',
    group: 'root',
    mtimeMs: 0,
    target: '',
    data,
  };
  return [header(member, flag), padded(data)];
}

function padded(data: Uint8Array): Uint8Array {
  const rest = data.length % BLOCK;
  return rest === 0 ? data : concatBytes([data, new Uint8Array(BLOCK - rest)]);
}

function header(
  member: TarMember,
  flag = sizeOfMember(member) > member.data.length ? 'S' : FLAGS[member.type],
): Uint8Array {
  const block = new Uint8Array(BLOCK);
  const put = (offset: number, size: number, text: string): void =>
    block.set(toBytes(text).subarray(0, size), offset);
  const number = (offset: number, size: number, value: number): void => {
    if (value < 8 ** (size - 1)) return put(offset, size, `${value.toString(8).padStart(size - 1, '0')}\0`);
    // What is too long in octal is written as it is, marked by the highest bit.
    for (let at = offset + size - 1, left = value; at >= offset; at--, left = Math.floor(left / 256))
      block[at] = left % 256;
    block[offset] = 0x80;
  };
  put(0, 100, member.name);
  number(100, 8, member.mode);
  number(108, 8, member.uid);
  number(116, 8, member.gid);
  number(124, 12, member.data.length);
  number(136, 12, Math.floor(member.mtimeMs / 1000));
  put(156, 1, flag);
  put(157, 100, member.target);
  put(257, 8, 'ustar  \0');
  put(265, 32, member.user);
  put(297, 32, member.group);
  if (member.device) {
    number(329, 8, member.device[0]);
    number(337, 8, member.device[1]);
  }
  if (flag === 'S') {
    // What is stored: from the beginning, and nothing at the end.
    const size = sizeOfMember(member);
    for (const [index, value] of [0, member.data.length, size, 0].entries())
      number(386 + 12 * index, 12, value);
    number(483, 12, size);
  }
  put(148, 8, '        ');
  put(148, 8, `${checksum(block).toString(8).padStart(6, '0')}\0 `);
  return block;
}

function checksum(block: Uint8Array): number {
  return block.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 32 : byte), 0);
}

/** The members of an archive in order. @throws TarFormatError */
export function readTar(bytes: Uint8Array): TarMember[] {
  const members: TarMember[] = [];
  let long: { L?: string; K?: string } = {};
  let pax: ReadonlyMap<string, string> = new Map();
  for (let at = 0; at < bytes.length;) {
    const block = bytes.subarray(at, at + BLOCK);
    if (block.every((byte) => byte === 0)) break;
    if (block.length < BLOCK)
      throw new TarFormatError(
        at === 0 ? 'This does not look like a tar archive' : 'Unexpected EOF in archive',
      );
    const number = (offset: number, size: number): number => numberAt(block, offset, size);
    if (number(148, 8) !== checksum(block)) throw new TarFormatError('This does not look like a tar archive');
    const flag = String.fromCharCode(block[156] ?? 0);
    const of = (key: string, plain: number): number => Number(pax.get(key) ?? plain);
    /** What can't be read counts as nothing, as in life. */
    const sane = (value: number): number => (Number.isFinite(value) ? value : 0);
    const size = flag === 'x' ? number(124, 12) : of('size', number(124, 12));
    if (!(size >= 0 && size <= bytes.length)) throw new TarFormatError('Unexpected EOF in archive');
    const sparse = flag === 'S' ? readSparseMap(bytes, at) : undefined;
    if (sparse) at += BLOCK * sparse.extraBlocks;
    const stored = bytes.slice(at + BLOCK, at + BLOCK + size);
    if (stored.length < size) throw new TarFormatError('Unexpected EOF in archive');
    const data = sparse ? spread(stored, sparse.pieces) : stored;
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    if (flag === 'L' || flag === 'K') {
      long[flag] = toText(data).replace(/\0$/, '');
      continue;
    }
    // What a global header says is for all members: nothing that is extracted here.
    if (flag === 'g') continue;
    if (flag === 'x') {
      pax = readPax(data);
      continue;
    }
    const type = TYPES[flag as keyof typeof TYPES];
    const prefix = textAt(block, 257, 6) === 'ustar' ? textAt(block, 345, 155) : '';
    // Other kinds hold nothing that is extracted here.
    if (type)
      members.push({
        name: pax.get('path') ?? long.L ?? (prefix === '' ? '' : `${prefix}/`) + textAt(block, 0, 100),
        type,
        mode: number(100, 8) & 0o7777,
        uid: sane(of('uid', number(108, 8))),
        gid: sane(of('gid', number(116, 8))),
        user: textAt(block, 265, 32),
        group: textAt(block, 297, 32),
        mtimeMs: Math.floor(sane(of('mtime', number(136, 12))) * 1000),
        target: pax.get('linkpath') ?? long.K ?? textAt(block, 157, 100),
        data,
        ...(sparse ? { size: sparse.size } : {}),
        ...(type === 'char' || type === 'block'
          ? { device: [sane(number(329, 8)), sane(number(337, 8))] as const }
          : {}),
      });
    long = {};
    pax = new Map();
  }
  return members;
}

/** `LENGTH key=value` lines, where the length counts the whole line in bytes. @throws TarFormatError @see POSIX pax, Extended Header */
function readPax(data: Uint8Array): Map<string, string> {
  const records = new Map<string, string>();
  for (let at = 0; at < data.length;) {
    const space = data.indexOf(0x20, at);
    const length = Number(toText(data.subarray(at, space)));
    const record = toText(data.subarray(space + 1, at + length));
    const equals = record.indexOf('=');
    if (space < 0 || !(length > space - at) || equals < 0 || !record.endsWith('\n'))
      throw new TarFormatError('Malformed extended header');
    records.set(record.slice(0, equals), record.slice(equals + 1, -1));
    at += length;
  }
  return records;
}

/** Where the pieces of a sparse file go; `extraBlocks` of them stand between its header and its data. */
interface SparseMap {
  readonly pieces: readonly (readonly [offset: number, length: number])[];
  readonly size: number;
  readonly extraBlocks: number;
}

/** The map of the member whose header is at `at`. @throws TarFormatError @see tar(5), Sparse files of old GNU format */
function readSparseMap(bytes: Uint8Array, at: number): SparseMap {
  const octal = (from: number): number => numberAt(bytes, from, 12);
  const pieces: (readonly [number, number])[] = [];
  const take = (from: number, count: number): void => {
    for (let entry = from; entry < from + count * 24; entry += 24)
      if (bytes[entry]) pieces.push([octal(entry), octal(entry + 12)]);
  };
  take(at + 386, 4);
  let extraBlocks = 0;
  for (let more = bytes[at + 482]; more; more = bytes[at + BLOCK * extraBlocks + 504]) {
    extraBlocks++;
    if (at + BLOCK * (extraBlocks + 1) > bytes.length) throw new TarFormatError('Unexpected EOF in archive');
    take(at + BLOCK * extraBlocks, 21);
  }
  const size = octal(at + 483);
  if (Number.isNaN(size)) throw new TarFormatError('Malformed sparse map');
  return { pieces, size, extraBlocks };
}

/** The stored bytes where they belong, up to the last of them. @throws TarFormatError for a map that claims more than there is */
function spread(stored: Uint8Array, pieces: SparseMap['pieces']): Uint8Array {
  const used = pieces.filter(([, length]) => length > 0);
  const total = used.reduce((sum, [, length]) => sum + length, 0);
  const end = used.reduce((most, [offset, length]) => Math.max(most, offset + length), 0);
  if (total !== stored.length || !(end <= MOST_SPREAD)) throw new TarFormatError('Malformed sparse map');
  const data = new Uint8Array(end);
  let from = 0;
  for (const [offset, length] of used) {
    data.set(stored.subarray(from, from + length), offset);
    from += length;
  }
  return data;
}

/** A number in octal digits, or, marked by the highest bit, as it is. */
function numberAt(block: Uint8Array, offset: number, size: number): number {
  if (((block[offset] ?? 0) & 0x80) === 0)
    return Number.parseInt(textAt(block, offset, size).trim() || '0', 8);
  return block.subarray(offset + 1, offset + size).reduce((sum, byte) => sum * 256 + byte, 0);
}

function textAt(block: Uint8Array, offset: number, size: number): string {
  const field = block.subarray(offset, offset + size);
  const end = field.indexOf(0);
  return toText(end < 0 ? field : field.subarray(0, end));
}
