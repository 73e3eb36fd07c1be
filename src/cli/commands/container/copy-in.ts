import type { FileSource } from '../../../api/file-source.ts';
import { baseName, dirName, joinPath, normalizePath } from '../../../kernel/files/path.ts';
import { sourceEntry, sourceOf } from '../../../kernel/files/tree.ts';
import type { Process } from '../../../kernel/process.ts';
import { CliError } from '../../cli-error.ts';
import type { CommandContext } from '../../command.ts';
import { copiedMessage, isContentsOnly, renameSource } from './copy-source.ts';

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
  if (!info && destination.endsWith('/'))
    throw new CliError(`destination "${container}:${destination}" must be a directory`);
  const isInside = info !== undefined && info.mode >= MODE_DIR && !isContentsOnly(path);
  const folder = isInside ? destination : dirName(normalizePath(destination));
  const name = isInside ? baseName(absolute) : baseName(destination);
  const { source, bytes } = renameSource(localSource(proc, path), name);
  await engine.PutContainerArchive(container, folder, source, {
    noOverwriteDirNonDir: true,
    copyUIDGID: flags.bool('archive'),
  });
  if (!flags.bool('quiet')) await proc.err(copiedMessage(bytes, `${container}:${destination}`));
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
