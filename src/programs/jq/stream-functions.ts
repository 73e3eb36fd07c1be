import { tableOf } from '../../lib/table.ts';
import type { Filter } from './ast.ts';
import { formatJson } from './json.ts';
import { matchPattern, splitMatches, testPattern } from './patterns.ts';
import type { Interpreter, Items } from './interpreter.ts';
import { indexJson } from './operators.ts';
import type { Item, Scope } from './scope.ts';
import { compareJson, isArray, isTrue, JqError, shown, type Json } from './value.ts';

type StreamFunction = (
  jq: Interpreter,
  args: readonly Filter[],
  input: Item,
  scope: Scope | undefined,
) => Items;

/** `halt` and `halt_error` end the program. */
export class JqHalt extends Error {
  readonly status: number;
  readonly output: string;

  constructor(status: number, output = '') {
    super('halt');
    this.name = 'JqHalt';
    this.status = status;
    this.output = output;
  }
}

/** For functions that give no value. */
const NOTHING: readonly Item[] = [];
const IDENTITY: Filter = { kind: 'identity' };
const arg = (args: readonly Filter[], index: number): Filter => args[index] ?? IDENTITY;

/** Values of a list with the key that a filter gives each, in the order of the keys. */
async function keyed(jq: Interpreter, by: Filter, input: Item, scope: Scope | undefined, sorts = true): Promise<{ key: Json; item: Json }[]> {
  if (!isArray(input.value)) throw new JqError(`${shown(input.value, formatJson(input.value))} cannot be sorted, as it is not an array`);
  const pairs: { key: Json; item: Json }[] = [];
  for (const item of input.value) {
    const key: Json[] = [];
    for await (const value of jq.values(by, { value: item, path: undefined }, scope)) key.push(value);
    pairs.push({ key, item });
  }
  return sorts ? pairs.sort((a, b) => compareJson(a.key, b.key)) : pairs;
} // prettier-ignore

async function groups(jq: Interpreter, by: Filter, input: Item, scope: Scope | undefined): Promise<Json[][]> {
  const result: { key: Json; items: Json[] }[] = [];
  for (const { key, item } of await keyed(jq, by, input, scope)) {
    const last = result.at(-1);
    if (last && compareJson(last.key, key) === 0) last.items.push(item);
    else result.push({ key, items: [item] });
  }
  return result.map(({ items }) => items);
}

const extreme = (better: (order: number) => boolean): StreamFunction =>
  async function* (jq, args, input, scope) {
    const pairs = await keyed(jq, arg(args, 0), input, scope, false);
    const best = pairs.reduce<{ key: Json; item: Json } | undefined>((so, pair) => (!so || better(compareJson(pair.key, so.key)) ? pair : so), undefined);
    yield jq.fresh(best?.item ?? null, input);
  }; // prettier-ignore

async function* limit(jq: Interpreter, count: number, body: Filter, input: Item, scope: Scope | undefined): Items {
  if (count <= 0) return;
  let left = count;
  for await (const item of jq.run(body, input, scope)) {
    yield item;
    if (--left <= 0) return;
  }
} // prettier-ignore

async function* loop(jq: Interpreter, input: Item, scope: Scope | undefined, test: Filter | undefined, update: Filter): Items {
  const waiting: Item[] = [input];
  for (let item = waiting.shift(); item; item = waiting.shift()) {
    if (test && !isTrue((await jq.values(test, item, scope).next()).value ?? null)) return;
    yield item;
    for await (const next of jq.run(update, item, scope)) waiting.push(next);
  }
} // prettier-ignore

async function* recurse(jq: Interpreter, item: Item, scope: Scope | undefined, by: Filter): Items {
  yield item;
  for await (const next of jq.run(by, item, scope)) yield* recurse(jq, next, scope, by);
}

