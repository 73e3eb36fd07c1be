import type { Work } from '../../../lib/work.ts';
import { CliError } from '../../cli-error.ts';
import { isMap, sameYaml, textsOf, textOf, type YamlMap, type YamlValue } from '../../yaml/yaml-value.ts';
import { INCLUDED_VALUE } from '../included-value.ts';
import { mergeValues } from '../model/merge.ts';
import type { Path } from '../../model/path.ts';
import { absolutePath } from '../model/resolve-paths.ts';
import { readEnvFiles } from './env-files.ts';
import { applyResets } from './reset.ts';
import { fileIn, folderOf, relativeFolder, type LoadedFile, type Scope, type SourceFile } from './scope.ts';

/** The model of included files. */
export type IncludeLoader = (files: readonly SourceFile[], scope: Scope) => Work<YamlMap>;

/** One entry of `include`. */
interface Include {
  readonly paths: readonly string[];
  readonly projectDirectory?: string;
  readonly envFiles: readonly string[];
}

const SECTIONS = ['services', 'volumes', 'networks', 'secrets', 'configs', 'models'];

/**
 * A model with the resources of the files that it includes; what it says itself of one of them goes over it.
 * @throws CliError
 * @see compose-spec/compose-go v2 loader/include.go
 */
export function* applyIncludes(
  { model: written, resets }: LoadedFile,
  file: SourceFile,
  scope: Scope,
  load: IncludeLoader,
): Work<YamlMap> {
  const { include, ...model } = written;
  if (include === undefined || include === null) return model;
  if (!Array.isArray(include)) throw new CliError('`include` must be a list');
  const inner: Scope = { ...scope, included: [...scope.included, file.path] };
  let target: YamlMap = model;
  for (const entry of include.map(toInclude))
    target = importResources(yield* loadInclude(entry, inner, load), target, resets);
  return target;
}

function toInclude(entry: YamlValue): Include {
  const { path = entry, project_directory: folder, env_file: env = [] } = isMap(entry) ? entry : {};
  return {
    paths: textsOf(path),
    envFiles: textsOf(env),
    ...(textOf(folder) ? { projectDirectory: textOf(folder) ?? '' } : {}),
  };
}

function* loadInclude(
  { paths, projectDirectory, envFiles }: Include,
  scope: Scope,
  load: IncludeLoader,
): Work<YamlMap> {
  const files = paths.map((path) => fileIn(scope, path));
  const [main = ''] = files;
  if (scope.included.includes(main))
    throw new CliError(`include cycle detected:\n${[...scope.included, main].join('\n include ')}`);
  const folder =
    projectDirectory === undefined
      ? folderOf(main)
      : absolutePath(projectDirectory, { workingDir: scope.folder, home: scope.host.home });
  const environment = { ...includedVariables(folder, envFiles, scope), ...scope.environment };
  const base = absolutePath(relativeFolder(scope.folder, folder), { workingDir: scope.base, home: '' });
  const sources = files.map((path) => ({ path, text: scope.host.readFile(path) }));
  return withValues(yield* load(sources, { ...scope, environment, folder, base }), environment);
}

/** Secrets and configs that are variables have the value that these have here: the project may not know them. @see compose-spec/compose-go v2.6.3 loader/include.go */
function withValues(model: YamlMap, environment: Readonly<Record<string, string>>): YamlMap {
  const filled = ['secrets', 'configs'].flatMap((section): [string, YamlValue][] => {
    const objects = model[section];
    if (!isMap(objects)) return [];
    const entries = Object.entries(objects).map(([name, object]): [string, YamlValue] => {
      const value = isMap(object) ? environment[textOf(object['environment']) ?? ''] : undefined;
      return [name, isMap(object) && value !== undefined ? { ...object, [INCLUDED_VALUE]: value } : object];
    });
    return [[section, Object.fromEntries(entries)]];
  });
  return { ...model, ...Object.fromEntries(filled) };
}

/** Those of `env_file`, or of `.env` beside the file. */
function includedVariables(
  folder: string,
  envFiles: readonly string[],
  scope: Scope,
): Record<string, string> {
  const beside = `${folder}/.env`;
  const named = envFiles.filter((path) => path !== '/dev/null').map((path) => fileIn(scope, path));
  const none = envFiles.length === 0 && scope.host.kindOf(beside) === 'file' ? [beside] : [];
  return readEnvFiles([...named, ...none], scope.environment, scope.host);
}

function importResources(source: YamlMap, target: YamlMap, resets: readonly Path[]): YamlMap {
  const result: YamlMap = { ...target };
  for (const section of SECTIONS) {
    const from = source[section];
    if (!isMap(from)) continue;
    const to: YamlMap = isMap(target[section]) ? { ...target[section] } : {};
    for (const [name, item] of Object.entries(from)) {
      const own = to[name];
      to[name] = own === undefined || sameYaml(own, item) ? item : over(item, own, [section, name], resets);
    }
    result[section] = to;
  }
  return result;
}

function over(imported: YamlValue, own: YamlValue, path: Path, resets: readonly Path[]): YamlValue {
  const [section = '', name = ''] = path;
  const reset = applyResets({ [section]: { [name]: imported } }, resets)[section];
  const below = isMap(reset) ? reset[name] : undefined;
  return below === undefined ? own : mergeValues(below, own, path);
}
