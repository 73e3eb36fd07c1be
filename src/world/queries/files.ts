import type { FileView } from '../../kernel/files/file-view.ts';
import { joinPath } from '../../kernel/files/path.ts';
import { plainly, viewOf } from './place.ts';
import type { FileNode } from './queries.ts';
import { QueryRefused, type QueryHandler } from './query.ts';

/** Larger files are not handed to the editor. */
const MAX_TEXT_BYTES = 1024 * 1024;

export const readFolder: QueryHandler<'readFolder'> = (context, { place, path }) =>
  plainly(path, () => listFolder(viewOf(context, place), path));

/** What is in a folder, folders first. @throws SysError */
export function listFolder(view: FileView, path: string): FileNode[] {
  const nodes = view.readDir(path).map(({ name, type }): FileNode => {
    const full = joinPath(path, name);
    const known = type === 'file' || type === 'directory' || type === 'symlink' ? type : 'other';
    return { name, path: full, type: known, sizeBytes: view.lstat(full).size };
  });
  return nodes.sort(
    (a, b) => Number(b.type === 'directory') - Number(a.type === 'directory') || (a.name < b.name ? -1 : 1),
  );
}

export const readFile: QueryHandler<'readFile'> = (context, { place, path }) =>
  plainly(path, () => {
    const view = viewOf(context, place);
    const sizeBytes = view.stat(path).size;
    if (sizeBytes > MAX_TEXT_BYTES) return { text: undefined, sizeBytes };
    return { text: decodeText(view.readFile(path)), sizeBytes };
  });

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/';

/** Undefined for what is not UTF-8 text. */
function decodeText(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

export const writeFile: QueryHandler<'writeFile'> = (context, { path, text }) =>
  plainly(path, () => {
    const view = viewOf(context, 'machine');
    view.mkdirAll(folderOf(path));
    view.writeFile(path, text);
    return { sizeBytes: view.stat(path).size };
  });

export const deleteFile: QueryHandler<'deleteFile'> = (context, { path }) =>
  plainly(path, () => {
    viewOf(context, 'machine').removeAll(path);
    return {};
  });

export const renameFile: QueryHandler<'renameFile'> = (context, { from, to }) =>
  plainly(from, () => {
    const view = viewOf(context, 'machine');
    if (view.exists(to)) throw new QueryRefused(`${to} is there already.`);
    view.mkdirAll(folderOf(to));
    view.rename(from, to);
    return {};
  });

export const createFolder: QueryHandler<'createFolder'> = (context, { path }) =>
  plainly(path, () => {
    viewOf(context, 'machine').mkdirAll(path);
    return {};
  });
