import { tableOf } from '../../lib/table.ts';
import { parseTime } from '../support/parse-time.ts';
import { strftime } from '../support/strftime.ts';
import { applyFormat, toStringValue } from './formats.ts';
import { formatJson, JsonSyntaxError, parseJson } from './json.ts';
import { deletePaths, indicesOf, operate, setPath, type Path } from './operators.ts';
import { splitByPattern } from './patterns.ts';
import { compareJson, isArray, isObject, JqError, shown, typeOf, type Json } from './value.ts';

type ValueFunction = (input: Json, ...args: Json[]) => Json;

const show = (value: Json): string => shown(value, formatJson(value));

function text(value: Json, what: string): string {
  if (typeof value === 'string') return value;
  throw new JqError(`${show(value)} ${what}`);
}

function list(value: Json, what: string): readonly Json[] {
  if (isArray(value)) return value;
  throw new JqError(`${show(value)} ${what}`);
}

function number(value: Json): number {
  if (typeof value === 'number') return value;
  throw new JqError(`${show(value)} number required`);
}

const math =
  (name: (x: number) => number): ValueFunction =>
  (input) =>
    name(number(input));

function length(input: Json): Json {
  if (input === null) return 0;
  if (typeof input === 'string') return [...input].length;
  if (typeof input === 'number') return Math.abs(input);
  if (isArray(input)) return input.length;
  if (isObject(input)) return input.size;
  throw new JqError(`${show(input)} has no length`);
}

function keys(input: Json, sorted: boolean): Json {
  if (isArray(input)) return input.map((_, index) => index);
  if (!isObject(input)) throw new JqError(`${show(input)} has no keys`);
  return sorted ? [...input.keys()].sort() : [...input.keys()];
}

function has(input: Json, key: Json): Json {
  if (isObject(input) && typeof key === 'string') return input.has(key);
  if (isArray(input) && typeof key === 'number') return key >= 0 && key < input.length;
  throw new JqError(
    `Cannot check whether ${typeOf(input)} has a ${typeof key === 'string' ? 'string' : typeOf(key)} key`,
  );
}

function contains(a: Json, b: Json): boolean {
  if (isObject(a) && isObject(b)) return [...b].every(([key, value]) => a.has(key) && contains(a.get(key) ?? null, value));
  if (isArray(a) && isArray(b)) return b.every((value) => a.some((other) => typeOf(other) === typeOf(value) && contains(other, value)));
  if (typeof a === 'string' && typeof b === 'string') return a.includes(b);
  if (typeOf(a) === typeOf(b)) return compareJson(a, b) === 0;
  throw new JqError(`${show(a)} and ${show(b)} cannot have their containment checked`);
} // prettier-ignore

function flatten(input: Json, depth: Json): Json {
  if (typeof depth === 'number' && depth < 0) throw new JqError('flatten depth must not be negative');
  const items = list(input, 'cannot be flattened');
  const flat = (all: readonly Json[], left: number): Json[] => all.flatMap((item) => (isArray(item) && left > 0 ? flat(item, left - 1) : [item]));
  return flat(items, typeof depth === 'number' ? depth : Infinity);
} // prettier-ignore

function toNumber(input: Json): Json {
  if (typeof input === 'number') return input;
  if (typeof input === 'string' && /^\s*-?(\d+(?:\.\d*)?|\.\d+)([eE][-+]?\d+)?\s*$/.test(input)) return Number(input);
  throw new JqError(typeof input === 'string' ? `Cannot parse '${input}' as a number`.replace(/^.*$/, `Invalid numeric literal at EOF at line 1, column ${input.length} (while parsing '${input}')`) : `${show(input)} cannot be parsed as a number`);
} // prettier-ignore

function fromJson(input: Json): Json {
  const source = text(input, 'only strings can be parsed');
  try {
    return parseJson(source);
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    throw new JqError(`${error.message} (while parsing '${source}')`);
  }
}