async function* range(jq: Interpreter, bounds: readonly Json[], input: Item): Items {
  if (bounds.some((bound) => typeof bound !== 'number')) throw new JqError('Range bounds must be numeric');
  const [from = 0, to = 0, by = 1] = bounds as readonly number[];
  for (let value = from; by > 0 ? value < to : by < 0 ? value > to : from < to; value += by) {
    const turn = jq.proc.tick();
    if (turn) await turn;
    yield jq.fresh(value, input);
  }
}

async function* substitute(jq: Interpreter, args: readonly Filter[], input: Item, scope: Scope | undefined, global: boolean): Items {
  for await (const [pattern = null, flags = ''] of jq.combinations([arg(args, 0), ...args.slice(2)], input, scope)) {
    const letters = `${global ? 'g' : ''}${typeof flags === 'string' ? flags : ''}`;
    if (typeof input.value !== 'string') throw new JqError(`${shown(input.value, formatJson(input.value))} cannot be matched, as it is not a string`);
    const pieces = splitMatches(input.value, pattern, letters);
    let texts = [''];
    for (const { before, captures } of pieces) {
      const made: string[] = [];
      for await (const value of jq.values(arg(args, 1), { value: captures, path: undefined }, scope)) {
        if (typeof value !== 'string') throw new JqError(`${shown(captures, formatJson(captures))} cannot be added to a string`);
        made.push(value);
      }
      texts = made.flatMap((text) => texts.map((so) => so + before + text));
    }
    for (const text of texts) yield jq.fresh(text + (pieces.rest ?? ''), input);
  }
} // prettier-ignore

async function* quantify(jq: Interpreter, args: readonly Filter[], input: Item, scope: Scope | undefined, any: boolean): Items {
  for await (const value of jq.values(arg(args, 0), input, scope))
    for await (const test of jq.values(arg(args, 1), { value, path: undefined }, scope))
      if (isTrue(test) === any) return yield jq.fresh(any, input);
  yield jq.fresh(!any, input);
} // prettier-ignore

function haltText(value: Json): string {
  if (value === null) return '';
  return typeof value === 'string' ? value : `${formatJson(value)}\n`;
}

