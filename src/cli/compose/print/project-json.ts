import { isMap, type YamlValue } from '../../yaml/yaml-value.ts';
import { goJson } from './go-json.ts';
import type { Project } from '../project.ts';

/** What is printed of a project, top-level keys in order. Extensions are kept at the top only. @see compose-spec/compose-go v2.6.3 types/project.go MarshalJSON */
export function printedJson(project: Project): string {
  return goJson(printedValue(project), 2);
}

/** The same as a value. */
function printedValue(project: Project): Record<string, YamlValue> {
  const keys = ['name', 'services', 'networks', 'volumes', 'secrets', 'configs', 'models'];
  const own = Object.keys(project).filter((key) => key.startsWith('x-') || keys.includes(key));
  const values = project as unknown as Record<string, YamlValue>;
  return Object.fromEntries(
    own.sort().flatMap((key): [string, YamlValue][] => {
      const value = values[key];
      if (value === undefined || value === null) return [];
      return [[key, key.startsWith('x-') ? value : byName(value)]];
    }),
  );
}

/** Names may begin with `x-`: only the fields below them are fields. */
function byName(section: YamlValue): YamlValue {
  if (!isMap(section)) return section;
  return Object.fromEntries(Object.entries(section).map(([name, item]) => [name, withoutExtensions(item)]));
}

export function withoutExtensions(value: YamlValue): YamlValue {
  if (Array.isArray(value)) return value.map(withoutExtensions);
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !key.startsWith('x-'))
      .map(([key, item]) => [key, withoutExtensions(item)]),
  );
}
