import { isMap, type YamlValue } from '../yaml/yaml-value.ts';

/** Where a value stands: keys, and `[]` or an index in a list. */
export type Path = readonly string[];

/** `services.web.ports` */
export function showPath(path: Path): string {
  return path.join('.');
}

/** Whether a path has the form of a pattern: `*` is any one part. @see compose-spec/compose-go v2 tree/path.go */
export function matchesPattern(path: Path, pattern: Path): boolean {
  return (
    path.length === pattern.length &&
    pattern.every((part, index) => part === '*' || part === String(path[index]))
  );
}

/** A table from patterns like `services.*.ports` to what is to be done there. */
export class PathTable<T> {
  readonly #byLength = new Map<number, { readonly pattern: Path; readonly entry: T }[]>();

  constructor(entries: Readonly<Record<string, T>>) {
    for (const [text, entry] of Object.entries(entries)) {
      const pattern = text.split('.');
      const same = this.#byLength.get(pattern.length) ?? [];
      this.#byLength.set(pattern.length, [...same, { pattern, entry }]);
    }
  }

  find(path: Path): T | undefined {
    return this.#byLength.get(path.length)?.find(({ pattern }) => matchesPattern(path, pattern))?.entry;
  }
}

/** What becomes of a value that a table has an entry for. */
export type Change = (value: YamlValue, path: Path) => YamlValue;

/** The value with each place that the table names changed; below such a place it goes no further by itself. */
export function changeAt(table: PathTable<Change>, value: YamlValue, path: Path = []): YamlValue {
  const change = table.find(path);
  return change ? change(value, path) : changeBelow(table, value, path);
}

/** The same for what is in a list or a mapping. */
export function changeBelow(table: PathTable<Change>, value: YamlValue, path: Path): YamlValue {
  if (Array.isArray(value)) return value.map((item) => changeAt(table, item, [...path, '[]']));
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, changeAt(table, item, [...path, key])]),
  );
}
