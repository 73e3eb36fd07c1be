import { formatQuoted } from '../../lib/go-format.ts';
import { CliError } from '../cli-error.ts';
import { castText, type Cast } from '../model/casts.ts';
import { changeTexts } from '../model/change-texts.ts';
import { showPath, type Path } from '../model/path.ts';
import type { YamlMap } from '../yaml/yaml-value.ts';
import { STACK_CASTS } from './casts.data.ts';

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
export function interpolateMap(map: YamlMap, lookUp: LookUp): YamlMap {
  return changeTexts(map, (text, path) => {
    const filled = fill(text, lookUp, path);
    const cast = filled === text ? undefined : STACK_CASTS.find(path);
    return cast ? castAt(cast, filled, path) : filled;
  });
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

function castAt(cast: Cast, text: string, path: Path): number | boolean {
  try {
    return castText(cast, text, () => undefined);
  } catch (error) {
    throw new CliError(`error while interpolating ${showPath(path)}: ${(error as Error).message}`);
  }
}
