/** A JSON value. Objects are maps, so that keys like "10" keep their place. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = ReadonlyMap<string, Json>;

/** A value on its way through a filter that is an error: `try` and `?` catch it. */
export class JqError extends Error {
  readonly value: Json;

  constructor(value: Json) {
    super(typeof value === 'string' ? value : 'error');
    this.name = 'JqError';
    this.value = value;
  }
}

export type JsonType = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object';

export function typeOf(value: Json): JsonType {
  if (value === null) return 'null';
  if (isArray(value)) return 'array';
  return typeof value === 'object' ? 'object' : (typeof value as 'boolean' | 'number' | 'string');
}

export function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

export function isObject(value: Json): value is JsonObject {
  return value instanceof Map;
}

/** All but null and false. */
export function isTrue(value: Json): boolean {
  return value !== null && value !== false;
}

const ORDER: Readonly<Record<JsonType, number>> = {
  null: 0,
  boolean: 1,
  number: 3,
  string: 4,
  array: 5,
  object: 6,
};

function rank(value: Json): number {
  return value === true ? 2 : ORDER[typeOf(value)];
}

/** jq's order of all values: null, false, true, numbers, strings, arrays, objects. */
export function compareJson(a: Json, b: Json): number {
  const difference = rank(a) - rank(b);
  if (difference !== 0) return difference;
  if (typeof a === 'number' && typeof b === 'number') return a < b || Number.isNaN(a) ? -1 : a > b ? 1 : 0;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  if (isArray(a) && isArray(b)) return compareLists(a, b);
  if (!isObject(a) || !isObject(b)) return 0;
  const [left, right] = [[...a.keys()].sort(), [...b.keys()].sort()];
  return (
    compareLists(left, right) ||
    compareLists(
      left.map((key) => a.get(key) ?? null),
      right.map((key) => b.get(key) ?? null),
    )
  );
}

function compareLists(a: readonly Json[], b: readonly Json[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const result = compareJson(a[index] ?? null, b[index] ?? null);
    if (result !== 0) return result;
  }
  return a.length - b.length;
}

/** A value as messages show it, cut where it is long. */
export function shown(value: Json, text: string): string {
  const short = text.length > 11 ? `${text.slice(0, 10)}...` : text;
  return `${typeOf(value)} (${short})`;
}