/** Functions that need their arguments as filters, by name and number of arguments. */
export const STREAM_FUNCTIONS: Readonly<Record<string, StreamFunction>> = tableOf({
  'empty/0': async function* () { yield* NOTHING; },
  'error/0': async function* (_, __, input) {
    yield* NOTHING;
    throw new JqError(input.value);
  },
  'error/1': async function* (jq, args, input, scope) {
    yield* NOTHING;
    for await (const value of jq.values(arg(args, 0), input, scope)) throw new JqError(value);
  },
  'path/1': async function* (jq, args, input, scope) { for await (const { path } of jq.paths(arg(args, 0), input.value, scope)) yield jq.fresh(path, input); },
  'getpath/1': async function* (jq, args, input, scope) {
    for await (const path of jq.values(arg(args, 0), input, scope)) {
      if (!isArray(path)) throw new JqError('Path must be specified as an array');
      yield path.reduce<Item>((at, key) => jq.step(at, key, at.value === null ? null : indexJson(at.value, key)), input);
    }
  },
  'range/1': async function* (jq, args, input, scope) { for await (const to of jq.values(arg(args, 0), input, scope)) yield* range(jq, [0, to], input); },
  'range/2': async function* (jq, args, input, scope) { for await (const bounds of jq.combinations(args, input, scope)) yield* range(jq, bounds, input); },
  'range/3': async function* (jq, args, input, scope) { for await (const bounds of jq.combinations(args, input, scope)) yield* range(jq, bounds, input); },
  'recurse/0': async function* (jq, _, input, scope) { yield* jq.run({ kind: 'recurse' }, input, scope); },
  'recurse/1': async function* (jq, args, input, scope) { yield* recurse(jq, input, scope, arg(args, 0)); },
  'first/1': async function* (jq, args, input, scope) { yield* limit(jq, 1, arg(args, 0), input, scope); },
  'limit/2': async function* (jq, args, input, scope) {
    for await (const count of jq.values(arg(args, 0), input, scope)) yield* limit(jq, Number(count), arg(args, 1), input, scope);
  },
  'last/1': async function* (jq, args, input, scope) {
    let last: Item | undefined;
    for await (const item of jq.run(arg(args, 0), input, scope)) last = item;
    if (last) yield last;
  },
  'until/2': async function* (jq, args, input, scope) {
    let item = input;
    while (!isTrue((await jq.values(arg(args, 0), item, scope).next()).value ?? null)) {
      const next = await jq.run(arg(args, 1), item, scope).next();
      if (next.done) return;
      item = next.value;
    }
    yield item;
  },
  'while/2': (jq, args, input, scope) => loop(jq, input, scope, arg(args, 0), arg(args, 1)),
  'repeat/1': (jq, args, input, scope) => loop(jq, input, scope, undefined, arg(args, 0)),
  'any/2': (jq, args, input, scope) => quantify(jq, args, input, scope, true),
  'all/2': (jq, args, input, scope) => quantify(jq, args, input, scope, false),
  'sort_by/1': async function* (jq, args, input, scope) { yield jq.fresh((await keyed(jq, arg(args, 0), input, scope)).map(({ item }) => item), input); },
  'group_by/1': async function* (jq, args, input, scope) { yield jq.fresh(await groups(jq, arg(args, 0), input, scope), input); },
  'unique_by/1': async function* (jq, args, input, scope) { yield jq.fresh((await groups(jq, arg(args, 0), input, scope)).map(([first = null]) => first), input); },
  'min_by/1': extreme((order) => order < 0),
  'max_by/1': extreme((order) => order >= 0),
  'match/2': async function* (jq, args, input, scope) {
    for await (const [pattern = null, flags = null] of jq.combinations(args, input, scope)) for (const match of matchPattern(input.value, pattern, flags)) yield jq.fresh(match, input);
  },
  'test/2': async function* (jq, args, input, scope) {
    for await (const [pattern = null, flags = null] of jq.combinations(args, input, scope)) yield jq.fresh(testPattern(input.value, pattern, flags), input);
  },
  'sub/2': (jq, args, input, scope) => substitute(jq, args, input, scope, false),
  'sub/3': (jq, args, input, scope) => substitute(jq, args, input, scope, false),
  'gsub/2': (jq, args, input, scope) => substitute(jq, args, input, scope, true),
  'gsub/3': (jq, args, input, scope) => substitute(jq, args, input, scope, true),
  'input/0': async function* (jq, _, input) {
    const value = await jq.inputs();
    if (value === undefined) throw new JqError('No more inputs');
    yield jq.fresh(value, input);
  },
  'inputs/0': async function* (jq, _, input) { for (let value = await jq.inputs(); value !== undefined; value = await jq.inputs()) yield jq.fresh(value, input); },
  'input_filename/0': async function* (jq, _, input) { yield jq.fresh(jq.currentFile(), input); },
  'debug/0': async function* (jq, _, input) {
    await jq.proc.err(`["DEBUG:",${formatJson(input.value)}]\n`);
    yield input;
  },
  'stderr/0': async function* (jq, _, input) {
    await jq.proc.err(formatJson(input.value));
    yield input;
  },
  'env/0': async function* (jq, _, input) { yield jq.fresh(new Map(jq.proc.env), input); },
  'now/0': async function* (jq, _, input) { yield jq.fresh(jq.proc.now() / 1000, input); },
  'halt/0': async function* () {
    yield* NOTHING;
    throw new JqHalt(0);
  },
  'halt_error/1': async function* (jq, args, input, scope) {
    yield* NOTHING;
    for await (const status of jq.values(arg(args, 0), input, scope)) throw new JqHalt(Number(status), haltText(input.value));
  },
  'builtins/0': async function* (jq, _, input) { yield jq.fresh(Object.keys(STREAM_FUNCTIONS), input); },
}); // prettier-ignore
