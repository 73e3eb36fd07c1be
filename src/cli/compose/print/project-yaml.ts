import { mapInPieces, type Work } from '../../../lib/work.ts';
import { sortedDeep } from '../../yaml/sorted-deep.ts';
import { sortKeys, writeYamlInPieces } from '../../yaml/write-yaml.ts';
import { isMap, type YamlMap, type YamlValue } from '../../yaml/yaml-value.ts';
import { INCLUDED_VALUE } from '../included-value.ts';
import { matchesPattern, PathTable, type Path } from '../../model/path.ts';
import type { Project } from '../project.ts';

/** Where the keys are names, which YAML puts in its own order. */
const MAPS = [
  'services',
  'services.*.*',
  'services.*.build.*',
  'services.*.networks.*.driver_opts',
  'services.*.deploy.labels',
  'services.*.deploy.resources.reservations.devices.[].options',
  'services.*.gpus.[].options',
  'services.*.logging.options',
  'services.*.provider.options',
  'services.*.volumes.[].volume.labels',
  'services.*.pre_start.[].environment',
  'services.*.post_start.[].environment',
  'services.*.pre_stop.[].environment',
  'services.*.develop.watch.[].exec.environment',
  'networks',
  'networks.*.driver_opts',
  'networks.*.labels',
  'networks.*.ipam.options',
  'networks.*.ipam.config.[].aux_addresses',
  'volumes',
  'volumes.*.driver_opts',
  'volumes.*.labels',
  'secrets',
  'secrets.*.driver_opts',
  'secrets.*.labels',
  'configs',
  'configs.*.labels',
  'models',
];

const IS_MAP = new PathTable(Object.fromEntries(MAPS.map((path) => [path, true])));

/** Records among the fields of a service and of its build, whose own fields keep their order. */
const RECORDS = new Set(
  'blkio_config build credential_spec deploy develop healthcheck logging provider'.split(' '),
);

/** What YAML leaves out where it says nothing, and JSON has. */
const OPTIONAL = new PathTable(
  Object.fromEntries(
    [
      'services.*.command',
      'services.*.entrypoint',
      'services.*.pre_start.[].command',
      'services.*.post_start.[].command',
      'services.*.pre_stop.[].command',
      'services.*.develop.watch.[].exec',
      'services.*.develop.watch.[].exec.command',
      'services.*.deploy.resources',
      'services.*.deploy.placement',
      'networks.*.ipam',
    ].map((path) => [path, true]),
  ),
);

const FIELDS = ['name', 'services', 'networks', 'volumes', 'secrets', 'configs', 'models'] as const;

/** A project as YAML. @see compose-spec/compose-go v2.6.3 types/project.go MarshalYAML */
export function* printedYaml(project: Project): Work<string> {
  const printed: YamlMap = {};
  for (const field of FIELDS) {
    const value = project[field] as YamlValue | undefined;
    if (isMap(value)) printed[field] = yield* orderedSection(value, field);
    else if (value !== undefined) printed[field] = value;
  }
  for (const key of sortKeys(Object.keys(project).filter((one) => one.startsWith('x-'))))
    printed[key] = sortedDeep(project[key as `x-${string}`] as YamlValue);
  return yield* writeYamlInPieces(printed);
}

function* orderedSection(section: YamlMap, field: string): Work<YamlMap> {
  const entries = yield* mapInPieces(sortKeys(Object.keys(section)), (name): [string, YamlValue] => [
    name,
    ordered(section[name] ?? null, [field, name]),
  ]);
  return Object.fromEntries(entries);
}

/** A value with its keys in the order of print, without what says nothing. */
function ordered(value: YamlValue, path: Path): YamlValue {
  if (Array.isArray(value)) return value.map((item) => ordered(item, [...path, '[]']));
  if (!isMap(value)) return value;
  const isNamed = IS_MAP.find(path) !== undefined && !isRecord(path);
  const keys = isNamed ? sortKeys(Object.keys(value)) : Object.keys(value);
  const entries = keys.flatMap((key): [string, YamlValue][] => {
    const next = [...path, key];
    const item = value[key] ?? null;
    if (key === INCLUDED_VALUE) return [];
    if (!isNamed && key.startsWith('x-')) return [[key, sortedDeep(item)]];
    const kept = ordered(item, next);
    return OPTIONAL.find(next) && isEmpty(kept) ? [] : [[key, kept]];
  });
  return Object.fromEntries(entries);
}

function isRecord(path: Path): boolean {
  return matchesPattern(path, ['services', '*', '*']) && RECORDS.has(path[2] ?? '');
}

function isEmpty(value: YamlValue): boolean {
  return value === null || (isMap(value) && Object.keys(value).length === 0);
}
