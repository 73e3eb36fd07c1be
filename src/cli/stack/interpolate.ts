import { formatQuoted } from '../../lib/go-format.ts';
import { CliError } from '../cli-error.ts';
import { showPath, type Path } from '../compose/model/path.ts';
import { isMap, type YamlMap, type YamlValue } from '../yaml/yaml-value.ts';
import { STACK_CASTS, type CastName } from './casts.data.ts';

export type LookUp = (name: string) => string | undefined;

/** A default may follow also without braces, and then goes to the end of the text: `$HOME-x`. */
const REFERENCE = '[_a-z][_a-z0-9]*(?::?[-?][^}]*)?';

/** `$$`, `$NAME`, `${NAME}`, and both with `:-`, `-`, `:?` or `?`; any other dollar is wrong. */
const PATTERN = new RegExp(`\\$(?:(\\$)|(${REFERENCE})|\\{(${REFERENCE})\\}|)`, 'gi');

/**
 * Fills the variables of a text in; defaults are taken as they are. As in life a reference forgives what was wrong before it.
 * @throws Error in the client's words
 * @see docker/cli v28.2.2 cli/compose/template/template.go
 */
export function interpolate(text: string, lookUp: LookUp): string {
  let problem: string | undefined;
  const filled = text.replace(PATTERN, (_, escaped, plain, braced) => {
    if (escaped) return '$';
    const reference = (plain ?? braced) as string | undefined;
    if (reference === undefined) problem = text;
    else {
      const value = resolve(reference, lookUp);
      problem = value.problem;
      return value.text;
    }
    return '';
  });
  if (problem !== undefined) throw new Error(problem);
  return filled;
}

const OPERATORS = [':-', '-', ':?', '?'] as const;

function resolve(reference: string, lookUp: LookUp): { readonly text: string; readonly problem?: string } {
  const operator = OPERATORS.find((sign) => reference.includes(sign));
  if (operator === undefined) return { text: lookUp(reference) ?? '' };
  const at = reference.indexOf(operator);
  const [name, word] = [reference.slice(0, at), reference.slice(at + operator.length)];
  const value = lookUp(name);
  if (value !== undefined && (!operator.startsWith(':') || value !== '')) return { text: value };
  if (operator.endsWith('-')) return { text: word };
  return { text: '', problem: `required variable ${name} is missing a value: ${word}` };
}

/** Fills in all variables of a file. @throws CliError that names the place. @see docker/cli v28.2.2 cli/compose/interpolation/interpolation.go */
export function interpolateMap(map: YamlMap, lookUp: LookUp, path: Path = []): YamlMap {
  return Object.fromEntries(
    Object.entries(map).map(([key, item]) => [key, interpolateValue(item, lookUp, [...path, key])]),
  );
}

function interpolateValue(value: YamlValue, lookUp: LookUp, path: Path): YamlValue {
  if (isMap(value)) return interpolateMap(value, lookUp, path);
  if (Array.isArray(value)) return value.map((item) => interpolateValue(item, lookUp, [...path, '[]']));
  if (typeof value !== 'string') return value;
  const filled = fill(value, lookUp, path);
  const cast = filled === value ? undefined : STACK_CASTS.find(path);
  return cast ? castTo(cast, filled, path) : filled;
}

function fill(text: string, lookUp: LookUp, path: Path): string {
  try {
    return interpolate(text, lookUp);
  } catch (error) {
    throw new CliError(
      `invalid interpolation format for ${showPath(path)}: ${formatQuoted((error as Error).message)}; you may need to escape any $ with another $`,
    );
  }
}

const TRUE = /^(?:y|yes|true|on)$/i;
const FALSE = /^(?:n|no|false|off)$/i;

function castTo(cast: CastName, text: string, path: Path): number | boolean {
  const fail = (reason: string): CliError =>
    new CliError(`error while interpolating ${showPath(path)}: failed to cast to expected type: ${reason}`);
  if (cast === 'boolean') {
    if (!TRUE.test(text) && !FALSE.test(text)) throw fail(`invalid boolean: ${text}`);
    return TRUE.test(text);
  }
  const isNumber = cast === 'int' ? /^[-+]?\d+$/ : /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;
  if (isNumber.test(text)) return Number(text);
  throw fail(
    `strconv.${cast === 'int' ? 'Atoi' : 'ParseFloat'}: parsing ${formatQuoted(text)}: invalid syntax`,
  );
}
