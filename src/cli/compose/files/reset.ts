import { isMap, type YamlMap, type YamlValue } from '../../yaml/yaml-value.ts';
import { matchesPattern, type Path } from '../../model/path.ts';

/** A model without what a later file resets or overrides. Items of lists can't be reset. @see compose-spec/compose-go v2.6.3 loader/reset.go */
export function applyResets(model: YamlMap, resets: readonly Path[]): YamlMap {
  return resets.length === 0 ? model : resetMap(model, resets, []);
}

function resetMap(map: YamlMap, resets: readonly Path[], path: Path): YamlMap {
  const kept = Object.entries(map).flatMap(([key, item]): [string, YamlValue][] => {
    const next = [...path, key];
    if (resets.some((pattern) => matchesPattern(next, pattern))) return [];
    return [[key, isMap(item) ? resetMap(item, resets, next) : item]];
  });
  return Object.fromEntries(kept);
}
