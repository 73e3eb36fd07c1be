import { sortKeys } from './write-yaml.ts';
import { isMap, type YamlMap, type YamlValue } from './yaml-value.ts';

/** A value whose maps have their keys in order, at all depths. */
export function sortedDeep(value: YamlValue): YamlValue {
  if (Array.isArray(value)) return value.map(sortedDeep);
  if (!isMap(value)) return value;
  const sorted: YamlMap = {};
  for (const key of sortKeys(Object.keys(value))) sorted[key] = sortedDeep(value[key] ?? null);
  return sorted;
}
