import type { FileSource } from '../../../api/file-source.ts';
import { isSysError } from '../../../kernel/errno.ts';
import { joinPath, normalizePath } from '../../../kernel/files/path.ts';
import { sourceOf } from '../../../kernel/files/tree.ts';
import type { Process } from '../../../kernel/process.ts';
import { toText } from '../../../lib/bytes.ts';
import { IgnorePatternError } from '../../../lib/ignore-matcher.ts';
import { createContextSource, dockerignoreNames } from '../../build/context.ts';
import { parseDockerignore } from '../../build/dockerignore.ts';
import { archiveContext, refuseUnknownCompression } from '../../build/stdin-context.ts';
import { CliError } from '../../cli-error.ts';
import { readStdin } from '../../read-stdin.ts';

/** What a build starts from. */
export interface BuildInput {
  /** The context, after .dockerignore. */
  source: FileSource;
  dockerfile: string;
  /** Of the Dockerfile, in the context. */
  name: string;
  /** It came as an archive: the builder unpacks it. */
  isArchive?: boolean;
  /** Size of the .dockerignore; 2 without one, as BuildKit shows. */
  ignoreBytes: number;
}

/** Context and Dockerfile of a folder. @throws CliError @see docker/buildx v0.24 build/opt.go */
export function readBuildFolder(proc: Process, path: string, file: string | undefined): BuildInput {
  const { files } = proc;
  const folder = normalizePath(path, files.cwd);
  const stat = files.statIfAny(folder);
  if (!stat) throw new CliError(`ERROR: unable to prepare context: path ${JSON.stringify(path)} not found`);
  if (stat.type !== 'directory')
    throw new CliError(`ERROR: unable to prepare context: path ${JSON.stringify(path)} must be a directory`);
  const dockerfilePath = file === undefined ? joinPath(folder, 'Dockerfile') : normalizePath(file, files.cwd);
  const inside = dockerfilePath.startsWith(`${folder === '/' ? '' : folder}/`)
    ? dockerfilePath.slice(folder === '/' ? 1 : folder.length + 1)
    : (dockerfilePath.split('/').at(-1) ?? 'Dockerfile');
  const dockerfile = readDockerfile(proc, dockerfilePath, inside);
  const ignoreName = dockerignoreNames(inside).find((candidate) => files.exists(joinPath(folder, candidate)));
  const ignoreText = ignoreName === undefined ? undefined : files.readText(joinPath(folder, ignoreName));
  const patterns = parseDockerignore(ignoreText ?? '');
  const source = withoutIgnored(sourceOf(files, folder), patterns, inside);
  return { source, dockerfile, name: inside, ignoreBytes: ignoreText === undefined ? 2 : ignoreText.length };
}

/** @throws CliError for a pattern that can never match @see fsutil v0.0.0 filter.go NewFilterFS */
function withoutIgnored(source: FileSource, patterns: readonly string[], dockerfile: string): FileSource {
  try {
    return createContextSource(source, { patterns, dockerfile, classic: false });
  } catch (error) {
    if (!(error instanceof IgnorePatternError)) throw error;
    throw new CliError(
      `ERROR: failed to build: failed to solve: invalid excludepatterns: [${patterns.join(' ')}]: ${error.message}`,
    );
  }
}

function readDockerfile(proc: Process, path: string, name: string): string {
  try {
    return proc.files.readText(path);
  } catch (error) {
    if (!isSysError(error)) throw error;
    throw new CliError(
      `ERROR: failed to build: failed to solve: failed to read dockerfile: open ${name}: ${error.message.toLowerCase()}`,
    );
  }
}

/** Context of a folder, and a Dockerfile that stands in a compose file. @throws CliError where there is no such folder */
export function readInlineBuild({ files }: Process, path: string, dockerfile: string): BuildInput {
  const folder = normalizePath(path, files.cwd);
  if (files.statIfAny(folder)?.type !== 'directory')
    throw new CliError(`unable to prepare context: path ${JSON.stringify(path)} not found`);
  const ignored = joinPath(folder, '.dockerignore');
  const text = files.exists(ignored) ? files.readText(ignored) : undefined;
  const source = withoutIgnored(sourceOf(files, folder), parseDockerignore(text ?? ''), 'Dockerfile');
  return { source, dockerfile, name: 'Dockerfile', ignoreBytes: text?.length ?? 2 };
}

/** What comes by stdin: a context as an archive, or a Dockerfile with an empty context. @throws CliError @see docker/buildx v0.24 build/opt.go loadInputs */
export async function readBuildInput(proc: Process, file: string | undefined): Promise<BuildInput> {
  if (file === '-')
    throw new CliError(
      "ERROR: failed to build: invalid argument: can't use stdin for both build context and dockerfile",
    );
  const bytes = await readStdin(proc);
  refuseUnknownCompression(bytes);
  const context = readArchiveContext(bytes, file);
  if (context) {
    const { source, name, dockerfile } = context;
    if (dockerfile !== undefined) return { source, name, dockerfile, isArchive: true, ignoreBytes: 2 };
    throw new CliError(
      `ERROR: failed to build: failed to solve: failed to read dockerfile: open ${name}: no such file or directory`,
    );
  }
  if (file !== undefined)
    throw new CliError(
      'ERROR: failed to build: ambiguous Dockerfile source: both stdin and flag correspond to Dockerfiles',
    );
  return { source: { entries: () => [] }, dockerfile: toText(bytes), name: 'Dockerfile', ignoreBytes: 2 };
}

function readArchiveContext(bytes: Uint8Array, file: string | undefined): ReturnType<typeof archiveContext> {
  try {
    return archiveContext(bytes, file);
  } catch (error) {
    throw new CliError(
      `ERROR: failed to build: failed to read context from stdin: ${(error as Error).message}`,
    );
  }
}
