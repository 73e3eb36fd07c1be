import type { ArgumentType } from './functions.ts';
import type { Operand } from './nodes.ts';
import { nilOf } from './nil-values.ts';
import { showNode } from './nodes.ts';
import { isFieldSource, isRecord, typeName } from './values.ts';

/** A field's value, a function where it is computed, or why there is none; `omitted` is what fields are that are not there. */
export function findField(
  value: unknown,
  name: string,
  omitted: Readonly<Record<string, unknown>>,
): { value: unknown } | { problem: string } {
  if (value === undefined) return { value: undefined };
  if (value === null) return { problem: `nil pointer evaluating interface {}.${name}` };
  if (isFieldSource(value)) {
    const field = value.find(name);
    return field ? { value: field } : { problem: `can't evaluate field ${name} in type ${value.typeName}` };
  }
  if (!isRecord(value)) return { problem: `can't evaluate field ${name} in type ${typeName(value)}` };
  if (Object.hasOwn(value, name)) {
    const field = value[name];
    const isTyped = Object.keys(omitted).length > 0;
    return { value: field === null && isTyped ? nilOf(name) : field };
  }
  if (Object.hasOwn(omitted, name)) return { value: omitted[name] };
  return isLeftOut(value, name)
    ? { value: undefined }
    : { problem: `map has no entry for key ${JSON.stringify(name)}` };
}

/** Labels and the like have any names; a field of the daemon's begins with a capital. */
function isLeftOut(value: Readonly<Record<string, unknown>>, name: string): boolean {
  return !/^[A-Z]/.test(name) && !Object.keys(value).some((key) => /^[A-Z]/.test(key));
}

/** The first argument that is not what the function takes. */
export function checkArguments(
  takes: readonly ArgumentType[],
  values: readonly unknown[],
  nodes: readonly Operand[],
): { index: number; problem: string } | undefined {
  for (const [index, type] of takes.entries()) {
    const value = values[index];
    if (fits(type, value)) continue;
    const node = nodes[index];
    const literal = node && ['number', 'string', 'bool'].includes(node.kind) && type !== '[]string';
    const wanted = type === 'int' ? 'integer' : type;
    return {
      index,
      problem: literal
        ? `expected ${wanted}; found ${showNode(node)}`
        : `wrong type for value; expected ${type}; got ${typeName(value)}`,
    };
  }
  return undefined;
}

function fits(type: ArgumentType, value: unknown): boolean {
  if (type === 'any') return true;
  if (type === 'string') return typeof value === 'string';
  if (type === 'int') return typeof value === 'number' && Number.isInteger(value);
  return value === null || (Array.isArray(value) && value.every((item) => typeof item === 'string'));
}
