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
  const folder = contextFolder(proc, path);
  const dockerfilePath = orLowerCase(
    files,
    file === undefined ? joinPath(folder, 'Dockerfile') : normalizePath(file, files.cwd),
  );
  const inside = dockerfilePath.startsWith(`${folder === '/' ? '' : folder}/`)
    ? dockerfilePath.slice(folder === '/' ? 1 : folder.length + 1)
    : (dockerfilePath.split('/').at(-1) ?? 'Dockerfile');
  return readContext(proc, folder, inside, readDockerfile(proc, dockerfilePath, inside));
}

/** The `dockerfile` beside a Dockerfile that is not there. @see docker/buildx v0.24 build/opt.go handleLowercaseDockerfile */
export function orLowerCase(files: Process['files'], path: string): string {
  const lower = path.replace(/\/D(?=ockerfile$)/, '/d');
  return !files.exists(path) && files.exists(lower) ? lower : path;
}

/** Context of a folder, and a Dockerfile that does not stand in it. @throws CliError */
export function readInlineBuild(proc: Process, path: string, dockerfile: string): BuildInput {
  return readContext(proc, contextFolder(proc, path), 'Dockerfile', dockerfile);
}

/** @throws CliError where there is no such folder */
function contextFolder({ files }: Process, path: string): string {
  const folder = normalizePath(path, files.cwd);
  const stat = files.statIfAny(folder);
  if (!stat) throw new CliError(`unable to prepare context: path ${JSON.stringify(path)} not found`);
  if (stat.type !== 'directory')
    throw new CliError(`unable to prepare context: path ${JSON.stringify(path)} must be a directory`);
  return folder;
}

/** @throws CliError for a .dockerignore that makes no sense */
function readContext({ files }: Process, folder: string, name: string, dockerfile: string): BuildInput {
  const ignoreName = dockerignoreNames(name).find((candidate) => files.exists(joinPath(folder, candidate)));
  const ignoreText = ignoreName === undefined ? undefined : files.readText(joinPath(folder, ignoreName));
  const source = withoutIgnored(sourceOf(files, folder), parseDockerignore(ignoreText ?? ''), name);
  return { source, dockerfile, name, ignoreBytes: ignoreText?.length ?? 2 };
}

/** @throws CliError for a pattern that can never match @see fsutil v0.0.0 filter.go NewFilterFS */
function withoutIgnored(source: FileSource, patterns: readonly string[], dockerfile: string): FileSource {
  try {
    return createContextSource(source, { patterns, dockerfile, classic: false });
  } catch (error) {
    if (!(error instanceof IgnorePatternError)) throw error;
    throw new CliError(`failed to solve: invalid excludepatterns: [${patterns.join(' ')}]: ${error.message}`);
  }
}

function readDockerfile(proc: Process, path: string, name: string): string {
  try {
    return proc.files.readText(path);
  } catch (error) {
    if (!isSysError(error)) throw error;
    throw new CliError(
      `failed to solve: failed to read dockerfile: open ${name}: ${error.message.toLowerCase()}`,
    );
  }
}

/** What comes by stdin: a context as an archive, or a Dockerfile with an empty context. @throws CliError @see docker/buildx v0.24 build/opt.go loadInputs */
export async function readBuildInput(proc: Process, file: string | undefined): Promise<BuildInput> {
  if (file === '-')
    throw new CliError("invalid argument: can't use stdin for both build context and dockerfile");
  const bytes = await readStdin(proc);
  refuseUnknownCompression(bytes);
  const context = readArchiveContext(bytes, file);
  if (context) {
    const { source, name, dockerfile } = context;
    if (dockerfile !== undefined) return { source, name, dockerfile, isArchive: true, ignoreBytes: 2 };
    throw new CliError(`failed to solve: failed to read dockerfile: open ${name}: no such file or directory`);
  }
  if (file !== undefined)
    throw new CliError('ambiguous Dockerfile source: both stdin and flag correspond to Dockerfiles');
  return { source: { entries: () => [] }, dockerfile: toText(bytes), name: 'Dockerfile', ignoreBytes: 2 };
}

function readArchiveContext(bytes: Uint8Array, file: string | undefined): ReturnType<typeof archiveContext> {
  try {
    return archiveContext(bytes, file);
  } catch (error) {
    throw new CliError(`failed to read context from stdin: ${(error as Error).message}`);
  }
}
