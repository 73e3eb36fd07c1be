import type { FileSource, FileSourceEntry } from '../../../api/file-source.ts';
import { dirName, joinPath, normalizePath } from '../../../kernel/files/path.ts';
import { sourceEntry, sourceOf } from '../../../kernel/files/tree.ts';
import type { Process } from '../../../kernel/process.ts';
import { toBytes, toText } from '../../../lib/bytes.ts';
import { createIgnoreMatcher, IgnorePatternError } from '../../../lib/ignore-matcher.ts';
import { createContextSource } from '../../build/context.ts';
import { parseDockerignore } from '../../build/dockerignore.ts';
import { archiveContext, refuseUnknownCompression } from '../../build/stdin-context.ts';
import { CliError } from '../../cli-error.ts';
import { readStdin } from '../../read-stdin.ts';
import { orLowerCase } from './build-input.ts';

/** What the classic builder is sent. */
export interface LegacyContext {
  /** All that is sent. */
  readonly sent: FileSource;
  /** What COPY may take: an excluded Dockerfile is sent, and taken away once it is read. */
  readonly source: FileSource;
  readonly dockerfile: string;
  /** Of the Dockerfile, in the context. */
  readonly name: string;
}

/** Context and Dockerfile: of a folder, of an archive or only a Dockerfile from stdin. @throws CliError @see docker/cli v28.2.2 cli/command/image/build/context.go */
export async function readLegacyContext(
  proc: Process,
  path: string,
  file: string | undefined,
): Promise<LegacyContext> {
  if (/^(https?|git|ssh):\/\//.test(path))
    throw new CliError('unable to prepare context: there is no network outside of Drydock to take it from');
  if (path === '-') {
    if (file === '-')
      throw new CliError("invalid argument: can't use stdin for both build context and dockerfile");
    const bytes = await readStdin(proc);
    refuseUnknownCompression(bytes);
    const archive = readArchiveContext(bytes, file);
    if (archive) return archive;
    if (file !== undefined)
      throw new CliError('ambiguous Dockerfile source: both stdin and flag correspond to Dockerfiles');
    const dockerfile = toText(bytes);
    const source = { entries: () => [added('Dockerfile', dockerfile)] };
    return { sent: source, source, dockerfile, name: 'Dockerfile' };
  }
  return readFolder(proc, path, file);
}

function readArchiveContext(bytes: Uint8Array, file: string | undefined): LegacyContext | undefined {
  let found: ReturnType<typeof archiveContext>;
  try {
    found = archiveContext(bytes, file);
  } catch (error) {
    throw new CliError(`Error response from daemon: ${(error as Error).message}`);
  }
  if (!found) return undefined;
  const { source, name, dockerfile } = found;
  if (dockerfile === undefined)
    throw new CliError(`Error response from daemon: Cannot locate specified Dockerfile: ${name}`);
  return { sent: source, source, name, dockerfile };
}

async function readFolder(proc: Process, path: string, file: string | undefined): Promise<LegacyContext> {
  const { files } = proc;
  const folder = normalizePath(path, files.cwd);
  const type = files.statIfAny(folder)?.type;
  if (!type) throw refused(`path "${path}" not found`);
  if (type !== 'directory') throw refused(`unable to evaluate symlinks in context path: ${path}`);
  const inside = await findDockerfile(proc, folder, file);
  const ignore = joinPath(folder, '.dockerignore');
  const patterns = files.exists(ignore) ? parseDockerignore(files.readText(ignore)) : [];
  const options = { patterns, dockerfile: inside.name, classic: true };
  try {
    const context = createContextSource(sourceOf(files, folder), options);
    const { extra, ...found } = inside;
    const sent = extra ? withEntry(context, extra) : context;
    return { ...found, sent, source: withoutBuildFiles(context, patterns, inside.name) };
  } catch (error) {
    if (error instanceof IgnorePatternError) throw refused(`error checking context: ${error.message}`);
    throw error;
  }
}

interface FoundDockerfile {
  readonly dockerfile: string;
  readonly name: string;
  /** One that comes from elsewhere is sent beside the context's files. */
  readonly extra?: FileSourceEntry;
}

async function findDockerfile(
  proc: Process,
  folder: string,
  file: string | undefined,
): Promise<FoundDockerfile> {
  const { files } = proc;
  if (file === '-') {
    const dockerfile = toText(await readStdin(proc));
    return { dockerfile, name: 'Dockerfile', extra: added('.dockerfile', dockerfile) };
  }
  const path =
    file === undefined ? orLowerCase(files, joinPath(folder, 'Dockerfile')) : normalizePath(file, files.cwd);
  if (!files.exists(path))
    throw refused(
      `unable to evaluate symlinks in Dockerfile path: lstat ${firstMissing(proc, path)}: no such file or directory`,
    );
  const dockerfile = files.readText(path);
  const prefix = folder === '/' ? '/' : `${folder}/`;
  if (path.startsWith(prefix)) return { dockerfile, name: path.slice(prefix.length) };
  const name = path.slice(path.lastIndexOf('/') + 1);
  return { dockerfile, name, extra: sourceEntry(files, path, `.dockerfile.${name}`) };
}

/** The part of a path at which looking it up ends. */
function firstMissing({ files }: Process, path: string): string {
  let missing = path;
  for (let at = path; at !== '/' && !files.exists(at); at = dirName(at)) missing = at;
  return missing;
}

function added(path: string, text: string): FileSourceEntry {
  const data = toBytes(text);
  const owner = { uid: 0, gid: 0 };
  return { path, type: 'file', mode: 0o644, ...owner, mtimeMs: 0, size: data.length, read: () => data };
}

/** @see moby v28 builder/remotecontext/detect.go removeDockerfile */
function withoutBuildFiles(source: FileSource, patterns: readonly string[], dockerfile: string): FileSource {
  const ignored = createIgnoreMatcher(patterns);
  const gone = ['.dockerignore', dockerfile].filter((path) => ignored.excludes(path));
  if (gone.length === 0) return source;
  return { entries: () => [...source.entries()].filter(({ path }) => !gone.includes(path)) };
}

function withEntry(source: FileSource, entry: FileSourceEntry): FileSource {
  return { entries: () => [...source.entries(), entry] };
}

function refused(reason: string): CliError {
  return new CliError(`unable to prepare context: ${reason}`);
}
