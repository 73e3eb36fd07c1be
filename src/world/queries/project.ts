/** The whole project folder, out and in. Loaded when first asked for. */
import type { FileView } from '../../kernel/files/file-view.ts';
import { joinPath } from '../../kernel/files/path.ts';
import { PROJECT_FOLDER } from '../world.ts';
import { plainly, viewOf } from './place.ts';
import type { ProjectFile } from './queries.ts';
import { QueryRefused, type QueryHandler } from './query.ts';

const MOST_BYTES = 64 * 1024 * 1024;
const MOST_FILES = 5000;

export const project: QueryHandler<'project'> = (context) =>
  plainly(PROJECT_FOLDER, () => {
    const files: ProjectFile[] = [];
    collect(viewOf(context, 'machine'), PROJECT_FOLDER, files, { bytes: 0 });
    return { files, journal: context.journal, machines: context.machines };
  });

function collect(view: FileView, folder: string, files: ProjectFile[], total: { bytes: number }): void {
  for (const { name, type } of view.readDir(folder)) {
    const path = joinPath(folder, name);
    if (type === 'directory') collect(view, path, files, total);
    if (type !== 'file') continue;
    const { size, mode } = view.lstat(path);
    total.bytes += size;
    if (total.bytes > MOST_BYTES || files.length >= MOST_FILES)
      throw new QueryRefused('The project folder is too large for that: over 64 MB, or over 5,000 files.');
    const file = { path: path.slice(PROJECT_FOLDER.length + 1), bytes: view.readFile(path).slice() };
    files.push(mode & 0o111 ? { ...file, executable: true } : file);
  }
}

export const putFiles: QueryHandler<'putFiles'> = (context, { files, replace }) =>
  plainly(PROJECT_FOLDER, () => {
    const wrong = files.find(({ path }) => !isInside(path));
    if (wrong) throw new QueryRefused(`“${wrong.path}” is not a path in the project folder.`);
    const view = viewOf(context, 'machine');
    view.mkdirAll(PROJECT_FOLDER);
    if (replace)
      for (const { name } of view.readDir(PROJECT_FOLDER)) view.removeAll(joinPath(PROJECT_FOLDER, name));
    for (const { path, bytes, executable } of files) {
      const full = joinPath(PROJECT_FOLDER, path);
      view.mkdirAll(full.slice(0, full.lastIndexOf('/')));
      view.writeFile(full, bytes);
      if (executable) view.chmod(full, 0o755);
    }
    return { written: files.length };
  });

/** A plain path below a folder: nothing that leads out of it. */
function isInside(path: string): boolean {
  const names = path.split('/');
  return !path.includes('\0') && names.every((name) => name !== '' && name !== '.' && name !== '..');
}
