import { CliError } from '../cli-error.ts';
import { isMap, type YamlMap, type YamlValue } from './stack-model.ts';

type LookUp = (name: string) => string | undefined;

const NAME = '[_a-zA-Z][_a-zA-Z0-9]*';
/** `$$`, `$NAME`, `${NAME}` and `${NAME:-default}` with its like; anything else after a dollar is wrong. */
const PATTERN = new RegExp(`\\$(?:(\\$)|(${NAME})|\\{(${NAME})(?:(:?[-?+])([^}]*))?\\}|)`, 'g');

/** Fills the variables of a text in. @throws Error in the client's words. @see docker/cli v28.2.2 cli/compose/template/template.go */
export function interpolate(text: string, lookUp: LookUp): string {
  return text.replace(PATTERN, (whole, escaped, plain, braced, operator, word) => {
    if (escaped) return '$';
    const name = (plain ?? braced) as string | undefined;
    if (name === undefined) throw new Error(text);
    return whole === '' ? '' : value(name, operator as string | undefined, (word ?? '') as string, lookUp);
  });
}

function value(name: string, operator: string | undefined, word: string, lookUp: LookUp): string {
  const found = lookUp(name);
  const isThere = found !== undefined && (operator?.startsWith(':') !== true || found !== '');
  switch (operator?.at(-1)) {
    case '-':
      return isThere ? (found ?? '') : interpolate(word, lookUp);
    case '+':
      return isThere ? interpolate(word, lookUp) : '';
    case '?':
      if (!isThere) throw new Error(`required variable ${name} is missing a value: ${word}`);
      return found ?? '';
    default:
      return found ?? '';
  }
}

/** Fills in all variables below a section. @throws CliError that names the place. @see docker/cli v28.2.2 cli/compose/interpolation/interpolation.go */
export function interpolateMap(map: YamlMap, path: string, lookUp: LookUp): YamlMap {
  return Object.fromEntries(
    Object.entries(map).map(([key, item]) => [key, interpolateValue(item, `${path}.${key}`, lookUp)]),
  );
}

function interpolateValue(item: YamlValue, path: string, lookUp: LookUp): YamlValue {
  if (isMap(item)) return interpolateMap(item, path, lookUp);
  if (Array.isArray(item)) return item.map((element) => interpolateValue(element, `${path}.[]`, lookUp));
  if (typeof item !== 'string') return item;
  try {
    return interpolate(item, lookUp);
  } catch (error) {
    throw new CliError(
      `invalid interpolation format for ${path}: "${(error as Error).message}"; you may need to escape any $ with another $`,
    );
  }
}
