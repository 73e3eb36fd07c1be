import type { FileSource } from '../../api/file-source.ts';
import { isSysError } from '../../kernel/errno.ts';
import { dirName } from '../../kernel/files/path.ts';
import type { Process } from '../../kernel/process.ts';
import { CliError } from '../cli-error.ts';
import { archiveOf } from '../../api/tar-source.ts';

/** @throws CliError where an archive would go to the terminal, or into a folder that is not there; `what` is what could not be done */
export function checkOutput(proc: Process, output: string | undefined, what: string): void {
  if (output === undefined && proc.stdout.tty)
    throw new CliError('cowardly refusing to save to a terminal. Use the -o flag or redirect');
  if (output === undefined || proc.files.statIfAny(dirName(output))) return;
  throw new CliError(`${what}: invalid output path: stat ${dirName(output)}: no such file or directory`);
}

/** Files as a tar archive, to a file or to stdout. @throws CliError */
export async function writeArchive(
  proc: Process,
  source: FileSource,
  output: string | undefined,
): Promise<void> {
  let bytes = 0;
  for (const { size } of source.entries()) bytes += size;
  proc.allocate(2 * bytes);
  const archive = archiveOf(source);
  if (output === undefined) return proc.out(archive);
  try {
    proc.files.writeFile(output, archive, { mode: 0o600 });
  } catch (error) {
    if (isSysError(error)) throw new CliError(`open ${output}: ${error.message.toLowerCase()}`);
    throw error;
  }
}
