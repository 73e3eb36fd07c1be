import type { ParameterExpansionPart, ParameterOperation } from 'unbash';
import { ExpansionError } from '../control-flow.ts';
import type { Steps } from '../maybe.ts';
import { attributeLetters, formatVariable, keysAndValues } from '../format-variable.ts';
import { keysOf, NAME_PATTERN, quoteAlways, type Variable } from '../variables.ts';
import type { Expanded, Expander } from './expander.ts';
import {
  nextIndex,
  arrayElement,
  arrayElements,
  arrayKeys,
  assignElement,
  namesWithPrefix,
  valueOfParameter,
} from './special-parameters.ts';
import { removeMatch, replaceMatch } from './match-value.ts';
import { changeCase, toggleCase, transformValue } from './transform-value.ts';

const one = (value: string): Expanded => ({ values: [value], separate: false });

/** `${…}` in all its forms. @see bash(1) Parameter Expansion. @throws ExpansionError */
export function* expandParameter(
  expander: Expander,
  part: ParameterExpansionPart,
  quoted: boolean,
): Steps<Expanded> {
  const { operation, prefix } = part;
  checkForm(expander, part);
  if (prefix === '!') return yield* indirect(expander, part, quoted);
  const current = yield* lookUp(expander, part);
  if (prefix === '#') return one(String(lengthOf(expander, part, current)));
  const name = part.index ? `${part.parameter}[${part.index.text}]` : part.parameter;
  if (!operation) return current ?? expander.unset(name);
  if (operation.type === 'Default') return yield* withDefault(expander, part, operation, current, quoted);
  const known = current ?? expander.unset(name);
  if (!current && operation.type === 'Transform') return known;
  return yield* transform(expander, part, operation, known);
}

