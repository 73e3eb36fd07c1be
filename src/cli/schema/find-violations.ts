import { eachInPieces, type Work } from '../../lib/work.ts';
import { isMap, sameKey, sortedKeys, type YamlMap, type YamlValue } from '../yaml/yaml-value.ts';
import type { Schema, TypeName } from './schema.ts';
import { ownEntry } from '../../lib/table.ts';

/** What a schema has against a value. */
export type Fault =
  | { readonly kind: 'type'; readonly want: readonly TypeName[] }
  | { readonly kind: 'enum'; readonly want: readonly string[] }
  | { readonly kind: 'required'; readonly missing: readonly string[] }
  | { readonly kind: 'keys'; readonly unknown: readonly string[] }
  | { readonly kind: 'unique'; readonly first: number; readonly second: number }
  | { readonly kind: 'pattern'; readonly pattern: string; readonly text: string }
  | { readonly kind: 'minimum' | 'maximum'; readonly limit: number }
  | { readonly kind: 'format'; readonly format: string; readonly text: string }
  | { readonly kind: 'oneOf'; readonly matched: readonly number[] };

export interface Violation {
  readonly path: readonly string[];
  readonly fault: Fault;
  /** What is wrong with each of the forms that would do. */
  readonly forms?: readonly (readonly Violation[])[];
}

/** Everything that is wrong with a value; keys of mappings in the order of their bytes. */
export function findViolations(schema: Schema, value: YamlValue, path: readonly string[] = []): Violation[] {
  const refusal = refusalOf(schema, value, path);
  if (refusal) return [refusal];
  return [
    ...(isMap(value) ? mapViolations(schema, value, path) : []),
    ...(Array.isArray(value) ? listViolations(schema, value, path) : []),
    ...scalarViolations(schema, value, path),
    ...(schema.oneOf ? oneOfViolations(schema.oneOf, value, path) : []),
  ];
}

/** The same of a mapping of mappings, one of them at a time. */
export function* findViolationsInPieces(
  schema: Schema,
  value: YamlValue,
  path: readonly string[] = [],
): Work<Violation[]> {
  if (!isMap(value) || schema.oneOf || refusalOf(schema, value, path))
    return findViolations(schema, value, path);
  const check = new MapCheck(schema, value, path);
  if (path.length === 0)
    for (const [key, inner, item] of check.entries())
      check.add(yield* findViolationsInPieces(inner, item, [key]));
  else
    yield* eachInPieces([...check.entries()], ([key, inner, item]) =>
      check.add(findViolations(inner, item, [...path, key])),
    );
  return check.end();
}

/** Of another kind than it has to be. */
function refusalOf(schema: Schema, value: YamlValue, path: readonly string[]): Violation | undefined {
  const kind = typeOf(value);
  if (schema.type && !schema.type.some((name) => isA(kind, name)))
    return { path, fault: { kind: 'type', want: schema.type } };
  if (schema.enum && !schema.enum.includes(String(value)))
    return { path, fault: { kind: 'enum', want: schema.enum } };
  return undefined;
}

function typeOf(value: YamlValue): TypeName {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value === 'boolean' ? 'boolean' : typeof value === 'string' ? 'string' : 'object';
}

function isA(kind: TypeName, name: TypeName): boolean {
  return kind === name || (kind === 'integer' && name === 'number');
}

function mapViolations(schema: Schema, map: YamlMap, path: readonly string[]): Violation[] {
  const check = new MapCheck(schema, map, path);
  for (const [key, inner, item] of check.entries()) check.add(findViolations(inner, item, [...path, key]));
  return check.end();
}

/** A mapping that is looked at an entry at a time. */
class MapCheck {
  readonly #schema: Schema;
  readonly #map: YamlMap;
  readonly #path: readonly string[];
  readonly #found: Violation[] = [];
  readonly #unknown: string[] = [];

  constructor(schema: Schema, map: YamlMap, path: readonly string[]) {
    this.#schema = schema;
    this.#map = map;
    this.#path = path;
    const missing = (schema.required ?? []).filter((key) => !(key in map));
    if (missing.length > 0) this.#found.push({ path, fault: { kind: 'required', missing } });
  }

  /** What has to be looked at, and by which schema. */
  *entries(): Generator<readonly [key: string, schema: Schema, item: YamlValue]> {
    for (const key of sortedKeys(this.#map)) {
      const schemas = schemasOf(this.#schema, key);
      for (const schema of schemas) yield [key, schema, this.#map[key] ?? null];
      if (schemas.length === 0 && this.#schema.closed) this.#unknown.push(key);
    }
  }

  add(violations: readonly Violation[]): void {
    for (const violation of violations) this.#found.push(violation);
  }

  end(): Violation[] {
    if (this.#unknown.length > 0)
      this.#found.push({ path: this.#path, fault: { kind: 'keys', unknown: this.#unknown } });
    return this.#found;
  }
}

function schemasOf({ properties, patternProperties = [] }: Schema, key: string): Schema[] {
  const own = properties && ownEntry(properties, key);
  const matching = patternProperties.filter(([pattern]) => pattern.test(key)).map(([, schema]) => schema);
  return own ? [own, ...matching] : matching;
}

function listViolations(schema: Schema, list: readonly YamlValue[], path: readonly string[]): Violation[] {
  const found: Violation[] = [];
  const same = schema.uniqueItems ? firstTwins(list) : undefined;
  if (same) found.push({ path, fault: { kind: 'unique', first: same[0], second: same[1] } });
  const { items } = schema;
  if (items)
    list.forEach((item, index) => {
      for (const one of findViolations(items, item, [...path, String(index)])) found.push(one);
    });
  return found;
}

function firstTwins(list: readonly YamlValue[]): [number, number] | undefined {
  const seen = new Map<string, number>();
  for (const [second, item] of list.entries()) {
    const first = seen.get(sameKey(item));
    if (first !== undefined) return [first, second];
    seen.set(sameKey(item), second);
  }
  return undefined;
}

function scalarViolations(schema: Schema, value: YamlValue, path: readonly string[]): Violation[] {
  const { pattern, format, minimum, maximum } = schema;
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  if (typeof value === 'string' && pattern !== undefined && !new RegExp(pattern).test(value))
    return [{ path, fault: { kind: 'pattern', pattern, text: value } }];
  if (format && text !== undefined && !format.accepts(value))
    return [{ path, fault: { kind: 'format', format: format.name, text } }];
  if (typeof value !== 'number') return [];
  if (minimum !== undefined && value < minimum) return [{ path, fault: { kind: 'minimum', limit: minimum } }];
  if (maximum !== undefined && value > maximum) return [{ path, fault: { kind: 'maximum', limit: maximum } }];
  return [];
}

function oneOfViolations(schemas: readonly Schema[], value: YamlValue, path: readonly string[]): Violation[] {
  const results = schemas.map((schema) => findViolations(schema, value, path));
  const matched = results.flatMap((violations, index) => (violations.length === 0 ? [index] : []));
  if (matched.length === 1) return [];
  const fault = { kind: 'oneOf', matched } as const;
  return [{ path, fault, ...(matched.length === 0 ? { forms: results } : {}) }];
}
