import { isMap, type YamlMap, type YamlValue } from '../yaml/yaml-value.ts';
import type { Path } from './path.ts';

/** What becomes of a text at a place. */
export type TextChange = (text: string, path: Path) => YamlValue;

/** A model with all of its texts changed; keys stay as they are. @see compose-spec/compose-go v2.6.3 interpolation/interpolation.go, docker/cli v28.2.2 cli/compose/interpolation/interpolation.go */
export function changeTexts(map: YamlMap, change: TextChange, path: Path = []): YamlMap {
  return Object.fromEntries(
    Object.entries(map).map(([key, item]) => [key, changeValue(item, change, [...path, key])]),
  );
}

/** The same for one value. */
export function changeValue(value: YamlValue, change: TextChange, path: Path): YamlValue {
  if (isMap(value)) return changeTexts(value, change, path);
  if (Array.isArray(value)) return value.map((item) => changeValue(item, change, [...path, '[]']));
  return typeof value === 'string' ? change(value, path) : value;
}
