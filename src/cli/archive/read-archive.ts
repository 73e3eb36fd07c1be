import { ApiError } from '../../api/api-error.ts';
import type { FileSource } from '../../api/file-source.ts';
import { isSysError } from '../../kernel/errno.ts';
import type { Process } from '../../kernel/process.ts';
import { TarFormatError } from '../../lib/tar-format.ts';
import { CliError } from '../cli-error.ts';
import { readStdin } from '../read-stdin.ts';
import { sourceOfArchive } from '../../api/tar-source.ts';

/** The files in a tar archive; `-` is stdin. @throws CliError where there is none, ApiError where it is no archive: the daemon reads it */
export async function readArchive(proc: Process, path: string): Promise<FileSource> {
  const bytes = path === '-' ? await readStdin(proc) : readFile(proc, path);
  try {
    return sourceOfArchive(bytes);
  } catch (error) {
    if (error instanceof TarFormatError)
      throw new ApiError('invalidParameter', 'archive/tar: invalid tar header');
    throw error;
  }
}

function readFile(proc: Process, path: string): Uint8Array {
  try {
    return proc.files.readFile(path);
  } catch (error) {
    if (isSysError(error, 'EISDIR')) throw new CliError(`read ${path}: is a directory`);
    if (isSysError(error)) throw new CliError(`open ${path}: ${error.message.toLowerCase()}`);
    throw error;
  }
}
