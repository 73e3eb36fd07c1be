import type { Definition, Filter } from './ast.ts';
import type { Json } from './value.ts';

/** A value on its way: with its path where paths are asked for, `invalid` where it has none. */
export interface Item {
  readonly value: Json;
  readonly path: readonly Json[] | 'invalid' | undefined;
}

/** A function, or an argument, with the names it can see. */
export interface Closure {
  readonly definition: Definition;
  /** Undefined for a function of the prelude. */
  readonly scope: Scope | undefined;
  /** A function sees itself; an argument does not. */
  readonly recursive: boolean;
}

/** Names in sight, the innermost first. */
export interface Scope {
  readonly name: string;
  readonly bound: { readonly value: Json } | Closure | { readonly label: symbol };
  readonly next: Scope | undefined;
}

export function bindValue(scope: Scope | undefined, name: string, value: Json): Scope {
  return { name: `$${name}`, bound: { value }, next: scope };
}

export function bindFunction(scope: Scope | undefined, definition: Definition): Scope {
  const bound: Closure = { definition, scope, recursive: true };
  return { name: `${definition.name}/${definition.parameters.length}`, bound, next: scope };
}

export function bindArgument(
  scope: Scope | undefined,
  name: string,
  body: Filter,
  from: Scope | undefined,
): Scope {
  const bound: Closure = { definition: { name, parameters: [], body }, scope: from, recursive: false };
  return { name: `${name}/0`, bound, next: scope };
}

export function find(scope: Scope | undefined, name: string): Scope['bound'] | undefined {
  for (let at = scope; at; at = at.next) if (at.name === name) return at.bound;
  return undefined;
}

/** `break $name` on its way to its label. */
export class JqBreak extends Error {
  readonly label: symbol;

  constructor(label: symbol) {
    super('break');
    this.name = 'JqBreak';
    this.label = label;
  }
}
