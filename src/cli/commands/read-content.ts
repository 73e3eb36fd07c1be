import { isSysError } from '../../kernel/errno.ts';
import type { Process } from '../../kernel/process.ts';
import { readStdin } from '../read-stdin.ts';
import { CliError } from '../cli-error.ts';

/** A file's bytes, those of stdin for `-`. @throws CliError. @see docker/cli v28.2.2 cli/command/secret/create.go readSecretData */
export async function readContent(proc: Process, path: string): Promise<Uint8Array> {
  return path === '-' ? readStdin(proc) : readFile(proc, path);
}

function readFile(proc: Process, path: string): Uint8Array {
  try {
    return proc.files.readFile(path);
  } catch (error) {
    if (isSysError(error))
      throw new CliError(`error reading from ${path}: open ${path}: ${error.message.toLowerCase()}`);
    throw error;
  }
}
