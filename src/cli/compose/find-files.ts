import { cleanPath } from '../../lib/clean-path.ts';
import { CliError } from '../cli-error.ts';
import type { ComposeHost, LoadOptions } from './load-options.ts';
import { readEnvFiles } from './files/env-files.ts';
import { folderOf, type SourceFile } from './files/scope.ts';

const NAMES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];
const OVERRIDES = [
  'compose.override.yml',
  'compose.override.yaml',
  'docker-compose.override.yml',
  'docker-compose.override.yaml',
];

/** Where a project is, and what its files may refer to. */
export interface ProjectPlace {
  /** Absolute, `-` for stdin. */
  readonly files: readonly string[];
  readonly workingDir: string;
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Finds the files of a project, its folder and the variables of its `.env` files: first those of the folder where one is, then those of the project's own.
 * @throws CliError for an env file that is missing or can't be read
 * @see docker/compose v2.36.2 cmd/compose/compose.go toProjectOptions, compose-spec/compose-go v2.6.3 cli/options.go
 */
export function findProject(options: LoadOptions): ProjectPlace {
  const { host } = options;
  const absolute = (path: string): string =>
    path.startsWith('/') || path === '-' ? path : cleanPath(`${host.cwd}/${path}`);
  const given = (options.files ?? []).map(absolute);
  const own = { PWD: host.cwd, ...host.env };
  const here = workingDirOf(options, given);
  const before = { ...readEnvFiles(envFilesOf(options, here), own, host), ...own };
  const files = given.length > 0 ? given : (filesOfVariable(before, absolute) ?? filesUpwards(here, host));
  const workingDir = workingDirOf(options, files);
  const after = readEnvFiles(envFilesOf(options, workingDir), before, host);
  return { files, workingDir, environment: { ...after, ...before } };
}

/** That of the flag, of the first file, or where one is. */
function workingDirOf({ host, projectDirectory }: LoadOptions, files: readonly string[]): string {
  if (projectDirectory)
    return projectDirectory.startsWith('/')
      ? cleanPath(projectDirectory)
      : cleanPath(`${host.cwd}/${projectDirectory}`);
  const first = files.find((path) => path !== '-');
  return first === undefined ? host.cwd : folderOf(first);
}

function envFilesOf({ host, envFiles = [] }: LoadOptions, folder: string): string[] {
  const listed = (host.env['COMPOSE_ENV_FILES'] ?? '').split(',').filter((path) => path !== '');
  const named = envFiles.length > 0 ? envFiles : listed;
  if (named.length > 0)
    return named.map((path) => (path.startsWith('/') ? path : cleanPath(`${host.cwd}/${path}`)));
  if (/^(1|t|T|true|TRUE|True)$/.test(host.env['COMPOSE_DISABLE_ENV_FILE'] ?? '')) return [];
  const path = cleanPath(`${folder}/.env`);
  return host.kindOf(path) === 'file' ? [path] : [];
}

function filesOfVariable(
  environment: Readonly<Record<string, string>>,
  absolute: (path: string) => string,
): string[] | undefined {
  const list = environment['COMPOSE_FILE'];
  const separator = environment['COMPOSE_PATH_SEPARATOR'] || ':';
  return list === undefined ? undefined : list.split(separator).map(absolute);
}

/** The file with a usual name and its override, in the nearest folder upwards that has one. */
function filesUpwards(folder: string, host: ComposeHost): string[] {
  const found = findIn(folder, NAMES, host);
  if (found.length === 0) return folder === '/' ? [] : filesUpwards(folderOf(folder), host);
  const main = choose(found, 'config', host);
  const overrides = findIn(folder, OVERRIDES, host);
  return overrides.length > 0 ? [...main, ...choose(overrides, 'override', host)] : main;
}

function findIn(folder: string, names: readonly string[], host: ComposeHost): string[] {
  return names.map((name) => cleanPath(`${folder}/${name}`)).filter((path) => host.kindOf(path));
}

function choose(found: readonly string[], what: string, host: ComposeHost): string[] {
  const [winner = ''] = found;
  if (found.length > 1) {
    host.warn(`Found multiple ${what} files with supported names: ${found.join(', ')}`);
    host.warn(`Using ${winner}`);
  }
  return [winner];
}

/** The texts of a project's files. @throws CliError where there are none */
export async function readProjectFiles(paths: readonly string[], host: ComposeHost): Promise<SourceFile[]> {
  if (paths.length === 0) throw new CliError('no configuration file provided: not found');
  const files: SourceFile[] = [];
  for (const path of paths)
    files.push({ path, text: path === '-' ? await host.readStdin() : host.readFile(path) });
  return files;
}
