import type { Definition, Filter, Pattern } from './ast.ts';
import { VALUE_FUNCTIONS } from './functions.ts';
import { preludeFunctions } from './interpreter.ts';
import { STREAM_FUNCTIONS } from './stream-functions.ts';

/** What a program uses and nothing defines, as jq words it: `foo/0 is not defined`. */
export function findUndefined(filter: Filter, known: ReadonlySet<string>): string[] {
  const found: string[] = [];
  visit(filter, known, found);
  return found;
}

function visit(filter: Filter | undefined, known: ReadonlySet<string>, found: string[]): void {
  if (!filter) return;
  const all = (...filters: (Filter | undefined)[]): void => filters.forEach((one) => visit(one, known, found));
  const inside = (inner: Filter | undefined, names: readonly string[]): void => visit(inner, new Set([...known, ...names]), found);
  switch (filter.kind) {
    case 'variable':
      if (!known.has(`$${filter.name}`)) found.push(`$${filter.name} is not defined`);
      return;
    case 'break':
      if (!known.has(`*${filter.name ?? ''}`)) found.push(`$*label-${filter.name ?? ''} is not defined`);
      return;
    case 'call': {
      const key = `${filter.name}/${filter.args.length}`;
      if (!known.has(key) && !preludeFunctions().has(key) && !(key in STREAM_FUNCTIONS) && !(key in VALUE_FUNCTIONS)) found.push(`${key} is not defined`);
      return all(...filter.args);
    }
    case 'define':
      visitDefinition(filter.definition, known, found);
      return inside(filter.body, [`${filter.definition.name}/${filter.definition.parameters.length}`]);
    case 'label':
      return inside(filter.body, [`*${filter.name}`]);
    case 'as':
      all(filter.source);
      return inside(filter.body, filter.patterns.flatMap(names));
    case 'reduce':
    case 'foreach':
      all(filter.source, filter.start);
      inside(filter.update, names(filter.pattern));
      return inside(filter.extract, names(filter.pattern));
    case 'string':
      return all(...filter.parts.filter((part) => typeof part !== 'string'));
    case 'object':
      return all(...filter.members.flatMap(({ key, value }) => [key, value]));
    case 'array':
      return all(filter.items);
    case 'index':
      return all(filter.of, filter.at);
    case 'slice':
      return all(filter.of, filter.from, filter.to);
    case 'each':
    case 'negate':
      return all(filter.of);
    case 'if':
      return all(filter.test, filter.then, filter.else);
    case 'try':
      return all(filter.body, filter.handler);
    case 'pipe':
    case 'comma':
    case 'and':
    case 'or':
    case 'otherwise':
    case 'operator':
    case 'assign':
      return all(filter.left, filter.right);
    default:
  }
} // prettier-ignore

function visitDefinition({ name, parameters, body }: Definition, known: ReadonlySet<string>, found: string[]): void {
  const own = parameters.flatMap((one) => (one.startsWith('$') ? [one, `${one.slice(1)}/0`] : [`${one}/0`]));
  visit(body, new Set([...known, `${name}/${parameters.length}`, ...own]), found);
} // prettier-ignore

function names(pattern: Pattern): string[] {
  if (pattern.kind === 'variable') return [`$${pattern.name}`];
  if (pattern.kind === 'array') return pattern.items.flatMap(names);
  return pattern.members.flatMap(({ variable, pattern: inner }) => [
    ...(variable === undefined ? [] : [`$${variable}`]),
    ...(inner ? names(inner) : []),
  ]);
}
