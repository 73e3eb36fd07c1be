import type { FileSource } from '../../api/file-source.ts';
import { sourceOfArchive } from '../../api/tar-source.ts';
import { normalizePath } from '../../kernel/files/path.ts';
import { toText } from '../../lib/bytes.ts';
import { gunzipped } from '../../lib/gunzip.ts';
import { CliError } from '../cli-error.ts';

/** A context that came as a tar archive. */
interface ArchiveContext {
  /** All of its files: no .dockerignore counts, whoever made it has chosen. */
  readonly source: FileSource;
  /** Where the Dockerfile is looked for in it. */
  readonly name: string;
  /** Its text; undefined where it is not there. */
  readonly dockerfile: string | undefined;
}

/** How compressed archives begin that a real builder unpacks too. */
const UNKNOWN_COMPRESSIONS = { bzip2: [0x42, 0x5a, 0x68], xz: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] };

/** @throws CliError for an archive whose compression can't be read here @see docker/cli v28.2.2 cli/command/image/build/context.go */
export function refuseUnknownCompression(bytes: Uint8Array): void {
  const isMagic = (magic: readonly number[]): boolean => magic.every((byte, at) => bytes[at] === byte);
  const found = Object.entries(UNKNOWN_COMPRESSIONS).find(([, magic]) => isMagic(magic));
  if (found)
    throw new CliError(
      `ERROR: contexts compressed with ${found[0]} are not simulated by Drydock: gzip is, and plain tar`,
    );
}

/**
 * What came by stdin as a context: a tar archive, plain or gzipped; undefined where it is none, and a Dockerfile then. Simplified: bzip2 and xz are
 * refused before. @throws Error for a damaged archive @see docker/cli v28.2.2 cli/command/image/build/context.go IsArchive, buildx v0.24 build/opt.go
 */
export function archiveContext(bytes: Uint8Array, file = 'Dockerfile'): ArchiveContext | undefined {
  const archive = gunzipped(bytes);
  if (toText(archive.subarray(257, 262)) !== 'ustar') return undefined;
  const source = sourceOfArchive(archive);
  const name = normalizePath(file).slice(1);
  const found = [...source.entries()].find(({ path, type }) => path === name && type === 'file');
  return { source, name, dockerfile: found && toText(found.read()) };
}