function join(input: Json, separator: Json): Json {
  const items = list(input, 'cannot be iterated over');
  const parts = items.map((item) => {
    if (item !== null && typeof item === 'object')
      throw new JqError(`${show(separator)} and ${show(item)} cannot be added`);
    return item === null ? '' : toStringValue(item);
  });
  return parts.length === 0 ? '' : parts.join(text(separator, 'cannot join'));
}

function brokenDownTime(seconds: number): Json {
  const date = new Date(Math.floor(seconds * 1000));
  const start = Date.UTC(date.getUTCFullYear(), 0, 1);
  return [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds() + (seconds % 1), date.getUTCDay(), Math.floor((date.getTime() - start) / 86_400_000)];
} // prettier-ignore

function seconds(input: Json): number {
  if (typeof input === 'number') return input;
  const [year = 0, month = 0, day = 1, hour = 0, minute = 0, second = 0] = list(
    input,
    'requires array of 6 numbers',
  ).map(number);
  return Date.UTC(year, month, day, hour, minute, Math.floor(second)) / 1000;
}

function parseWith(input: Json, format: Json): Json {
  const source = text(input, 'cannot be parsed as a date');
  const ms = parseTime(source.replace(/^(\d{4}-\d\d-\d\d)T/, '$1 ').replace(/Z$/, ' UTC'), 0);
  if (ms === undefined)
    throw new JqError(`date "${source}" does not match format "${toStringValue(format)}"`);
  return brokenDownTime(ms / 1000);
}

const trimmed = (start: boolean, end: boolean): ValueFunction => (input) => {
  let result = text(input, 'cannot be trimmed');
  if (start) result = result.trimStart();
  return end ? result.trimEnd() : result;
}; // prettier-ignore