/** What other shells than bash don't know. */
function checkForm(
  { host }: Expander,
  { prefix, index, operation, text, parameter }: ParameterExpansionPart,
): void {
  const bad =
    host.flavour === 'bash'
      ? !/^([A-Za-z_]\w*|\d+|[@*#?$!-])$/.test(parameter)
      : prefix === '!' ||
        index !== undefined ||
        (operation !== undefined &&
          !['Default', 'Remove', ...(host.flavour === 'ash' ? ['Replace', 'Slice'] : [])].includes(
            operation.type,
          ));
  if (!bad) return;
  if (host.flavour === 'bash') throw new ExpansionError(`${text}: bad substitution`, 'line');
  throw new ExpansionError(
    host.flavour === 'ash' ? 'syntax error: bad substitution' : 'Bad substitution',
    'shell',
  );
}

const isAll = (part: ParameterExpansionPart): boolean => part.index?.text === '@' || part.index?.text === '*';

function* lookUp(expander: Expander, part: ParameterExpansionPart): Steps<Expanded | undefined> {
  const name = part.parameter;
  if (!part.index) return valueOfParameter(expander, name);
  if (isAll(part)) return { values: arrayElements(expander, name), separate: part.index.text === '@' };
  const index = yield* expander.indexSteps(name, part.index);
  if (isBeforeFirst(expander, name, index)) yield expander.host.complain(`${name}: bad array subscript`);
  const value = arrayElement(expander, name, index);
  return value === undefined ? undefined : one(value);
}

/** A negative index that counts back beyond the first element. */
function isBeforeFirst({ state }: Expander, name: string, index: string): boolean {
  const indexed = state.find(name)?.indexed;
  return indexed !== undefined && Number(index) < 0 && nextIndex(indexed) + Number(index) < 0;
}

function lengthOf(expander: Expander, part: ParameterExpansionPart, current: Expanded | undefined): number {
  if (isAll(part) || part.parameter === '@' || part.parameter === '*')
    return arrayElements(expander, part.parameter).length;
  return [...((current ?? expander.unset(part.parameter)).values[0] ?? '')].length;
}

function* indirect(expander: Expander, part: ParameterExpansionPart, quoted: boolean): Steps<Expanded> {
  const { operation, index, parameter } = part;
  if (operation?.type === 'Names')
    return { values: namesWithPrefix(expander, parameter), separate: operation.operator === '@' };
  if (isAll(part)) return { values: arrayKeys(expander, parameter), separate: index?.text === '@' };
  const variable = expander.state.variables.get(parameter);
  if (variable?.reference !== undefined) return one(variable.reference);
  const target = (yield* lookUp(expander, part))?.values[0];
  if (!target) throw new ExpansionError(`${parameter}: invalid indirect expansion`, 'line');
  const element = /^(\w+)\[(.+)\]$/.exec(target);
  if (!element && !/^([A-Za-z_]\w*|\d+|[@*#?$!-])$/.test(target))
    throw new ExpansionError(`${target}: invalid variable name`, 'line');
  if (element?.[1] !== undefined && (element[2] === '@' || element[2] === '*')) {
    const values = arrayElements(expander, element[1]);
    return operation && operation.type !== 'Default'
      ? yield* transform(expander, part, operation, { values, separate: element[2] === '@' })
      : { values, separate: element[2] === '@' };
  }
  const value = expander.get(target);
  const current = element
    ? value === undefined
      ? undefined
      : one(value)
    : valueOfParameter(expander, target);
  const through = { ...part, parameter: target, prefix: undefined, index: undefined };
  if (!operation) return current ?? expander.unset(target);
  if (operation.type === 'Default') return yield* withDefault(expander, through, operation, current, quoted);
  return yield* transform(expander, through, operation, current ?? expander.unset(target));
}

type Default = Extract<ParameterOperation, { type: 'Default' }>;

function* withDefault(
  expander: Expander,
  part: ParameterExpansionPart,
  { operator, operand }: Default,
  current: Expanded | undefined,
  quoted: boolean,
): Steps<Expanded> {
  const isSet = current !== undefined && (current.values.length > 0 || !current.separate);
  const filled = isSet && (!operator.startsWith(':') || current.values.some((value) => value !== ''));
  const kind = operator.at(-1);
  if (kind === '+' ? !filled : filled) return kind === '+' ? one('') : (current ?? one(''));
  if (kind !== '?' && kind !== '=') return { values: [], separate: false, operand };
  const value = yield* expander.textSteps(operand, quoted);
  if (kind === '?') {
    const reason = value || (operator.startsWith(':') ? 'parameter null or not set' : 'parameter not set');
    throw new ExpansionError(
      `${part.parameter}: ${expander.host.flavour === 'dash' && !value ? 'parameter not set or null' : reason}`,
      'shell',
    );
  }
  if (kind === '=') {
    if (!NAME_PATTERN.test(part.parameter))
      throw new ExpansionError(`$${part.parameter}: cannot assign in this way`, 'line');
    if (part.index)
      assignElement(
        expander.state,
        part.parameter,
        yield* expander.indexSteps(part.parameter, part.index),
        value,
      );
    else expander.state.set(part.parameter, value);
  }
  return one(value);
}

type Transforming = Exclude<ParameterOperation, { type: 'Default' }>;

function* transform(
  expander: Expander,
  part: ParameterExpansionPart,
  operation: Transforming,
  current: Expanded,
): Steps<Expanded> {
  const each = (change: (value: string) => string): Expanded => ({
    ...current,
    values: current.values.map(change),
  });
  switch (operation.type) {
    case 'Remove': {
      // Nothing to remove from: the pattern is not even expanded.
      if (current.values.every((value) => value === '')) return current;
      const pattern = yield* expander.patternSteps(operation.operand);
      return each((value) => removeMatch(value, pattern, operation.operator));
    }
    case 'Replace': {
      const pattern = yield* expander.patternSteps(operation.pattern);
      const replacement = yield* expander.patternSteps(operation.replacement);
      const values: string[] = [];
      for (const value of current.values)
        values.push(yield* replaceMatch(expander.host.proc, value, pattern, replacement, operation.operator));
      return { ...current, values };
    }
    case 'Slice':
      return yield* slice(expander, part, operation, current);
    case 'CaseModification': {
      const pattern = operation.operand ? yield* expander.patternSteps(operation.operand) : '?';
      return each((value) => changeCase(value, operation.operator, pattern || '?'));
    }
    case 'Transform':
      return transformed(expander, part, operation.operand.text, current);
    case 'Unknown':
      if (!/^~~?$/.test(part.text.slice(part.parameter.length + 2, -1))) break;
      return each((value) => toggleCase(value, part.text.includes('~~')));
    default:
  }
  throw new ExpansionError(`${part.text}: bad substitution`, 'line');
}

function transformed(
  expander: Expander,
  part: ParameterExpansionPart,
  operator: string,
  current: Expanded,
): Expanded {
  const variable = expander.state.variables.get(part.parameter);
  if (operator === 'a') {
    const letters = variable ? attributeLetters(variable) : '';
    return { ...current, values: current.values.map(() => letters) };
  }
  if (variable && isAll(part)) {
    if (operator === 'A') return one(formatVariable(part.parameter, variable).trimEnd());
    if (operator === 'K') return one(keysAndValues(variable));
    if (operator === 'k')
      return {
        ...current,
        values: keysOf(variable).flatMap((key, index) => [key, current.values[index] ?? '']),
      };
  }
  if (operator === 'A' && part.parameter === '@')
    return one(`set -- ${current.values.map(quoteAlways).join(' ')}`);
  if (operator === 'A') return one(assignmentOf(part.parameter, variable, current.values[0]));
  const change = /^[kK]$/.test(operator) ? 'Q' : operator;
  return { ...current, values: current.values.map((value) => transformValue(value, change)) };
}

/** `${x@A}`: a command that makes the variable again. */
function assignmentOf(name: string, variable: Variable | undefined, value = ''): string {
  if (!variable) return '';
  const letters = attributeLetters(variable);
  return `${letters ? `declare -${letters} ` : ''}${name}=${quoteAlways(value)}`;
}

type Slice = Extract<ParameterOperation, { type: 'Slice' }>;

function* slice(
  expander: Expander,
  part: ParameterExpansionPart,
  { offset, length }: Slice,
  current: Expanded,
): Steps<Expanded> {
  const from = Number(expander.arithmetic(yield* expander.expandText(offset.text)));
  const count = length ? Number(expander.arithmetic(yield* expander.expandText(length.text))) : undefined;
  if (isAll(part) || part.parameter === '@' || part.parameter === '*') {
    const positional = !isAll(part);
    const all = positional ? [expander.state.name, ...current.values] : current.values;
    const start = from < 0 ? all.length + from : positional && from === 0 && count === undefined ? 1 : from;
    if (count !== undefined && count < 0)
      throw new ExpansionError(`${length?.text ?? ''}: substring expression < 0`, 'line');
    return {
      ...current,
      values: start < 0 ? [] : all.slice(start, count === undefined ? undefined : start + count),
    };
  }
  const chars = [...(current.values[0] ?? '')];
  const start = from < 0 ? chars.length + from : from;
  if (start < 0 || start > chars.length) return one('');
  const end = count === undefined ? chars.length : count < 0 ? chars.length + count : start + count;
  if (end < start) throw new ExpansionError(`${length?.text ?? ''}: substring expression < 0`, 'line');
  return one(chars.slice(start, end).join(''));
}
