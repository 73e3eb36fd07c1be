import { strFromU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { isLeftOut, MOST_BROUGHT_BYTES, MOST_BROUGHT_FILES } from '../../state/bring-files.ts';
import { isProjectPath } from '../../state/share.ts';
import type { ProjectFile } from '../../world/queries/queries.ts';

const UNIX = 3;
const FILE = 0o100000;

export function zipFiles(files: readonly ProjectFile[]): Uint8Array {
  const entries: Zippable = {};
  for (const { path, bytes, executable } of files) {
    const mode = FILE | (executable ? 0o755 : 0o644);
    entries[path] = [bytes, { os: UNIX, attrs: mode << 16 }];
  }
  return zipSync(entries);
}

/** @throws Error with words for the learner */
export function unzipFiles(bytes: Uint8Array): ProjectFile[] {
  let count = 0;
  let total = 0;
  const isWanted = ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
    if (name.endsWith('/') || isLeftOut(name)) return false;
    count += 1;
    total += originalSize;
    if (count > MOST_BROUGHT_FILES || total > MOST_BROUGHT_BYTES)
      throw new ZipError('The zip holds too much: over 64 MB, or over 5,000 files.');
    return true;
  };
  const modes = executables(bytes);
  const files = Object.entries(unpack(bytes, isWanted)).map(([path, content]): ProjectFile => {
    if (!isProjectPath(path)) throw new ZipError(`The zip has a path that can’t be used here: “${path}”.`);
    return modes.has(path) ? { path, bytes: content, executable: true } : { path, bytes: content };
  });
  if (files.length === 0) throw new ZipError('There are no files in this zip.');
  return withoutFolder(files);
}

class ZipError extends Error {
  override name = 'ZipError';
}

function unpack(
  bytes: Uint8Array,
  filter: (file: { name: string; originalSize: number }) => boolean,
): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof ZipError) throw error;
    throw new ZipError('This is not a zip file, or it is damaged.');
  }
}

/** Where all is in one folder, as in what code hosts give away, that folder is not meant. */
function withoutFolder(files: ProjectFile[]): ProjectFile[] {
  const [first] = files;
  const folder = first?.path.slice(0, first.path.indexOf('/') + 1) ?? '';
  if (folder === '' || !files.every(({ path }) => path.startsWith(folder))) return files;
  return files.map((file) => ({ ...file, path: file.path.slice(folder.length) }));
}

/** Paths that may be run, as the zip's list of contents says; fflate does not tell. @see APPNOTE.TXT 4.3.12 */
function executables(bytes: Uint8Array): Set<string> {
  const found = new Set<string>();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) return found;
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) break;
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    const isUnix = view.getUint8(at + 5) === UNIX;
    if (isUnix && (view.getUint32(at + 38, true) >>> 16) & 0o111)
      found.add(strFromU8(bytes.subarray(at + 46, at + 46 + name)));
    at += 46 + name + extra + comment;
  }
  return found;
}

/** The end of the list of contents: after it comes a comment at most. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at -= 1)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  return -1;
}
