import { isSysError } from '../kernel/errno.ts';
import type { Process } from '../kernel/process.ts';
import { CliError } from './cli-error.ts';

/** A file's content, which counts as the process's memory. @throws CliError in the words of Go's os.Open */
export function readFile(proc: Process, path: string): Uint8Array {
  try {
    const bytes = proc.files.readFile(path);
    proc.allocate(bytes.length);
    return bytes;
  } catch (error) {
    if (isSysError(error)) throw new CliError(`open ${path}: ${error.message.toLowerCase()}`);
    throw error;
  }
}
