import type { ParameterExpansionPart, ParameterOperation } from 'unbash';
import { ExpansionError } from '../control-flow.ts';
import { NAME_PATTERN, quoteWord } from '../variables.ts';
import type { Expanded, Expander } from './expander.ts';
import { patternToRegExp } from './pattern.ts';
import {
  arrayElement,
  arrayElements,
  arrayKeys,
  assignElement,
  namesWithPrefix,
  valueOfParameter,
} from './special-parameters.ts';

const one = (value: string): Expanded => ({ values: [value], separate: false });

/** `${…}` in all its forms. @see bash(1) Parameter Expansion. @throws ExpansionError */
export async function expandParameter(
  expander: Expander,
  part: ParameterExpansionPart,
  quoted: boolean,
): Promise<Expanded> {
  const { operation, prefix } = part;
  if (prefix === '!') return indirect(expander, part, quoted);
  const current = await lookUp(expander, part);
  if (prefix === '#') return one(String(await lengthOf(expander, part, current)));
  if (!operation) return present(expander, part, current);
  if (operation.type === 'Default') return withDefault(expander, part, operation, current);
  return transform(expander, part, operation, present(expander, part, current));
}

function present(expander: Expander, part: ParameterExpansionPart, current: Expanded | undefined): Expanded {
  if (current) return current;
  if (expander.state.options.has('nounset'))
    throw new ExpansionError(`${part.parameter}: unbound variable`, true);
  return one('');
}

async function lookUp(expander: Expander, part: ParameterExpansionPart): Promise<Expanded | undefined> {
  const name = part.parameter;
  if (!part.index) return valueOfParameter(expander, name);
  const index = part.index.text;
  if (index === '@' || index === '*')
    return { values: arrayElements(expander, name), separate: index === '@' };
  const value = arrayElement(expander, name, await expander.index(name, part.index));
  return value === undefined ? undefined : one(value);
}

async function lengthOf(
  expander: Expander,
  part: ParameterExpansionPart,
  current: Expanded | undefined,
): Promise<number> {
  const all =
    part.index?.text === '@' || part.index?.text === '*' || part.parameter === '@' || part.parameter === '*';
  if (all) return arrayElements(expander, part.parameter).length;
  return [...(present(expander, part, current).values[0] ?? '')].length;
}

async function indirect(
  expander: Expander,
  part: ParameterExpansionPart,
  quoted: boolean,
): Promise<Expanded> {
  const { operation, index } = part;
  if (operation?.type === 'Names')
    return { values: namesWithPrefix(expander, part.parameter), separate: operation.operator === '@' };
  if (index?.text === '@' || index?.text === '*')
    return { values: arrayKeys(expander, part.parameter), separate: index.text === '@' };
  const target = (await lookUp(expander, part))?.values[0];
  if (!target) throw new ExpansionError(`${part.parameter}: invalid indirect expansion`);
  const element = /^(\w+)\[(.+)\]$/.exec(target);
  if (element) {
    const values =
      element[2] === '@'
        ? arrayElements(expander, element[1] as string)
        : [arrayElement(expander, element[1] as string, element[2] as string) ?? ''];
    return { values, separate: element[2] === '@' };
  }
  const through: ParameterExpansionPart = {
    ...part,
    parameter: target,
    prefix: undefined,
    operation,
    index: undefined,
  };
  return expandParameter(expander, through, quoted);
}

type Default = Extract<ParameterOperation, { type: 'Default' }>;

async function withDefault(
  expander: Expander,
  part: ParameterExpansionPart,
  operation: Default,
  current: Expanded | undefined,
): Promise<Expanded> {
  const { operator, operand } = operation;
  const isSet = current !== undefined && (current.values.length > 0 || !current.separate);
  const filled = isSet && (!operator.startsWith(':') || current.values.some((value) => value !== ''));
  const kind = operator.at(-1);
  if (kind === '+') return filled ? one(await expander.text(operand)) : one('');
  if (filled) return current;
  const value = await expander.text(operand);
  if (kind === '?') {
    throw new ExpansionError(`${part.parameter}: ${value || 'parameter null or not set'}`, true);
  }
  if (kind === '=') {
    if (!NAME_PATTERN.test(part.parameter))
      throw new ExpansionError(`$${part.parameter}: cannot assign in this way`);
    if (part.index)
      assignElement(
        expander.state,
        part.parameter,
        await expander.index(part.parameter, part.index),
        value,
        expander.plainIndex(part.index.text),
      );
    else expander.state.set(part.parameter, value);
  }
  return one(value);
}

type Transforming = Exclude<ParameterOperation, { type: 'Default' }>;

