import type { Work } from '../../../lib/work.ts';
import { CliError } from '../../cli-error.ts';
import { isMap, type YamlMap, type YamlValue } from '../../yaml/yaml-value.ts';
import { changeAt, PathTable, showPath, type Change, type Path } from '../../model/path.ts';
import { parseShortVolume } from '../../model/short-volume.ts';
import { changeResources } from './each-resource.ts';

/** What makes an item of a list the same as another one. @throws CliError */
type Index = (item: YamlValue, path: Path) => string;

const UNIQUE: Readonly<Record<string, Index>> = {
  'networks.*.labels': byKey,
  'networks.*.ipam.options': byKey,
  'services.*.annotations': byKey,
  'services.*.build.args': byKey,
  'services.*.build.additional_contexts': byKey,
  'services.*.build.platform': byKey,
  'services.*.build.tags': byKey,
  'services.*.build.labels': byKey,
  'services.*.cap_add': byKey,
  'services.*.cap_drop': byKey,
  'services.*.devices': byDevice,
  'services.*.configs': byFile(''),
  'services.*.deploy.labels': byKey,
  'services.*.dns': byKey,
  'services.*.dns_opt': byKey,
  'services.*.dns_search': byKey,
  'services.*.environment': byKey,
  'services.*.env_file': byEnvFile,
  'services.*.expose': byExposedPort,
  'services.*.labels': byKey,
  'services.*.links': byKey,
  'services.*.networks.*.aliases': byKey,
  'services.*.networks.*.link_local_ips': byKey,
  'services.*.ports': byPort,
  'services.*.profiles': byKey,
  'services.*.secrets': byFile('/run/secrets'),
  'services.*.sysctls': byKey,
  'services.*.tmpfs': byKey,
  'services.*.volumes': byTarget,
};

const TABLE = new PathTable<Change>(
  Object.fromEntries(
    Object.entries(UNIQUE).map(([path, index]) => [path, (value, at) => lastOfEach(value, at, index)]),
  ),
);

/** In lists that are maps by nature the last item of a key counts, at the place of the first. @throws CliError. @see compose-spec/compose-go v2.6.3 override/uncity.go */
export function enforceUnicity(model: YamlMap): Work<YamlMap> {
  return changeResources(model, (value, path) => changeAt(TABLE, value, path));
}

function lastOfEach(value: YamlValue, path: Path, index: Index): YamlValue {
  if (!Array.isArray(value)) return value;
  const items = new Map<string, YamlValue>();
  value.forEach((item, at) => items.set(index(item, [...path, `[${at}]`]), item));
  return [...items.values()];
}

function byKey(item: YamlValue, path: Path): string {
  if (typeof item !== 'string') throw new CliError(`${showPath(path)}: unexpected type ${goType(item)}`);
  return item.split('=', 1)[0] ?? '';
}

function goType(value: YamlValue): string {
  if (value === null) return '<nil>';
  if (Array.isArray(value)) return '[]interface {}';
  if (typeof value === 'object') return 'map[string]interface {}';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float64';
  return typeof value === 'boolean' ? 'bool' : 'string';
}

function byTarget(item: YamlValue, path: Path): string {
  if (typeof item === 'string') return String(volumeOf(item)['target']);
  if (!isMap(item)) return '';
  if (typeof item['target'] !== 'string')
    throw new CliError(`service volume ${showPath(path)} is missing a mount target`);
  return item['target'];
}

function volumeOf(text: string): YamlMap {
  try {
    return parseShortVolume(text);
  } catch (error) {
    throw new CliError((error as Error).message);
  }
}

function byDevice(item: YamlValue, path: Path): string {
  if (typeof item === 'string') return item.split(':')[1] ?? item;
  if (!isMap(item)) return '';
  if (typeof item['target'] !== 'string')
    throw new CliError(`service device ${showPath(path)} is missing a mount target`);
  return item['target'];
}

function byExposedPort(item: YamlValue, path: Path): string {
  if (typeof item === 'string' || typeof item === 'number') return String(item);
  throw new CliError(`${showPath(path)}: unsupported expose value ${String(item)}`);
}

function byFile(folder: string): Index {
  return (item, path) => {
    if (typeof item === 'string') return `${folder}/${item}`;
    if (!isMap(item)) throw new CliError(`${showPath(path)}: unsupported expose value ${String(item)}`);
    return typeof item['target'] === 'string' ? item['target'] : `${folder}/${String(item['source'])}`;
  };
}

function byPort(item: YamlValue, path: Path): string {
  if (!isMap(item)) return String(item);
  if (!('target' in item)) throw new CliError(`service ports ${showPath(path)} is missing a target port`);
  const { host_ip: host = '0.0.0.0', published = null, target = null, protocol = 'tcp' } = item;
  return JSON.stringify([host, published, target, protocol]);
}

function byEnvFile(item: YamlValue, path: Path): string {
  if (!isMap(item)) return String(item);
  if (!('path' in item)) throw new CliError(`environment path attribute ${showPath(path)} is missing`);
  return String(item['path']);
}
