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

/** The patterns that begin alike. */
class Branch<T> {
  readonly parts = new Map<string, Branch<T>>();
  entry: T | undefined;

  /** Where patterns go on that this part fits. */
  next(part: string): Branch<T> | undefined {
    return this.parts.get(part) ?? this.parts.get('*');
  }

  /** The branch of this part, a new one where there is none. */
  grow(part: string): Branch<T> {
    const branch = this.parts.get(part) ?? new Branch<T>();
    this.parts.set(part, branch);
    return branch;
  }

  /** Has all of another one that it has not itself. */
  takeIn(other: Branch<T>): void {
    this.entry ??= other.entry;
    for (const [part, branch] of other.parts) this.grow(part).takeIn(branch);
  }

  /** What fits `*` fits a name too: then it is enough to look at the name. */
  spread(): void {
    const any = this.parts.get('*');
    for (const [part, branch] of this.parts) {
      if (any && part !== '*') branch.takeIn(any);
      branch.spread();
    }
  }
}

/** A table from patterns like `services.*.ports` to what is to be done there. Where a name and `*` both fit, the name counts. */
export class PathTable<T> {
  readonly #root = new Branch<T>();

  constructor(entries: Readonly<Record<string, T>>) {
    for (const [text, entry] of Object.entries(entries)) {
      const end = text.split('.').reduce((branch, part) => branch.grow(part), this.#root);
      end.entry = entry;
    }
    this.#root.spread();
  }

  find(path: Path): T | undefined {
    return this.at(path)?.entry;
  }

  /** The patterns that a path begins. */
  at(path: Path): Branch<T> | undefined {
    let branch: Branch<T> | undefined = this.#root;
    for (const part of path) branch = branch?.next(part);
    return branch;
  }
}

/** What becomes of a value that a table has an entry for. */
export type Change = (value: YamlValue, path: Path) => YamlValue;

/** The value with each place that the table names changed; below such a place it goes no further by itself. What has no such place is not copied. */
export function changeAt(table: PathTable<Change>, value: YamlValue, path: Path = []): YamlValue {
  return changeOn(table.at(path), value, path);
}

/** The same for what is in a list or a mapping. */
export function changeBelow(table: PathTable<Change>, value: YamlValue, path: Path): YamlValue {
  return changeInside(table.at(path), value, path);
}

function changeOn(branch: Branch<Change> | undefined, value: YamlValue, path: Path): YamlValue {
  return branch?.entry ? branch.entry(value, path) : changeInside(branch, value, path);
}

function changeInside(branch: Branch<Change> | undefined, value: YamlValue, path: Path): YamlValue {
  if (!branch || branch.parts.size === 0) return value;
  if (Array.isArray(value)) {
    const inner = branch.next('[]');
    return inner ? value.map((item) => changeOn(inner, item, [...path, '[]'])) : value;
  }
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const inner = branch.next(key);
      return [key, inner ? changeOn(inner, item, [...path, key]) : item];
    }),
  );
}
