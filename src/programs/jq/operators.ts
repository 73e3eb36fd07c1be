import { formatJson } from './json.ts';
import { compareJson, isArray, isObject, JqError, shown, typeOf, type Json } from './value.ts';

const show = (value: Json): string => shown(value, formatJson(value));

/** Arithmetic and comparison. @throws JqError */
export function operate(operator: string, a: Json, b: Json): Json {
  switch (operator) {
    case '==':
      return compareJson(a, b) === 0;
    case '!=':
      return compareJson(a, b) !== 0;
    case '<':
      return compareJson(a, b) < 0;
    case '<=':
      return compareJson(a, b) <= 0;
    case '>':
      return compareJson(a, b) > 0;
    case '>=':
      return compareJson(a, b) >= 0;
    case '+':
      return add(a, b);
    case '-':
      return subtract(a, b);
    case '*':
      return multiply(a, b);
    case '/':
      return divide(a, b);
    default:
      return remainder(a, b);
  }
}

function add(a: Json, b: Json): Json {
  if (a === null) return b;
  if (b === null) return a;
  if (typeof a === 'number' && typeof b === 'number') return a + b;
  if (typeof a === 'string' && typeof b === 'string') return a + b;
  if (isArray(a) && isArray(b)) return [...a, ...b];
  if (isObject(a) && isObject(b)) return new Map([...a, ...b]);
  throw new JqError(`${show(a)} and ${show(b)} cannot be added`);
}

function subtract(a: Json, b: Json): Json {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (isArray(a) && isArray(b)) return a.filter((item) => !b.some((other) => compareJson(item, other) === 0));
  throw new JqError(`${show(a)} and ${show(b)} cannot be subtracted`);
}

function multiply(a: Json, b: Json): Json {
  if (typeof a === 'number' && typeof b === 'number') return a * b;
  if (typeof a === 'string' && typeof b === 'number')
    return b > 0 ? a.repeat(Math.max(1, Math.ceil(b))) : null;
  if (typeof a === 'number' && typeof b === 'string') return multiply(b, a);
  if (isObject(a) && isObject(b)) return merge(a, b);
  throw new JqError(`${show(a)} and ${show(b)} cannot be multiplied`);
}

/** Deeply: objects of both are merged, all else is the right one's. */
function merge(a: ReadonlyMap<string, Json>, b: ReadonlyMap<string, Json>): Json {
  const result = new Map(a);
  for (const [key, value] of b) {
    const old = a.get(key);
    result.set(key, old !== undefined && isObject(old) && isObject(value) ? merge(old, value) : value);
  }
  return result;
}

function divide(a: Json, b: Json): Json {
  if (typeof a === 'number' && typeof b === 'number') {
    if (b === 0) throw new JqError(`${show(a)} and ${show(b)} cannot be divided because the divisor is zero`);
    return a / b;
  }
  if (typeof a === 'string' && typeof b === 'string') return a === '' ? [] : a.split(b);
  throw new JqError(`${show(a)} and ${show(b)} cannot be divided`);
}

function remainder(a: Json, b: Json): Json {
  if (typeof a !== 'number' || typeof b !== 'number')
    throw new JqError(`${show(a)} and ${show(b)} cannot be divided`);
  if (Math.trunc(b) === 0)
    throw new JqError(`${show(a)} and ${show(b)} cannot be divided because the divisor is zero`);
  return Math.trunc(a) % Math.abs(Math.trunc(b)) || 0;
}

/** `.[key]` for every kind of key. @throws JqError */
export function indexJson(of: Json, key: Json): Json {
  if (isObject(key)) return sliceJson(of, key.get('start') ?? null, key.get('end') ?? null);
  if (of === null && (typeof key === 'string' || typeof key === 'number' || key === null)) return null;
  if (isObject(of) && typeof key === 'string') return of.get(key) ?? null;
  if (isArray(of) && typeof key === 'number') {
    const at = Math.floor(key);
    return (at < 0 ? of[of.length + at] : of[at]) ?? null;
  }
  if (isArray(of) && isArray(key)) return indicesOf(of, key);
  throw new JqError(`Cannot index ${typeOf(of)} with ${typeof key === 'string' ? `"${key}"` : typeOf(key)}`);
}

