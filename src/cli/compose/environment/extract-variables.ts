import { isMap, type YamlValue } from '../../yaml/yaml-value.ts';
import { referencePattern, splitAtBrace } from './substitute.ts';

/** What a model says of a variable that it uses. */
export interface ModelVariable {
  readonly name: string;
  readonly defaultValue: string;
  /** What stands for it where it is set. */
  readonly presenceValue: string;
  readonly required: boolean;
}

/** The variables of all texts of a model, by name. @see compose-spec/compose-go v2 template/variables.go */
export function extractVariables(value: YamlValue): Map<string, ModelVariable> {
  const found = new Map<string, ModelVariable>();
  for (const variable of variablesOf(value)) {
    const before = found.get(variable.name);
    found.set(variable.name, before ? combine(before, variable) : variable);
  }
  return found;
}

function variablesOf(value: YamlValue): ModelVariable[] {
  if (typeof value === 'string') return variablesOfText(value);
  if (Array.isArray(value)) return value.flatMap(variablesOf);
  return isMap(value) ? Object.values(value).flatMap(variablesOf) : [];
}

/** It is required as soon as one place requires it, and has the first default that one gives. */
function combine(a: ModelVariable, b: ModelVariable): ModelVariable {
  return {
    name: a.name,
    defaultValue: a.defaultValue || b.defaultValue,
    presenceValue: a.presenceValue || b.presenceValue,
    required: a.required || b.required,
  };
}

function variablesOfText(text: string): ModelVariable[] {
  return [...text.matchAll(referencePattern())].flatMap((match) => {
    const { escaped, named, braced } = match.groups ?? {};
    if (escaped || (named === undefined && braced === undefined)) return [];
    if (named !== undefined) return [toVariable(named, '', '')];
    const [head, rest] = splitAtBrace(match[0]);
    const [, name = '', operator = '', word = ''] = /^\$\{(\w*)(:?[-+?])?(.*)\}$/s.exec(head) ?? [];
    return [toVariable(name, operator, word), ...variablesOfText(word), ...variablesOfText(rest)];
  });
}

function toVariable(name: string, operator: string, word: string): ModelVariable {
  return {
    name,
    defaultValue: operator.endsWith('-') ? word : '',
    presenceValue: operator.endsWith('+') ? word : '',
    required: operator.endsWith('?'),
  };
}
