import { isSysError } from '../../kernel/errno.ts';
import type { Process } from '../../kernel/process.ts';
import { concatBytes } from '../../lib/bytes.ts';
import { CliError } from '../cli-error.ts';

const CHUNK = 65536;

/** A file's bytes, those of stdin for `-`. @throws CliError. @see docker/cli v28.2.2 cli/command/secret/create.go readSecretData */
export async function readContent(proc: Process, path: string): Promise<Uint8Array> {
  if (path !== '-') return readFile(proc, path);
  const chunks: Uint8Array[] = [];
  for (;;) {
    const chunk = await proc.stdin.read(CHUNK);
    if (!chunk || chunk.length === 0) return concatBytes(chunks);
    chunks.push(chunk);
  }
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