/** Where a list stands in another. */
export function indicesOf(of: Json, what: Json): Json {
  if (of === null) return null;
  if (typeof of === 'string' && typeof what === 'string') {
    const found: number[] = [];
    for (let at = what === '' ? -1 : of.indexOf(what); at >= 0; at = of.indexOf(what, at + 1)) found.push([...of.slice(0, at)].length);
    return found;
  }
  if (!isArray(of)) throw new JqError(`Cannot determine indices of ${typeOf(what)} in ${typeOf(of)}`);
  const list = isArray(what) ? what : [what];
  if (list.length === 0) return null;
  return of.flatMap((_, at) => (list.every((item, index) => at + index < of.length && compareJson(of[at + index] ?? null, item) === 0) ? [at] : []));
} // prettier-ignore

function bounds(length: number, from: Json, to: Json): [number, number] {
  const place = (value: Json, otherwise: number, round: (x: number) => number): number => {
    if (value === null) return otherwise;
    if (typeof value !== 'number')
      throw new JqError('Start and end indices of an array slice must be numbers');
    const at = round(value < 0 ? value + length : value);
    return Math.min(length, Math.max(0, at));
  };
  const start = place(from, 0, Math.floor);
  return [start, Math.max(start, place(to, length, Math.ceil))];
}

/** `.[from:to]` @throws JqError */
export function sliceJson(of: Json, from: Json, to: Json): Json {
  if (of === null) return null;
  if (typeof of === 'string') {
    const chars = [...of];
    return chars.slice(...bounds(chars.length, from, to)).join('');
  }
  if (!isArray(of)) throw new JqError(`Cannot index ${typeOf(of)} with object`);
  return of.slice(...bounds(of.length, from, to));
}

export type Path = readonly Json[];

export function getPath(value: Json, path: Path): Json {
  return path.reduce<Json>((at, key) => (at === null ? null : indexJson(at, key)), value);
}

/** The value with another one at a path. @throws JqError */
export function setPath(value: Json, path: Path, put: Json): Json {
  const [key = null, ...rest] = path;
  if (path.length === 0) return put;
  const inner = setPath(value === null ? null : indexJson(value, key), rest, put);
  if (isObject(key)) {
    if (value !== null && !isArray(value)) throw new JqError(`Cannot update field at object index of ${typeOf(value)}`);
    if (!isArray(inner)) throw new JqError('A slice of an array can only be assigned another array');
    const list = value ?? [];
    const [start, end] = bounds(list.length, key.get('start') ?? null, key.get('end') ?? null);
    return [...list.slice(0, start), ...inner, ...list.slice(end)];
  }
  if (typeof key === 'string' && (value === null || isObject(value))) return new Map(value ?? []).set(key, inner);
  if (typeof key !== 'number' || (value !== null && !isArray(value)))
    throw new JqError(`Cannot index ${typeOf(value)} with ${typeof key === 'string' ? `"${key}"` : typeOf(key)}`);
  const list = [...(value ?? [])];
  const at = key < 0 ? list.length + Math.floor(key) : Math.floor(key);
  if (at < 0) throw new JqError('Out of bounds negative array index');
  if (at > 536_870_911) throw new JqError('Array index too large');
  while (list.length < at) list.push(null);
  list[at] = inner;
  return list;
} // prettier-ignore

/** The value without what is at these paths. @throws JqError */
export function deletePaths(value: Json, paths: readonly Path[]): Json {
  return [...paths].sort((a, b) => -compareJson(a, b)).reduce(deletePath, value);
}

function deletePath(value: Json, path: Path): Json {
  const [key = null, ...rest] = path;
  if (path.length === 0 || value === null) return null;
  if (rest.length > 0) {
    const inner = indexJson(value, key);
    return inner === null ? value : setPath(value, [key], deletePath(inner, rest));
  }
  if (isObject(value) && typeof key === 'string') {
    const copy = new Map(value);
    copy.delete(key);
    return copy;
  }
  if (isArray(value) && typeof key === 'number') {
    const at = key < 0 ? value.length + key : key;
    return value.filter((_, index) => index !== at);
  }
  if (isArray(value) && isObject(key)) {
    const [start, end] = bounds(value.length, key.get('start') ?? null, key.get('end') ?? null);
    return [...value.slice(0, start), ...value.slice(end)];
  }
  throw new JqError(`Cannot delete field at ${isObject(value) ? 'object' : 'array'} index of ${isObject(value) ? typeOf(key) : typeOf(value)}`);
} // prettier-ignore
