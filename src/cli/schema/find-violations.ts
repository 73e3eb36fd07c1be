import { isMap, sameYaml, sortedKeys, type YamlMap, type YamlValue } from '../yaml/yaml-value.ts';
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
  const kind = typeOf(value);
  if (schema.type && !schema.type.some((name) => isA(kind, name)))
    return [{ path, fault: { kind: 'type', want: schema.type } }];
  if (schema.enum && !schema.enum.includes(String(value)))
    return [{ path, fault: { kind: 'enum', want: schema.enum } }];
  return [
    ...(isMap(value) ? mapViolations(schema, value, path) : []),
    ...(Array.isArray(value) ? listViolations(schema, value, path) : []),
    ...scalarViolations(schema, value, path),
    ...(schema.oneOf ? oneOfViolations(schema.oneOf, value, path) : []),
  ];
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
  const missing = (schema.required ?? []).filter((key) => !(key in map));
  const found: Violation[] = [];
  const unknown: string[] = [];
  if (missing.length > 0) found.push({ path, fault: { kind: 'required', missing } });
  for (const key of sortedKeys(map)) {
    const schemas = schemasOf(schema, key);
    for (const inner of schemas) found.push(...findViolations(inner, map[key] ?? null, [...path, key]));
    if (schemas.length === 0 && schema.closed) unknown.push(key);
  }
  if (unknown.length > 0) found.push({ path, fault: { kind: 'keys', unknown } });
  return found;
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
    list.forEach((item, index) => found.push(...findViolations(items, item, [...path, String(index)])));
  return found;
}

function firstTwins(list: readonly YamlValue[]): [number, number] | undefined {
  for (const [second, item] of list.entries()) {
    const first = list.findIndex((other) => sameYaml(other, item));
    if (first < second) return [first, second];
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
