import { isSysError } from '../../kernel/errno.ts';
import type { Process } from '../../kernel/process.ts';
import { readAllBytes } from '../../programs/support/input.ts';
import { CliError } from '../cli-error.ts';

/** A file's bytes, those of stdin for `-`. @throws CliError. @see docker/cli v28.2.2 cli/command/secret/create.go readSecretData */
export async function readContent(proc: Process, path: string): Promise<Uint8Array> {
  return path === '-' ? readAllBytes(proc, proc.stdin) : readFile(proc, path);
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
