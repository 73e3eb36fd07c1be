import { mapValuesInPieces, type Work } from '../../../lib/work.ts';
import { CliError } from '../../cli-error.ts';
import { goText, isMap, sameKey, sortedKeys, type YamlMap, type YamlValue } from '../../yaml/yaml-value.ts';
import { PathTable, showPath, type Path } from '../../model/path.ts';

type Merger = (base: YamlValue, over: YamlValue, path: Path) => YamlValue;

const replace: Merger = (_, over) => over;

/** Where merging is not what it is elsewhere. @see compose-spec/compose-go v2 override/merge.go */
const SPECIAL = new PathTable<Merger>({
  'networks.*.ipam.config': mergeIpamPools,
  'networks.*.labels': mergeAsList,
  'volumes.*.labels': mergeAsList,
  'services.*.annotations': mergeAsList,
  'services.*.build': mergeBuild,
  'services.*.build.args': mergeAsList,
  'services.*.build.additional_contexts': mergeAsList,
  'services.*.build.extra_hosts': mergeAsList,
  'services.*.build.labels': mergeAsList,
  'services.*.command': replace,
  'services.*.depends_on': mergeDependencies,
  'services.*.deploy.labels': mergeAsList,
  'services.*.dns': mergeAsList,
  'services.*.dns_opt': mergeAsList,
  'services.*.dns_search': mergeAsList,
  'services.*.entrypoint': replace,
  'services.*.env_file': mergeAsList,
  'services.*.label_file': mergeAsList,
  'services.*.environment': mergeAsList,
  'services.*.extra_hosts': mergeAsList,
  'services.*.healthcheck.test': replace,
  'services.*.labels': mergeAsList,
  'services.*.volumes.*.volume.labels': mergeAsList,
  'services.*.logging': mergeLogging,
  'services.*.models': mergeByName,
  'services.*.networks': mergeByName,
  'services.*.sysctls': mergeAsList,
  'services.*.tmpfs': mergeAsList,
  'services.*.ulimits.*': replace,
});

/** One model over another: mappings by key, lists added up, single values replaced. @throws CliError where the two are of different kinds */
export function* mergeModels(base: YamlMap, over: YamlMap): Work<YamlMap> {
  const merged: YamlMap = { ...base };
  for (const [section, item] of Object.entries(over)) {
    const below = base[section];
    if (below === undefined) merged[section] = item;
    else if (isMap(below) && isMap(item)) merged[section] = yield* mergeSections(below, item, section);
    else merged[section] = mergeValues(below, item, [section]);
  }
  return merged;
}

function* mergeSections(base: YamlMap, over: YamlMap, section: string): Work<YamlMap> {
  const merge = (item: YamlValue, name: string): YamlValue => {
    const below = base[name];
    return below === undefined ? item : mergeValues(below, item, [section, name]);
  };
  return { ...base, ...(yield* mapValuesInPieces(over, merge)) };
}

/** One service over the one that it extends. @throws CliError */
export function mergeServices(base: YamlMap, over: YamlMap): YamlMap {
  return mergeMaps(base, over, ['services', 'x']);
}

/** Two values that stand at a path. @throws CliError */
export function mergeValues(base: YamlValue, over: YamlValue, path: Path): YamlValue {
  const special = SPECIAL.find(path);
  if (special) return special(base, over, path);
  if (over === null) return base;
  if (isMap(base)) {
    if (!isMap(over)) throw new CliError(`cannot override ${showPath(path)}`);
    return mergeMaps(base, over, path);
  }
  if (!Array.isArray(base)) return over;
  if (!Array.isArray(over)) throw new CliError(`cannot override ${showPath(path)}`);
  return addNew(base, over);
}

function mergeMaps(base: YamlMap, over: YamlMap, path: Path): YamlMap {
  const merged: YamlMap = { ...base };
  for (const [key, item] of Object.entries(over)) {
    const below = base[key];
    merged[key] = below === undefined ? item : mergeValues(below, item, [...path, key]);
  }
  return merged;
}

/** What is there already in the same words is not added again. */
function addNew(base: readonly YamlValue[], over: readonly YamlValue[]): YamlValue[] {
  const merged = [...base];
  const known = new Set(base.map(sameKey));
  for (const item of over) {
    const key = sameKey(item);
    if (!known.has(key)) merged.push(item);
    known.add(key);
  }
  return merged;
}

function mergeAsList(base: YamlValue, over: YamlValue): YamlValue {
  return addNew(toList(base), toList(over));
}

/** `{A: 1}` → `[A=1]`. */
function toList(value: YamlValue): YamlValue[] {
  if (Array.isArray(value)) return value;
  if (typeof value === 'string') return [value];
  if (!isMap(value)) return [];
  return sortedKeys(value).flatMap((key) => {
    const item = value[key] ?? null;
    if (item === null) return [key];
    return (Array.isArray(item) ? item : [item]).map((one) => `${key}=${scalarText(one)}`);
  });
}

const scalarText = (value: YamlValue): string =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : goText(value);

/** Options add up only where both are for the same driver. */
function mergeLogging(base: YamlValue, over: YamlValue, path: Path): YamlValue {
  if (!isMap(base) || !isMap(over))
    throw new CliError(`${showPath(path)}: cannot merge logging: expected a mapping`);
  const isSame = base['driver'] === over['driver'] || !('driver' in base) || !('driver' in over);
  return isSame ? mergeMaps(base, over, path) : over;
}

function mergeBuild(base: YamlValue, over: YamlValue, path: Path): YamlValue {
  const toBuild = (value: YamlValue): YamlMap =>
    isMap(value) ? value : typeof value === 'string' ? { context: value } : {};
  return mergeMaps(toBuild(base), toBuild(over), path);
}

function mergeDependencies(base: YamlValue, over: YamlValue, path: Path): YamlValue {
  const named = (): YamlMap => ({ condition: 'service_started', required: true });
  return mergeMaps(toMap(base, named, path), toMap(over, named, path), path);
}

function mergeByName(base: YamlValue, over: YamlValue, path: Path): YamlValue {
  const named = (): null => null;
  return mergeMaps(toMap(base, named, path), toMap(over, named, path), path);
}

/** `[a, b]` → `{a: …, b: …}`. @throws CliError */
function toMap(value: YamlValue, named: () => YamlValue, path: Path): YamlMap {
  if (value === null) return {};
  if (isMap(value)) return value;
  const names = Array.isArray(value) ? value : [value];
  return Object.fromEntries(
    names.map((name) => {
      if (typeof name !== 'string') throw new CliError(`${showPath(path)}: cannot use it as a mapping key`);
      return [name, named()];
    }),
  );
}

/** By subnet. */
function mergeIpamPools(base: YamlValue, over: YamlValue, path: Path): YamlValue {
  if (!Array.isArray(base) || !Array.isArray(over))
    throw new CliError(`${showPath(path)}: expected a list of mappings`);
  const merged: YamlMap[] = [];
  const put = (pool: YamlMap): void => {
    const at = merged.findIndex((other) => other['subnet'] === pool['subnet']);
    if (at < 0) merged.push(pool);
    else merged[at] = pool;
  };
  for (const pool of base.filter(isMap)) {
    for (const other of over.filter(isMap)) {
      const isKnown = merged.some(({ subnet }) => subnet === other['subnet']);
      if (other['subnet'] !== pool['subnet'] && !isKnown) put(other);
      else put(mergeMaps(pool, other, path));
    }
  }
  return merged;
}
