import type { Pattern } from './ast.ts';
import type { Interpreter } from './interpreter.ts';
import { indexJson } from './operators.ts';
import { bindValue, type Item, type Scope } from './scope.ts';
import { isArray, JqError, typeOf, type Json } from './value.ts';

/** Scopes with the names of a pattern bound; several where a key gives several values. */
export async function* bindPattern(jq: Interpreter, pattern: Pattern, value: Json, input: Item, scope: Scope | undefined): AsyncGenerator<Scope | undefined, void, undefined> {
    if (pattern.kind === 'variable') return yield bindValue(scope, pattern.name, value);
    if (pattern.kind === 'array') {
      if (value !== null && !isArray(value)) throw new JqError(`Cannot index ${typeOf(value)} with number`);
      return yield* bindAll(jq, pattern.items.map((item, index) => [item, indexJson(value, index)] as const), input, scope);
    }
    const [member, ...rest] = pattern.members;
    if (!member) return yield scope;
    for await (const key of jq.values(member.key, input, scope)) {
      const found = indexJson(value, key);
      const named = member.variable === undefined ? scope : bindValue(scope, member.variable, found);
      const inner = member.pattern ? bindPattern(jq, member.pattern, found, input, named) : [named];
      for await (const bound of inner) yield* bindPattern(jq, { kind: 'object', members: rest }, value, input, bound);
    }
  } // prettier-ignore

async function* bindAll(jq: Interpreter, pairs: readonly (readonly [Pattern, Json])[], input: Item, scope: Scope | undefined): AsyncGenerator<Scope | undefined, void, undefined> {
    const [pair, ...rest] = pairs;
    if (!pair) return yield scope;
    for await (const inner of bindPattern(jq, pair[0], pair[1], input, scope)) yield* bindAll(jq, rest, input, inner);
  } // prettier-ignore

/** The variables of a pattern. */
export function namesOf(pattern: Pattern): string[] {
  if (pattern.kind === 'variable') return [pattern.name];
  if (pattern.kind === 'array') return pattern.items.flatMap(namesOf);
  return pattern.members.flatMap(({ variable, pattern: inner }) => [...(variable === undefined ? [] : [variable]), ...(inner ? namesOf(inner) : [])]);
} // prettier-ignore
