import type { FileSource } from '../../../api/file-source.ts';
import { isSysError } from '../../../kernel/errno.ts';
import { baseName, dirName, normalizePath } from '../../../kernel/files/path.ts';
import { writeSource } from '../../../kernel/files/tree.ts';
import type { Process } from '../../../kernel/process.ts';
import { CliError } from '../../cli-error.ts';
import type { CommandContext } from '../../command.ts';
import { copiedMessage, isContentsOnly, isQuiet, renameSource } from './copy-source.ts';

/** Copies a path of a container to the machine; what arrives belongs to the one who copies. @throws CliError, ApiError */
export async function copyOut(
  { proc, api, flags }: CommandContext,
  container: string,
  path: string,
  destination: string,
): Promise<number> {
  const archive = await (await api()).ContainerArchive(container, path);
  const { folder, name } = targetOf(proc, path, destination);
  const { source, bytes } = renameSource(archive, name);
  write(proc, folder, source, destination);
  if (!isQuiet(proc, flags)) await proc.err(copiedMessage(bytes, normalizePath(destination, proc.files.cwd)));
  return 0;
}

/** Into a folder that exists under its own name, else as the new name. @throws CliError where that has no folder */
function targetOf(proc: Process, path: string, destination: string): { folder: string; name: string } {
  const { files } = proc;
  const absolute = normalizePath(destination, files.cwd);
  const target = files.statIfAny(destination);
  if (!target && files.statIfAny(dirName(destination))?.type !== 'directory')
    throw new CliError(
      `invalid output path: directory "${normalizePath(dirName(destination), files.cwd)}" does not exist`,
    );
  return target?.type === 'directory' && !isContentsOnly(path)
    ? { folder: destination, name: baseName(path) }
    : { folder: dirName(absolute), name: baseName(absolute) };
}

function write(proc: Process, folder: string, source: FileSource, destination: string): void {
  try {
    writeSource(proc.files, folder, source, { owner: { uid: proc.uid, gid: proc.gid } });
  } catch (error) {
    if (isSysError(error)) throw new CliError(`${destination}: ${error.message.toLowerCase()}`);
    throw error;
  }
}
