import type { FileSource } from '../../../api/file-source.ts';
import { baseName, dirName, joinPath, normalizePath } from '../../../kernel/files/path.ts';
import { sourceEntry, sourceOf } from '../../../kernel/files/tree.ts';
import type { Process } from '../../../kernel/process.ts';
import { CliError } from '../../cli-error.ts';
import type { CommandContext } from '../../command.ts';
import { copiedMessage, isContentsOnly, isQuiet, renameSource } from './copy-source.ts';

/** Go's os.ModeDir. */
const MODE_DIR = 0x8000_0000;

/** Copies a path of the machine into a container. @throws CliError, ApiError */
export async function copyIn(
  { proc, api, flags }: CommandContext,
  path: string,
  container: string,
  destination: string,
): Promise<number> {
  const engine = await api();
  const absolute = normalizePath(path, proc.files.cwd);
  if (!proc.files.lstatIfAny(path)) throw new CliError(`lstat ${absolute}: no such file or directory`);
  const info = await engine.ContainerArchiveInfo(container, destination).catch(() => undefined);
  checkTarget(info?.mode, proc.files.stat(path).type === 'directory', destination);
  const isInside = info !== undefined && info.mode >= MODE_DIR && !isContentsOnly(path);
  const folder = isInside ? destination : dirName(normalizePath(destination));
  const name = isInside ? baseName(absolute) : baseName(destination);
  // Followed, a link stands for what it points to, under the link's own name.
  const followed = flags.bool('follow-link') ? proc.files.realpath(path) : path;
  const { source, bytes } = renameSource(localSource(proc, followed), name);
  await engine.PutContainerArchive(container, folder, source, {
    noOverwriteDirNonDir: true,
    copyUIDGID: flags.bool('archive'),
  });
  if (!isQuiet(proc, flags)) await proc.err(copiedMessage(bytes, `${container}:${destination}`));
  return 0;
}

/** A path of the machine: itself first, then what is under it. */
function localSource(proc: Process, path: string): FileSource {
  return {
    *entries() {
      const first = sourceEntry(proc.files, path, baseName(normalizePath(path, proc.files.cwd)));
      yield first;
      if (first.type !== 'directory') return;
      for (const entry of sourceOf(proc.files, path).entries())
        yield { ...entry, read: () => entry.read(), path: joinPath(first.path, entry.path) };
    },
  };
}

/** @throws CliError. @see moby v28.2.2 pkg/archive/copy.go PrepareArchiveCopy */
function checkTarget(mode: number | undefined, isFolder: boolean, destination: string): void {
  if (mode === undefined && !isFolder && destination.endsWith('/')) throw new CliError('no such directory');
  if (mode !== undefined && mode < MODE_DIR && isFolder) throw new CliError('cannot copy directory');
  if (mode !== undefined && mode < MODE_DIR && destination.endsWith('/'))
    throw new CliError('not a directory');
}
