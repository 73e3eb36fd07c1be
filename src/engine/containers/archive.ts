import { ApiError } from '../../api/api-error.ts';
import type { FileSource, FileSourceEntry } from '../../api/file-source.ts';
import { isSysError } from '../../kernel/errno.ts';
import type { FileView } from '../../kernel/files/file-view.ts';
import { baseName, normalizePath } from '../../kernel/files/path.ts';
import { linkedSourceOf, sourceEntry, writeSource } from '../../kernel/files/tree.ts';
import type { EngineContext } from '../engine-context.ts';
import { formatTime } from '../time-format.ts';
import type { ContainerRecord } from '../state.ts';
import { openContainerView } from './container-view.ts';
import { cellOf, findContainer } from './find.ts';

/** A container's files with its mounts, running or not. */
function viewOf(context: EngineContext, reference: string): { view: FileView; container: ContainerRecord } {
  const container = findContainer(context.store.state, reference);
  return { view: openContainerView(context, container), container };
}

/** Both as the user wrote them. */
function notFound(reference: string, path: string): ApiError {
  return new ApiError('notFound', `Could not find the file ${path} in container ${reference}`);
}

/** What is at a path: itself first, named by its last component, then what is under it. @see moby v28 daemon/archive.go */
export function containerArchive(context: EngineContext, reference: string, path: string): FileSource {
  const { view } = viewOf(context, reference);
  const full = normalizePath(path);
  if (!view.lstatIfAny(full)) throw notFound(reference, path);
  const name = full === '/' ? '.' : baseName(full);
  return { entries: () => archiveEntries(view, full, name) };
}

function* archiveEntries(view: FileView, path: string, name: string): Generator<FileSourceEntry> {
  const first = sourceEntry(view, path, name);
  yield first;
  if (first.type !== 'directory') return;
  for (const entry of linkedSourceOf(view, path).entries())
    yield {
      ...entry,
      read: () => entry.read(),
      path: `${name}/${entry.path}`,
      ...(entry.hardlink === undefined ? {} : { hardlink: `${name}/${entry.hardlink}` }),
    };
}

export function putContainerArchive(
  context: EngineContext,
  reference: string,
  path: string,
  source: FileSource,
  options: { noOverwriteDirNonDir?: boolean; copyUIDGID?: boolean } = {},
): void {
  const { view, container } = viewOf(context, reference);
  const full = normalizePath(path);
  const stat = view.statIfAny(full);
  if (!stat) throw notFound(reference, path);
  if (stat.type !== 'directory')
    throw new ApiError('invalidParameter', 'extraction point is not a directory');
  checkWritable(container, view.realpath(full));
  try {
    writeSource(view, full, source, {
      noOverwriteDirNonDir: options.noOverwriteDirNonDir ?? false,
      ...(options.copyUIDGID ? {} : { owner: { uid: 0, gid: 0 } }),
    });
  } catch (error) {
    if (isSysError(error, 'EROFS')) throw new ApiError('forbidden', 'container rootfs is marked read-only');
    if (isSysError(error, 'EBUSY'))
      throw new ApiError('system', `unlinkat ${error.path ?? full}: device or resource busy`);
    if (isSysError(error))
      throw new ApiError(
        'invalidParameter',
        `cannot overwrite ${error.code === 'EISDIR' ? 'directory' : 'non-directory'} "${error.path ?? ''}" with ${error.code === 'EISDIR' ? 'non-directory' : 'directory'} "${path}"`,
      );
    throw error;
  }
}

function checkWritable({ mounts, hostConfig }: ContainerRecord, path: string): void {
  const [mount] = mounts
    .filter(({ destination }) => path === destination || path.startsWith(`${destination}/`))
    .sort((a, b) => b.destination.length - a.destination.length);
  if (mount?.readOnly) throw new ApiError('forbidden', 'mounted volume is marked read-only');
  if (!mount && hostConfig.ReadonlyRootfs)
    throw new ApiError('forbidden', 'container rootfs is marked read-only');
}

const GO_DIRECTORY = 0x8000_0000;
const GO_SYMLINK = 0x0800_0000;

export function containerArchiveInfo(
  context: EngineContext,
  reference: string,
  path: string,
): { name: string; size: number; mode: number; mtime: string; linkTarget: string } {
  const { view } = viewOf(context, reference);
  const full = normalizePath(path);
  const stat = view.lstatIfAny(full);
  if (!stat || (path.endsWith('/') && view.statIfAny(full)?.type !== 'directory'))
    throw notFound(reference, path);
  const bits = stat.type === 'directory' ? GO_DIRECTORY : stat.type === 'symlink' ? GO_SYMLINK : 0;
  return {
    name: baseName(full),
    size: stat.size,
    mode: bits + stat.mode,
    mtime: formatTime(stat.mtimeMs),
    linkTarget:
      stat.type === 'symlink'
        ? normalizePath(view.readlink(full), full.slice(0, full.lastIndexOf('/')) || '/')
        : '',
  };
}

/** Its whole file system, without what is mounted. */
export function containerExport(context: EngineContext, reference: string): FileSource {
  const { id } = findContainer(context.store.state, reference);
  const { kernel } = context;
  const { fs } = cellOf(context, id);
  const view = kernel.viewAsRoot(kernel.createMountTable({ fs, ino: fs.root }));
  return linkedSourceOf(view, '/');
}
