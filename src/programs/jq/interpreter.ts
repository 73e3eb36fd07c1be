import type { Process } from '../../kernel/process.ts';
import type { Filter } from './ast.ts';
import { bindPattern, namesOf } from './bind-pattern.ts';
import { applyFormat, toStringValue } from './formats.ts';
import { VALUE_FUNCTIONS } from './functions.ts';
import { formatJson } from './json.ts';
import { deletePaths, getPath, indexJson, operate, setPath, sliceJson, type Path } from './operators.ts';
import { parseDefinitions } from './parse.ts';
import { PRELUDE } from './prelude.ts';
import {
  bindArgument,
  bindFunction,
  bindValue,
  find,
  JqBreak,
  type Closure,
  type Item,
  type Scope,
} from './scope.ts';
import { STREAM_FUNCTIONS } from './stream-functions.ts';
import { isArray, isObject, isTrue, JqError, shown, type Json } from './value.ts';

export type Items = AsyncGenerator<Item, void, undefined>;

let prelude: ReadonlyMap<string, Closure> | undefined;

/** Functions of the prelude by name and number of parameters. */
export function preludeFunctions(): ReadonlyMap<string, Closure> {
  prelude ??= new Map(
    parseDefinitions(PRELUDE).map((definition) => [
      `${definition.name}/${definition.parameters.length}`,
      { definition, scope: undefined, recursive: true },
    ]),
  );
  return prelude;
}

/** Runs filters. All is asynchronous, so that a filter that never ends can be killed. */
export class Interpreter {
  readonly proc: Process;
  /** Values that `input` and `inputs` take. */
  readonly inputs: () => Promise<Json | undefined>;
  readonly currentFile: () => Json;

  constructor(proc: Process, inputs: () => Promise<Json | undefined>, currentFile: () => Json) {
    this.proc = proc;
    this.inputs = inputs;
    this.currentFile = currentFile;
  }

