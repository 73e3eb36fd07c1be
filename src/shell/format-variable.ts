import { elementsOf, keysOf, type Variable } from './variables.ts';

function quoteValue(text: string): string {
  if (/[\x00-\x1f\x7f]/.test(text))
    return `$'${text.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n').replace(/\t/g, '\\t')}'`;
  return `"${text.replace(/["\\$`]/g, '\\$&')}"`;
}

/** `([0]="a" [1]="b")` */
export function formatArray(variable: Variable): string {
  const values = elementsOf(variable);
  const key = (text: string): string =>
    variable.keyed && !/^[\w./-]+$/.test(text) ? quoteValue(text) : text;
  const pairs = keysOf(variable).map((name, index) => `[${key(name)}]=${quoteValue(values[index] ?? '')}`);
  return `(${pairs.join(' ')}${variable.keyed && pairs.length ? ' ' : ''})`;
}

/** A line of `declare -p`. */
export function formatVariable(name: string, variable: Variable): string {
  const letters = attributeLetters(variable);
  const head = `declare ${letters ? `-${letters}` : '--'} ${name}`;
  if (variable.indexed || variable.keyed) return `${head}=${formatArray(variable)}\n`;
  const value = variable.reference ?? variable.value;
  return value === undefined ? `${head}\n` : `${head}=${quoteValue(value)}\n`;
}

/** The letters of `declare` that it has. */
export function attributeLetters(variable: Variable): string {
  return [
    variable.indexed ? 'a' : '',
    variable.keyed ? 'A' : '',
    variable.integer ? 'i' : '',
    variable.letterCase === 'lower' ? 'l' : '',
    variable.reference === undefined ? '' : 'n',
    variable.readonly ? 'r' : '',
    variable.letterCase === 'upper' ? 'u' : '',
    variable.exported ? 'x' : '',
  ].join('');
}

/** `${a[@]@K}`: keys and values in turn, quoted, as one text. */
export function keysAndValues(variable: Variable): string {
  const values = elementsOf(variable);
  const text = keysOf(variable)
    .map((key, index) => `${key} ${quoteValue(values[index] ?? '')}`)
    .join(' ');
  return variable.keyed ? `${text} ` : text;
}