/** Functions of values alone, by name and number of arguments. Simplified: strptime reads dates by their look, not by its format. */
export const VALUE_FUNCTIONS: Readonly<Record<string, ValueFunction>> = tableOf({
  'not/0': (input) => input === null || input === false,
  'length/0': length,
  'utf8bytelength/0': (input) => new TextEncoder().encode(text(input, 'only strings have UTF-8 byte length')).length,
  'keys/0': (input) => keys(input, true),
  'keys_unsorted/0': (input) => keys(input, false),
  'has/1': has,
  'contains/1': contains,
  'type/0': typeOf,
  'add/0': (input) => (isObject(input) ? [...input.values()] : list(input, 'cannot be iterated over')).reduce((sum, item) => operate('+', sum, item), null),
  'tostring/0': toStringValue,
  'tonumber/0': toNumber,
  'tojson/0': (input) => formatJson(input),
  'fromjson/0': fromJson,
  'ascii_downcase/0': (input) => text(input, 'cannot be lowercased').replace(/[A-Z]/g, (char) => char.toLowerCase()),
  'ascii_upcase/0': (input) => text(input, 'cannot be uppercased').replace(/[a-z]/g, (char) => char.toUpperCase()),
  'explode/0': (input) => [...text(input, 'cannot be exploded')].map((char) => char.codePointAt(0) ?? 0),
  'implode/0': (input) => String.fromCodePoint(...list(input, 'cannot be imploded').map(number)),
  'startswith/1': (input, prefix) => {
    if (typeof input !== 'string' || typeof prefix !== 'string') throw new JqError('startswith() requires string inputs');
    return input.startsWith(prefix);
  },
  'endswith/1': (input, suffix) => {
    if (typeof input !== 'string' || typeof suffix !== 'string') throw new JqError('endswith() requires string inputs');
    return input.endsWith(suffix);
  },
  'ltrimstr/1': (input, prefix) => (typeof input === 'string' && typeof prefix === 'string' && input.startsWith(prefix) ? input.slice(prefix.length) : input),
  'rtrimstr/1': (input, suffix) => (typeof input === 'string' && typeof suffix === 'string' && suffix !== '' && input.endsWith(suffix) ? input.slice(0, -suffix.length) : input),
  'trim/0': trimmed(true, true),
  'ltrim/0': trimmed(true, false),
  'rtrim/0': trimmed(false, true),
  'split/1': (input, separator) => operate('/', text(input, 'cannot be split'), text(separator, 'cannot split')),
  'split/2': (input, pattern, flags) => splitByPattern(input, pattern, flags),
  'join/1': join,
  'flatten/0': (input) => flatten(input, null),
  'flatten/1': flatten,
  'reverse/0': (input) => (typeof input === 'string' ? [...input].reverse().join('') : input === null ? [] : [...list(input, 'cannot be reversed, as it is not an array')].reverse()),
  'sort/0': (input) => [...list(input, 'cannot be sorted, as it is not an array')].sort(compareJson),
  'unique/0': (input) => [...list(input, 'cannot be sorted, as it is not an array')].sort(compareJson).filter((item, index, all) => index === 0 || compareJson(item, all[index - 1] ?? null) !== 0),
  'min/0': (input) => list(input, 'cannot be iterated over').reduce<Json>((best, item, index) => (index === 0 || compareJson(item, best) < 0 ? item : best), null),
  'max/0': (input) => list(input, 'cannot be iterated over').reduce<Json>((best, item, index) => (index === 0 || compareJson(item, best) >= 0 ? item : best), null),
  'transpose/0': (input) => {
    const rows = list(input, 'cannot be transposed').map((row) => list(row, 'cannot be transposed'));
    return Array.from({ length: Math.max(0, ...rows.map((row) => row.length)) }, (_, column) => rows.map((row) => row[column] ?? null));
  },
  'indices/1': indicesOf,
  'index/1': (input, what) => ((indicesOf(input, what) ?? []) as readonly Json[])[0] ?? null,
  'rindex/1': (input, what) => ((indicesOf(input, what) ?? []) as readonly Json[]).at(-1) ?? null,
  'floor/0': math(Math.floor), 'ceil/0': math(Math.ceil), 'round/0': math(Math.round), 'trunc/0': math(Math.trunc), 'sqrt/0': math(Math.sqrt), 'fabs/0': math(Math.abs),
  'exp/0': math(Math.exp), 'log/0': math(Math.log), 'log2/0': math(Math.log2), 'log10/0': math(Math.log10), 'exp2/0': math((x) => 2 ** x), 'exp10/0': math((x) => 10 ** x),
  'sin/0': math(Math.sin), 'cos/0': math(Math.cos), 'tan/0': math(Math.tan), 'asin/0': math(Math.asin), 'acos/0': math(Math.acos), 'atan/0': math(Math.atan), 'cbrt/0': math(Math.cbrt),
  'pow/2': (_, base, power) => number(base) ** number(power),
  'fmin/2': (_, a, b) => Math.min(number(a), number(b)),
  'fmax/2': (_, a, b) => Math.max(number(a), number(b)),
  'infinite/0': () => Infinity,
  'nan/0': () => Number.NaN,
  'isinfinite/0': (input) => Math.abs(number(input)) === Infinity,
  'isnan/0': (input) => Number.isNaN(number(input)),
  'isnormal/0': (input) => Number.isFinite(number(input)) && Math.abs(number(input)) >= 2.2250738585072014e-308,
  'setpath/2': (input, path, value) => setPath(input, list(path, 'Path must be specified as an array'), value),
  'delpaths/1': (input, paths) => deletePaths(input, list(paths, 'Paths must be specified as an array') as readonly Path[]),
  'gmtime/0': (input) => brokenDownTime(number(input)),
  'localtime/0': (input) => brokenDownTime(number(input)),
  'mktime/0': (input) => Math.floor(seconds(input)),
  'strftime/1': (input, format) => strftime(text(format, 'strftime/1 requires a string format'), seconds(input) * 1000),
  'strflocaltime/1': (input, format) => strftime(text(format, 'strftime/1 requires a string format'), seconds(input) * 1000),
  'strptime/1': parseWith,
  'format/1': (input, name) => {
    const result = applyFormat(`@${toStringValue(name)}`, input);
    if (result === undefined) throw new JqError(`${toStringValue(name)} is not a valid format`);
    return result;
  },
  'significand/0': math((x) => (x === 0 ? 0 : x / 2 ** Math.floor(Math.log2(Math.abs(x))))),
}); // prettier-ignore
