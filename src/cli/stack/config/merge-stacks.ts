import {
  isMap,
  listOf,
  mapOf,
  numberOf,
  textOf,
  type YamlMap,
  type YamlValue,
} from '../../yaml/yaml-value.ts';
import { inOrder } from './fields.ts';
import { inFieldOrder } from './load-service.ts';

/** One file over another. Things of the later one replace those of the earlier one; services are merged. @see docker/cli v28.2.2 cli/compose/loader/merge.go */
export function mergeStacks(below: YamlMap, above: YamlMap): YamlMap {
  const services = { ...mapOf(below['services']) };
  for (const [name, service] of Object.entries(mapOf(above['services'])))
    services[name] = name in services ? mergeServices(mapOf(services[name]), mapOf(service)) : service;
  const merged = ['networks', 'volumes', 'secrets', 'configs'].flatMap((section): [string, YamlMap][] => {
    const all = inOrder(Object.entries({ ...mapOf(below[section]), ...mapOf(above[section]) }));
    return all ? [[section, all]] : [];
  });
  const { version } = below;
  const own = Object.entries(below).filter(([key]) => key.startsWith('x-'));
  return Object.fromEntries([
    ['version', version ?? null],
    ['services', inOrder(Object.entries(services)) ?? {}],
    ...merged,
    ...own,
  ]);
}

type Merge = (below: YamlValue, above: YamlValue) => YamlValue;

const replace: Merge = (_, above) => above;

/** One of each key, in the order of a number or a text. */
function oneOfEach(keyOf: (item: YamlMap) => string, orderOf: (item: YamlMap) => string | number): Merge {
  return (below, above) => {
    const all = new Map(
      [...listOf(below), ...listOf(above)].map((item) => [keyOf(mapOf(item)), mapOf(item)]),
    );
    return [...all.values()].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : orderOf(a) > orderOf(b) ? 1 : 0));
  };
}

const bySource = oneOfEach(
  ({ source }) => textOf(source) ?? '',
  ({ source }) => textOf(source) ?? '',
);

/** What a network of a service says replaces names and drivers' options; addresses stay where there are no new ones. */
const mergeNetworks: Merge = (below, above) => {
  const networks = { ...mapOf(below) };
  for (const [name, use] of Object.entries(mapOf(above))) {
    const before = networks[name];
    if (!isMap(before) || !isMap(use)) networks[name] = use ?? before ?? null;
    else {
      const addresses = Object.entries(before).filter(([key]) => key.endsWith('_address'));
      networks[name] = { ...Object.fromEntries(addresses), ...use };
    }
  }
  return inOrder(Object.entries(networks)) ?? {};
};

/** Options of another driver go. */
const mergeLogging: Merge = (below, above) => {
  const [one, other] = [textOf(mapOf(below)['driver']), textOf(mapOf(above)['driver'])];
  return one !== undefined && other !== undefined && one !== other
    ? above
    : mergeMaps(mapOf(below), mapOf(above));
};

/** Variables that say nothing change nothing. */
const mergeVariables: Merge = (below, above) => {
  const said = Object.entries(mapOf(above)).filter(
    ([name, value]) => !(name in mapOf(below)) || (value !== null && value !== ''),
  );
  return inOrder(Object.entries({ ...mapOf(below), ...Object.fromEntries(said) })) ?? {};
};

/** How fields of a service are merged that are neither maps nor lists, or not as such. */
const SPECIAL: Readonly<Record<string, Merge>> = {
  command: replace,
  entrypoint: replace,
  ulimits: (below, above) => inOrder(Object.entries({ ...mapOf(below), ...mapOf(above) })) ?? {},
  environment: mergeVariables,
  networks: mergeNetworks,
  logging: mergeLogging,
  init: (below, above) => (above === true ? true : below),
  ports: oneOfEach(
    (port) => JSON.stringify([port['mode'], port['target'], port['published'], port['protocol']]),
    (port) => numberOf(port['published']) ?? 0,
  ),
  secrets: bySource,
  configs: bySource,
  volumes: oneOfEach(
    ({ target }) => textOf(target) ?? '',
    ({ target }) => textOf(target) ?? '',
  ),
};

function mergeServices(below: YamlMap, above: YamlMap): YamlMap {
  return inFieldOrder(mergeMaps(below, above, SPECIAL));
}

function mergeMaps(below: YamlMap, above: YamlMap, special: Readonly<Record<string, Merge>> = {}): YamlMap {
  const merged: YamlMap = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const before = below[key];
    merged[key] =
      before === undefined || before === null ? value : (special[key] ?? mergeValues)(before, value);
  }
  return merged;
}

/** Maps are merged, lists added; a duration of nothing changes nothing. */
function mergeValues(below: YamlValue, above: YamlValue): YamlValue {
  if (isMap(below) && isMap(above)) return mergeMaps(below, above);
  if (Array.isArray(below) && Array.isArray(above)) return [...below, ...above];
  return above === '0s' ? below : above;
}
