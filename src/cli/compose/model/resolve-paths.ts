import type { Work } from '../../../lib/work.ts';
import { cleanPath } from '../../../lib/clean-path.ts';
import { CliError } from '../../cli-error.ts';
import { isMap, type YamlMap, type YamlValue } from '../../yaml/yaml-value.ts';
import { changeAt, PathTable, type Change } from '../../model/path.ts';
import { changeResources } from './each-resource.ts';

/** Where paths start from. */
export interface Base {
  readonly workingDir: string;
  readonly home: string;
}

/** A model with its relative paths made absolute. @throws CliError for a bind without source. @see compose-spec/compose-go v2.6.3 paths/resolve.go */
export function resolvePaths(model: YamlMap, base: Base): Work<YamlMap> {
  const local: Change = (value) => localPath(value, base);
  const portable: Change = (value) => portablePath(value, base);
  const context: Change = (value) => (isRemote(value) ? value : localPath(value, base));
  const table = new PathTable<Change>({
    'services.*.build.context': context,
    'services.*.build.additional_contexts.*': context,
    'services.*.env_file.*.path': local,
    'services.*.label_file.*': local,
    'services.*.extends.file': local,
    'services.*.develop.watch.*.path': local,
    'services.*.volumes.*': (value) => volumeMount(value, base),
    'configs.*.file': portable,
    'secrets.*.file': portable,
    'include.path': local,
    'include.project_directory': local,
    'include.env_file': local,
    'volumes.*': (value) => bindVolume(value, base),
  });
  return changeResources(model, (value, path) => changeAt(table, value, path));
}

/** A path of this machine; `~` is the home folder. */
export function absolutePath(path: string, { workingDir, home }: Base): string {
  const expanded = /^~(\/|$)/.test(path) ? cleanPath(`${home}/${path.slice(1)}`) : path;
  if (expanded.startsWith('/')) return expanded;
  return workingDir === '' ? expanded : cleanPath(`${workingDir}/${expanded}`);
}

function localPath(value: YamlValue, base: Base): YamlValue {
  if (Array.isArray(value)) return value.map((item) => localPath(item, base));
  return typeof value === 'string' ? absolutePath(value, base) : value;
}

/** Also a path of Windows, `C:\data` or `\\pipe`, is absolute. */
function portablePath(value: YamlValue, base: Base): YamlValue {
  if (typeof value !== 'string' || /^([a-zA-Z]:[\\/]|\\\\)/.test(value)) return value;
  return absolutePath(value, base);
}

/** An address, or the image of a service. @see moby/buildkit frontend/dockerui/context.go */
function isRemote(value: YamlValue): boolean {
  return (
    typeof value !== 'string' ||
    value.includes('://') ||
    /^(service:|https?:\/\/|git:\/\/|ssh:\/\/|github\.com\/|git@)/.test(value)
  );
}

function volumeMount(value: YamlValue, base: Base): YamlValue {
  if (!isMap(value) || value['type'] !== 'bind') return value;
  const { source } = value;
  if (source === undefined)
    throw new CliError('invalid mount config for type "bind": field Source must not be empty');
  return { ...value, source: portablePath(source, base) };
}

/** A volume of the driver `local` with `o: bind` is really a bind mount. */
function bindVolume(value: YamlValue, base: Base): YamlValue {
  if (!isMap(value) || value['driver'] !== 'local') return value;
  const options = value['driver_opts'];
  if (!isMap(options) || options['o'] !== 'bind' || options['device'] === undefined) return value;
  return { ...value, driver_opts: { ...options, device: portablePath(options['device'], base) } };
}
