import { ApiError } from '../../api/api-error.ts';
import type { FileSource } from '../../api/file-source.ts';
import type { Process } from '../../kernel/process.ts';
import { gunzipped } from '../../lib/gunzip.ts';
import { TarFormatError } from '../../lib/tar-format.ts';
import { CliError } from '../cli-error.ts';
import { readFile } from '../read-file.ts';
import { readStdin } from '../read-stdin.ts';
import { sourceOfArchive } from '../../api/tar-source.ts';

/** The files in a tar archive, plain or gzipped; `-` is stdin. @throws CliError where there is none, ApiError where it is no archive: the daemon reads it */
export async function readArchive(proc: Process, path: string): Promise<FileSource> {
  const bytes = path === '-' ? await readStdin(proc) : readArchiveFile(proc, path);
  try {
    return sourceOfArchive(gunzipped(bytes));
  } catch (error) {
    const reason =
      error instanceof TarFormatError ? 'archive/tar: invalid tar header' : (error as Error).message;
    throw new ApiError('invalidParameter', reason);
  }
}

function readArchiveFile(proc: Process, path: string): Uint8Array {
  if (proc.files.statIfAny(path)?.type === 'directory') throw new CliError(`read ${path}: is a directory`);
  return readFile(proc, path);
}