  /** All values a filter gives for one. @throws JqError, JqBreak */
  async *run(filter: Filter, input: Item, scope: Scope | undefined): Items {
    const turn = this.proc.tick(2);
    if (turn) await turn;
    switch (filter.kind) {
      case 'identity': yield input; return;
      case 'recurse': yield* this.#recurse(input); return;
      case 'literal': yield this.fresh(filter.value, input); return;
      case 'location': yield this.fresh(new Map<string, Json>([['file', '<top-level>'], ['line', filter.line ?? 1]]), input); return;
      case 'break': throw new JqBreak((find(scope, `*${filter.name ?? ''}`) as { label: symbol }).label);
      case 'format': yield this.fresh(this.#format(filter.name, input.value), input); return;
      case 'string': yield* this.#string(filter, input, scope); return;
      case 'index':
        for await (const of of this.run(filter.of, input, scope))
          for await (const at of this.values(filter.at, input, scope)) yield this.step(of, at);
        return;
      case 'slice': yield* this.#slice(filter, input, scope); return;
      case 'each': for await (const of of this.run(filter.of, input, scope)) yield* this.#each(of); return;
      case 'array': {
        const items: Json[] = [];
        if (filter.items) for await (const value of this.values(filter.items, input, scope)) items.push(value);
        yield this.fresh(items, input);
        return;
      }
      case 'object': yield* this.#object(filter.members, 0, new Map(), input, scope); return;
      case 'negate':
        for await (const value of this.values(filter.of, input, scope)) {
          if (typeof value !== 'number') throw new JqError(`${shown(value, formatJson(value))} cannot be negated`);
          yield this.fresh(-value, input);
        }
        return;
      case 'pipe': for await (const left of this.run(filter.left, input, scope)) yield* this.run(filter.right, left, scope); return;
      case 'comma': yield* this.run(filter.left, input, scope); yield* this.run(filter.right, input, scope); return;
      case 'and':
      case 'or':
        for await (const left of this.values(filter.left, input, scope)) {
          if (isTrue(left) === (filter.kind === 'or')) yield this.fresh(filter.kind === 'or', input);
          else for await (const right of this.values(filter.right, input, scope)) yield this.fresh(isTrue(right), input);
        }
        return;
      case 'otherwise': yield* this.#otherwise(filter.left, filter.right, input, scope); return;
      case 'operator':
        for await (const right of this.values(filter.right, input, scope))
          for await (const left of this.values(filter.left, input, scope)) yield this.fresh(operate(filter.operator, left, right), input);
        return;
      case 'assign': yield* this.#assign(filter, input, scope); return;
      case 'if':
        for await (const test of this.values(filter.test, input, scope)) {
          if (isTrue(test)) yield* this.run(filter.then, input, scope);
          else if (filter.else) yield* this.run(filter.else, input, scope);
          else yield input;
        }
        return;
      case 'try': yield* this.#try(filter.body, filter.handler, input, scope); return;
      case 'reduce': yield* this.#reduce(filter, input, scope); return;
      case 'foreach': yield* this.#foreach(filter, input, scope); return;
      case 'as': yield* this.#as(filter, input, scope); return;
      case 'define': yield* this.run(filter.body, input, bindFunction(scope, filter.definition)); return;
      case 'label': yield* this.#label(filter.name, filter.body, input, scope); return;
      case 'variable': yield this.fresh((find(scope, `$${filter.name}`) as { value: Json }).value, input); return;
      case 'call': yield* this.#call(filter.name, filter.args, input, scope); return;
    }
  } // prettier-ignore

  /** The same without paths. */
  async *values(
    filter: Filter,
    input: Item,
    scope: Scope | undefined,
  ): AsyncGenerator<Json, void, undefined> {
    for await (const { value } of this.run(filter, { value: input.value, path: undefined }, scope))
      yield value;
  }

  /** Paths of what a filter selects, with the values there. */
  async *paths(filter: Filter, value: Json, scope: Scope | undefined): AsyncGenerator<{ path: Path; value: Json }, void, undefined> {
    for await (const item of this.run(filter, { value, path: [] }, scope)) {
      if (item.path === 'invalid' || item.path === undefined)
        throw new JqError(`Invalid path expression with result ${cut(item.value)}`);
      yield { path: item.path, value: item.value };
    }
  } // prettier-ignore

  /** A value that was made, not found. */
  fresh(value: Json, input: Item): Item {
    return { value, path: input.path === undefined ? undefined : 'invalid' };
  }

  /** One step down. */
  step(of: Item, key: Json, value = indexJson(of.value, key)): Item {
    if (of.path === undefined) return { value, path: undefined };
    if (of.path === 'invalid') throw new JqError(`Invalid path expression with result ${cut(of.value)}`);
    return { value, path: [...of.path, key] };
  }

  async *#recurse(item: Item): Items {
    yield item;
    if (!isArray(item.value) && !isObject(item.value)) return;
    for await (const child of this.#each(item)) yield* this.#recurse(child);
  }

  async *#each(of: Item): Items {
    const { value } = of;
    const turn = this.proc.tick();
    if (turn) await turn;
    if (isArray(value)) for (const [index, item] of value.entries()) yield this.step(of, index, item);
    else if (isObject(value)) for (const [key, item] of value) yield this.step(of, key, item);
    else
      throw new JqError(`Cannot iterate over ${value === null ? 'null' : shown(value, formatJson(value))}`);
  }

