/** The whole project folder, out and in, and single files. Loaded when first asked for. */
import type { FileView } from '../../kernel/files/file-view.ts';
import { joinPath } from '../../kernel/files/path.ts';
import { hostView } from '../machine-image.ts';
import { FIRST_MACHINE } from '../mirror.ts';
import { leftOut } from '../script/left-out.ts';
import { PROJECT_FOLDER } from '../world.ts';
import { plainly, viewOf } from './place.ts';
import type { ProjectFile, TargetFolder } from './queries.ts';
import { QueryRefused, type QueryContext, type QueryHandler } from './query.ts';

const MOST_BYTES = 64 * 1024 * 1024;
const MOST_FILES = 5000;

export const project: QueryHandler<'project'> = (context) =>
  plainly(PROJECT_FOLDER, () => {
    const files: ProjectFile[] = [];
    collect(viewOf(context, 'machine'), PROJECT_FOLDER, files, { bytes: 0 });
    const journal = context.journal.map((entry) => {
      const why = leftOut(entry);
      return why ? { ...entry, leftOut: why } : entry;
    });
    return { files, journal, machines: context.machines.length };
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

export const putFiles: QueryHandler<'putFiles'> = (context, { files, replace, to = PROJECT }) => {
  refuseWrongPaths(files.map(({ path }) => path));
  refuseTooMuch(files);
  const view = viewOfTarget(context, to);
  plainly(to.path, () => {
    view.mkdirAll(to.path);
    if (replace) for (const { name } of view.readDir(to.path)) view.removeAll(joinPath(to.path, name));
  });
  for (const { path, bytes, executable } of files) {
    const full = joinPath(to.path, path);
    plainly(full, () => {
      view.mkdirAll(full.slice(0, full.lastIndexOf('/')));
      view.writeFile(full, bytes);
      if (executable) view.chmod(full, 0o755);
    });
  }
  return { written: files.length };
};

export const presentPaths: QueryHandler<'presentPaths'> = (context, { paths, to = PROJECT }) => {
  refuseWrongPaths(paths);
  const view = viewOfTarget(context, to);
  return { paths: paths.filter((path) => view.lstatIfAny(joinPath(to.path, path)) !== undefined) };
};

export const fileBytes: QueryHandler<'fileBytes'> = (context, { place, path }) =>
  plainly(path, () => {
    const view = viewOf(context, place);
    if (view.stat(path).size > MOST_BYTES)
      throw new QueryRefused(`${path} is too large for that: over 64 MB.`);
    return { bytes: view.readFile(path).slice() };
  });

const PROJECT: TargetFolder = { machine: FIRST_MACHINE, path: PROJECT_FOLDER };

function viewOfTarget({ machineOf }: QueryContext, { machine }: TargetFolder): FileView {
  const found = machineOf(machine);
  if (!found) throw new QueryRefused(`${machine} is switched off.`);
  return hostView(found.kernel);
}

function refuseWrongPaths(paths: readonly string[]): void {
  const wrong = paths.find((path) => !isInside(path));
  if (wrong !== undefined) throw new QueryRefused(`“${wrong}” is not a path in the folder.`);
}

function refuseTooMuch(files: readonly ProjectFile[]): void {
  const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (total > MOST_BYTES || files.length > MOST_FILES)
    throw new QueryRefused('That is too much at a time: over 64 MB, or over 5,000 files.');
}

/** A plain path below a folder: nothing that leads out of it. */
function isInside(path: string): boolean {
  const names = path.split('/');
  return !path.includes('\0') && names.every((name) => name !== '' && name !== '.' && name !== '..');
}
