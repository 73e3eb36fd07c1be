import { tableOf } from '../../lib/table.ts';
import { printValue, sprint, sprintf, sprintln } from './go-fmt.ts';
import { goJson } from './go-json.ts';
import { isFieldSource, isRecord, isTrue, typeName } from './values.ts';

/** What an argument has to be. */
export type ArgumentType = 'any' | 'string' | 'int' | '[]string';

/** A function that templates may call; `least` arguments, and more only where it is variadic. */
export interface TemplateFunction {
  readonly takes: readonly ArgumentType[];
  readonly variadic?: boolean;
  /** @throws Error that says why it can't be done */
  readonly call: (...args: never[]) => unknown;
}

const define = (takes: readonly ArgumentType[], call: TemplateFunction['call']): TemplateFunction => ({
  takes,
  call,
});
const variadic = (takes: readonly ArgumentType[], call: TemplateFunction['call']): TemplateFunction => ({
  takes,
  call,
  variadic: true,
});

/** Every function, by name. `and` and `or` also stop at the first argument that decides; the evaluator sees to that. @see Go text/template funcs.go, docker/cli v28.2.2 templates/templates.go */
export const FUNCTIONS: Readonly<Record<string, TemplateFunction>> = tableOf({
  json: define(['any'], (value: unknown) => goJson(value, { escapeHtml: isFieldSource(value) })),
  upper: define(['string'], (text: string) => text.toUpperCase()),
  lower: define(['string'], (text: string) => text.toLowerCase()),
  title: define(['string'], (text: string) =>
    text.replace(
      /(^|[^\p{L}\p{N}_'])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    ),
  ),
  split: define(['string', 'string'], (text: string, separator: string) => text.split(separator)),
  join: define(['[]string', 'string'], (list: string[], separator: string) => list.join(separator)),
  pad: define(['string', 'int', 'int'], (text: string, before: number, after: number) =>
    text === '' ? '' : ' '.repeat(before) + text + ' '.repeat(after),
  ),
  truncate: define(['string', 'int'], (text: string, length: number) => text.slice(0, length)),
  print: variadic([], (...values: unknown[]) => sprint(values)),
  println: variadic([], (...values: unknown[]) => sprintln(values)),
  printf: variadic(['string'], (format: string, ...values: unknown[]) => sprintf(format, values)),
  len: define(['any'], length),
  index: variadic(['any'], (value: unknown, ...keys: unknown[]) => keys.reduce(elementOf, value)),
  slice: variadic(['any'], sliceOf),
  eq: variadic(['any'], (first: unknown, ...others: unknown[]) => {
    if (others.length === 0) throw new Error('missing argument for comparison');
    return others.some((other) => isEqual(first, other));
  }),
  ne: define(['any', 'any'], (a: unknown, b: unknown) => !isEqual(a, b)),
  lt: define(['any', 'any'], (a: unknown, b: unknown) => order(a, b) < 0),
  le: define(['any', 'any'], (a: unknown, b: unknown) => order(a, b) <= 0),
  gt: define(['any', 'any'], (a: unknown, b: unknown) => order(a, b) > 0),
  ge: define(['any', 'any'], (a: unknown, b: unknown) => order(a, b) >= 0),
  and: variadic(['any'], (...values: unknown[]) => values.find((value) => !isTrue(value)) ?? values.at(-1)),
  or: variadic(['any'], (...values: unknown[]) => values.find(isTrue) ?? values.at(-1)),
  not: define(['any'], (value: unknown) => !isTrue(value)),
  html: variadic([], (...values: unknown[]) => escapeHtml(sprint(values))),
  js: variadic([], (...values: unknown[]) => escapeJs(sprint(values))),
  urlquery: variadic([], (...values: unknown[]) => encodeURIComponent(sprint(values)).replaceAll('%20', '+')),
  call: variadic(['any'], (value: unknown) => {
    throw new Error(`non-function ${printValue(value)} of type ${typeName(value)}`);
  }),
});

/** What they do to the header of a table: nothing. @see docker/cli v28.2.2 templates/templates.go HeaderFunctions */
export const HEADER_FUNCTIONS: typeof FUNCTIONS = {
  ...FUNCTIONS,
  ...Object.fromEntries(
    ['json', 'upper', 'lower', 'title', 'split', 'join', 'pad', 'truncate'].map((name) => [
      name,
      { takes: FUNCTIONS[name]?.takes.map(() => 'any' as const) ?? [], call: (text: unknown) => text },
    ]),
  ),
};

function length(value: unknown): number {
  if (typeof value === 'string') return new TextEncoder().encode(value).length;
  if (Array.isArray(value)) return value.length;
  if (isRecord(value)) return Object.keys(value).length;
  throw new Error(
    value === null || value === undefined ? 'len of nil pointer' : `len of type ${typeName(value)}`,
  );
}

/** What Go's index has for a key that is not there: maps of strings, as labels are, give an empty one. */
function zeroOf(map: Readonly<Record<string, unknown>>): unknown {
  return Object.values(map).every((value) => typeof value === 'string') ? '' : undefined;
}

function elementOf(value: unknown, key: unknown): unknown {
  if (value === null || value === undefined) throw new Error('index of untyped nil');
  if (isRecord(value)) {
    if (typeof key !== 'string') throw new Error(`value has type ${typeName(key)}; should be string`);
    return key in value ? value[key] : zeroOf(value);
  }
  if (typeof value !== 'string' && !Array.isArray(value))
    throw new Error(`can't index item of type ${typeName(value)}`);
  if (typeof key !== 'number') throw new Error(`cannot index slice/array with type ${typeName(key)}`);
  if (key < 0 || key >= value.length) throw new Error(`index out of range: ${key}`);
  return typeof value === 'string' ? new TextEncoder().encode(value)[key] : (value[key] as unknown);
}

function sliceOf(value: unknown, ...bounds: number[]): unknown {
  if (value === null || value === undefined) throw new Error('slice of untyped nil');
  if (typeof value !== 'string' && !Array.isArray(value))
    throw new Error(`can't slice item of type ${typeName(value)}`);
  for (const bound of bounds)
    if (bound < 0 || bound > value.length) throw new Error(`index out of range: ${bound}`);
  const [from = 0, to = value.length] = bounds;
  if (from > to) throw new Error(`invalid slice index: ${from} > ${to}`);
  return value.slice(from, to);
}

/** Kinds that can be compared with each other. */
function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nil';
  return typeof value === 'object' ? 'object' : typeName(value);
}

function isEqual(a: unknown, b: unknown): boolean {
  const [first, second] = [kindOf(a), kindOf(b)];
  if (first === 'nil' || second === 'nil') return first === second;
  if (first === 'object' || second === 'object') throw new Error('non-comparable type');
  if (first !== second) throw new Error('incompatible types for comparison');
  return a === b;
}

function order(a: unknown, b: unknown): number {
  const [first, second] = [kindOf(a), kindOf(b)];
  if (first === 'nil' || first === 'object' || first === 'bool')
    throw new Error('invalid type for comparison');
  if (first !== second) throw new Error('incompatible types for comparison');
  if (a === b) return 0;
  return (a as string | number) < (b as string | number) ? -1 : 1;
}

const HTML: Readonly<Record<string, string>> = tableOf({
  '"': '&#34;',
  "'": '&#39;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
});

function escapeHtml(text: string): string {
  return text.replace(/["'&<>]/g, (char) => HTML[char] ?? char);
}

function escapeJs(text: string): string {
  return text
    .replace(/[\\'"]/g, (char) => `\\${char}`)
    .replace(/[<>&=]/g, (char) => `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
}