  async *#slice(filter: Extract<Filter, { kind: 'slice' }>, input: Item, scope: Scope | undefined): Items {
    const nothing: Filter = { kind: 'literal', value: null };
    for await (const of of this.run(filter.of, input, scope))
      for await (const to of this.values(filter.to ?? nothing, input, scope))
        for await (const from of this.values(filter.from ?? nothing, input, scope))
          yield this.step(of, new Map<string, Json>([['start', from], ['end', to]]), sliceJson(of.value, from, to));
  } // prettier-ignore

  #format(name: string, value: Json): string {
    const result = applyFormat(name, value);
    if (result === undefined) throw new JqError(`${name.slice(1)} is not a valid format`);
    return result;
  }

  async *#string(filter: Extract<Filter, { kind: 'string' }>, input: Item, scope: Scope | undefined): Items {
    for await (const text of this.#texts(filter, filter.parts.length - 1, input, scope))
      yield this.fresh(text, input);
  }

  /** The text up to a part, for every combination of the parts' values; the last part changes slowest. */
  async *#texts(
    { parts, format }: Extract<Filter, { kind: 'string' }>,
    index: number,
    input: Item,
    scope: Scope | undefined,
  ): AsyncGenerator<string, void, undefined> {
    const part = parts[index];
    if (part === undefined) return yield '';
    const texts = typeof part === 'string' ? [part] : [];
    if (typeof part !== 'string')
      for await (const value of this.values(part, input, scope))
        texts.push(format === undefined ? toStringValue(value) : this.#format(format, value));
    for (const text of texts)
      for await (const before of this.#texts({ kind: 'string', parts, format }, index - 1, input, scope))
        yield before + text;
  }

  async *#object(
    members: Extract<Filter, { kind: 'object' }>['members'],
    index: number,
    made: ReadonlyMap<string, Json>,
    input: Item,
    scope: Scope | undefined,
  ): Items {
    const member = members[index];
    if (!member) return yield this.fresh(made, input);
    for await (const key of this.values(member.key, input, scope)) {
      if (typeof key !== 'string') throw new JqError(`Object keys must be strings`);
      for await (const value of this.values(member.value, input, scope))
        yield* this.#object(members, index + 1, new Map(made).set(key, value), input, scope);
    }
  }

  async *#otherwise(left: Filter, right: Filter, input: Item, scope: Scope | undefined): Items {
    let any = false;
    try {
      for await (const item of this.run(left, input, scope)) {
        if (!isTrue(item.value)) continue;
        any = true;
        yield item;
      }
    } catch (error) {
      if (!(error instanceof JqError)) throw error;
    }
    if (!any) yield* this.run(right, input, scope);
  }

  async *#assign(filter: Extract<Filter, { kind: 'assign' }>, input: Item, scope: Scope | undefined): Items {
    const { operator, left, right } = filter;
    if (operator === '|=') return yield this.fresh(await this.#update(left, right, input, scope), input);
    for await (const value of this.values(right, input, scope)) {
      let result = input.value;
      for await (const { path } of this.paths(left, input.value, scope)) {
        const old = getPath(result, path);
        const made = operator === '=' ? value : operator === '//=' ? (isTrue(old) ? old : value) : operate(operator.slice(0, -1), old, value);
        result = setPath(result, path, made);
      }
      yield this.fresh(result, input);
    }
  } // prettier-ignore

  /** `|=`: what gives nothing is deleted. */
  async #update(left: Filter, right: Filter, input: Item, scope: Scope | undefined): Promise<Json> {
    let result = input.value;
    const gone: Path[] = [];
    for await (const { path } of this.paths(left, input.value, scope)) {
      const next = await this.values(right, { value: getPath(result, path), path: undefined }, scope).next();
      if (next.done) gone.push(path);
      else result = setPath(result, path, next.value);
    }
    return deletePaths(result, gone);
  }

  async *#try(body: Filter, handler: Filter | undefined, input: Item, scope: Scope | undefined): Items {
    const results = this.run(body, input, scope);
    for (;;) {
      let next: IteratorResult<Item, void>;
      // An error of what comes behind is not this one's.
      try {
        next = await results.next();
      } catch (error) {
        const value = errorValue(error);
        if (value === undefined) throw error;
        if (handler) yield* this.run(handler, this.fresh(value, input), scope);
        return;
      }
      if (next.done) return;
      yield next.value;
    }
  }

  async *#reduce(filter: Extract<Filter, { kind: 'reduce' | 'foreach' }>, input: Item, scope: Scope | undefined): Items {
    for await (const start of this.run(filter.start, input, scope)) {
      let state: Item = start;
      for await (const value of this.values(filter.source, input, scope)) {
        for await (const inner of bindPattern(this, filter.pattern, value, input, scope)) {
          let last: Item | undefined;
          for await (const next of this.run(filter.update, state, inner)) last = next;
          state = last ?? this.fresh(null, input);
        }
      }
      yield state;
    }
  } // prettier-ignore

  async *#foreach(filter: Extract<Filter, { kind: 'reduce' | 'foreach' }>, input: Item, scope: Scope | undefined): Items {
    for await (const start of this.run(filter.start, input, scope)) {
      let state: Item = start;
      for await (const value of this.values(filter.source, input, scope)) {
        for await (const inner of bindPattern(this, filter.pattern, value, input, scope)) {
          for await (const next of this.run(filter.update, state, inner)) {
            state = next;
            if (filter.extract) yield* this.run(filter.extract, next, inner);
            else yield next;
          }
        }
      }
    }
  } // prettier-ignore

  async *#as(filter: Extract<Filter, { kind: 'as' }>, input: Item, scope: Scope | undefined): Items {
    for await (const value of this.values(filter.source, input, scope)) {
      for (const [index, pattern] of filter.patterns.entries()) {
        try {
          const blank = filter.patterns.flatMap(namesOf).reduce<Scope | undefined>((outer, name) => bindValue(outer, name, null), scope);
          for await (const inner of bindPattern(this, pattern, value, input, filter.patterns.length > 1 ? blank : scope)) yield* this.run(filter.body, input, inner);
          break;
        } catch (error) {
          if (!(error instanceof JqError) || index === filter.patterns.length - 1) throw error;
        }
      }
    }
  } // prettier-ignore

  async *#label(name: string, body: Filter, input: Item, scope: Scope | undefined): Items {
    const label = Symbol(name);
    try {
      yield* this.run(body, input, { name: `*${name}`, bound: { label }, next: scope });
    } catch (error) {
      if (!(error instanceof JqBreak) || error.label !== label) throw error;
    }
  }

  async *#call(name: string, args: readonly Filter[], input: Item, scope: Scope | undefined): Items {
    const key = `${name}/${args.length}`;
    const closure = (find(scope, key) as Closure | undefined) ?? preludeFunctions().get(key);
    if (closure) return yield* this.#apply(closure, args, input, scope);
    const stream = STREAM_FUNCTIONS[key];
    if (stream) return yield* stream(this, args, input, scope);
    const made = VALUE_FUNCTIONS[key];
    if (!made) throw new JqError(`${key} is not defined`);
    for await (const values of this.combinations(args, input, scope))
      yield this.fresh(made(input.value, ...values), input);
  }

  /** Every combination of the arguments' values, the first changing slowest. */
  async *combinations(args: readonly Filter[], input: Item, scope: Scope | undefined): AsyncGenerator<Json[], void, undefined> {
    const last = args.at(-1);
    if (!last) return yield [];
    for await (const before of this.combinations(args.slice(0, -1), input, scope))
      for await (const value of this.values(last, input, scope)) yield [...before, value];
  } // prettier-ignore

  async *#apply(closure: Closure, args: readonly Filter[], input: Item, from: Scope | undefined): Items {
    const { definition } = closure;
    const base = closure.recursive ? bindFunction(closure.scope, definition) : closure.scope;
    for await (const scope of this.#bindArguments(definition.parameters, args, base, input, from))
      yield* this.run(definition.body, input, scope);
  }

  /** Scopes with a function's parameters bound: one for each combination of those that are values. */
  async *#bindArguments(
    parameters: readonly string[],
    args: readonly Filter[],
    scope: Scope | undefined,
    input: Item,
    from: Scope | undefined,
  ): AsyncGenerator<Scope | undefined, void, undefined> {
    const [parameter, ...others] = parameters;
    const [argument, ...rest] = args;
    if (parameter === undefined || argument === undefined) return yield scope;
    if (!parameter.startsWith('$'))
      return yield* this.#bindArguments(
        others,
        rest,
        bindArgument(scope, parameter, argument, from),
        input,
        from,
      );
    const name = parameter.slice(1);
    for await (const value of this.values(argument, input, from)) {
      const bound = bindArgument(bindValue(scope, name, value), name, { kind: 'literal', value }, undefined);
      yield* this.#bindArguments(others, rest, bound, input, from);
    }
  }
}

/** What `catch` gets of an error; undefined where it is none that can be caught. */
function errorValue(error: unknown): Json | undefined {
  if (error instanceof JqError) return error.value;
  return error instanceof RangeError ? 'stack overflow' : undefined;
}

function cut(value: Json): string {
  const text = formatJson(value);
  return text.length > 11 ? `${text.slice(0, 10)}...` : text;
}