async function transform(
  expander: Expander,
  part: ParameterExpansionPart,
  operation: Transforming,
  current: Expanded,
): Promise<Expanded> {
  if (operation.type === 'Transform' && !isPresent(expander, part)) return { ...current, values: [''] };
  const each = (change: (value: string) => string): Expanded => ({
    ...current,
    values: current.values.map(change),
  });
  switch (operation.type) {
    case 'Remove': {
      const pattern = await expander.pattern(operation.operand);
      return each((value) => removeMatch(value, pattern, operation.operator));
    }
    case 'Replace': {
      const pattern = await expander.pattern(operation.pattern);
      const replacement = await expander.pattern(operation.replacement);
      return each((value) => replaceMatch(value, pattern, replacement, operation.operator));
    }
    case 'Slice':
      return slice(expander, part, operation, current);
    case 'CaseModification': {
      const pattern = operation.operand ? await expander.pattern(operation.operand) : '?';
      return each((value) => changeCase(value, operation.operator, pattern || '?'));
    }
    case 'Transform':
      return each((value) => transformValue(value, operation.operand.text));
    default:
      throw new ExpansionError(`${part.text}: bad substitution`, true);
  }
}

/** `${x#p} ${x##p} ${x%p} ${x%%p}` */
export function removeMatch(value: string, pattern: string, operator: string): string {
  const matcher = patternToRegExp(pattern);
  const chars = [...value];
  const lengths = chars.map((_, index) => index);
  lengths.push(chars.length);
  const shortest = operator.length === 1;
  const fromStart = operator.startsWith('#');
  if (!shortest) lengths.reverse();
  for (const length of lengths) {
    const piece = fromStart ? chars.slice(0, length) : chars.slice(chars.length - length);
    if (matcher.test(piece.join('')))
      return (fromStart ? chars.slice(length) : chars.slice(0, chars.length - length)).join('');
  }
  return value;
}

function replaceMatch(value: string, pattern: string, replacement: string, operator: string): string {
  if (pattern === '') return value;
  const { source, flags } = patternToRegExp(pattern, { anchored: false });
  const anchored = operator === '/#' ? `^(?:${source})` : operator === '/%' ? `(?:${source})$` : source;
  return value.replace(new RegExp(anchored, operator === '//' ? `${flags}g` : flags), (match) =>
    replacement.replace(/\\([\s\S])|&/g, (_all, escaped?: string) => escaped ?? match),
  );
}

type Slice = Extract<ParameterOperation, { type: 'Slice' }>;

async function slice(
  expander: Expander,
  part: ParameterExpansionPart,
  { offset, length }: Slice,
  current: Expanded,
): Promise<Expanded> {
  const from = Number(await expander.arithmetic(await expander.text(offset)));
  const count = length ? Number(await expander.arithmetic(await expander.text(length))) : undefined;
  if (current.separate || part.parameter === '*' || part.index?.text === '*') {
    const positional = part.parameter === '@' || part.parameter === '*';
    const all = positional ? [expander.state.name, ...current.values] : current.values;
    const start = from < 0 ? all.length + from : from;
    return {
      ...current,
      values: all.slice(
        positional && from === 0 && count === undefined ? 1 : start,
        count === undefined ? undefined : start + count,
      ),
    };
  }
  const chars = [...(current.values[0] ?? '')];
  const start = from < 0 ? chars.length + from : from;
  if (start < 0) return one('');
  const end = count === undefined ? chars.length : count < 0 ? chars.length + count : start + count;
  if (end < start) throw new ExpansionError(`${length?.text ?? ''}: substring expression < 0`);
  return one(chars.slice(start, end).join(''));
}

function changeCase(value: string, operator: string, pattern: string): string {
  const matcher = patternToRegExp(pattern);
  const up = operator.startsWith('^');
  const change = (char: string): string =>
    matcher.test(char) ? (up ? char.toUpperCase() : char.toLowerCase()) : char;
  const chars = [...value];
  return operator.length === 2
    ? chars.map(change).join('')
    : chars.map((char, index) => (index ? char : change(char))).join('');
}

function transformValue(value: string, operator: string): string {
  switch (operator) {
    case 'U':
      return value.toUpperCase();
    case 'u':
      return value.charAt(0).toUpperCase() + value.slice(1);
    case 'L':
      return value.toLowerCase();
    case 'Q':
      return /^'.*'$/.test(quoteWord(value)) || value === '' ? quoteWord(value) : `'${value}'`;
    default:
      return value;
  }
}

function isPresent(expander: Expander, part: ParameterExpansionPart): boolean {
  return part.index !== undefined || valueOfParameter(expander, part.parameter) !== undefined;
}
