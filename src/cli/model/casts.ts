import { formatQuoted } from '../../lib/go-format.ts';

/** Makes a number or a boolean of a text. @throws Error in Go's words */
export type Cast = (text: string, warn: (message: string) => void) => number | boolean;

/** A whole number. @throws Error with the name of this function */
export const toInt =
  (func: 'Atoi' | 'ParseInt'): Cast =>
  (text) => {
    if (/^[-+]?\d+$/.test(text)) return Number(text);
    throw new Error(`strconv.${func}: parsing ${formatQuoted(text)}: invalid syntax`);
  };

export const toFloat: Cast = (text) => {
  if (/^[-+]?(\d+(?:\.\d*)?|\.\d+)([eE][-+]?\d+)?$/.test(text)) return Number(text);
  throw new Error(`strconv.ParseFloat: parsing ${formatQuoted(text)}: invalid syntax`);
};

const TRUE = new Set(['y', 'yes', 'on']);
const FALSE = new Set(['n', 'no', 'off']);

/** The words of YAML 1.1 still do, with a warning. @throws Error */
export const toBoolean: Cast = (text, warn) => {
  const word = text.toLowerCase();
  if (word === 'true' || word === 'false') return word === 'true';
  if (!TRUE.has(word) && !FALSE.has(word)) throw new Error(`invalid boolean: ${text}`);
  const value = TRUE.has(word);
  warn(`${formatQuoted(text)} for boolean is not supported by YAML 1.2, please use \`${value}\``);
  return value;
};

/** The same as it is once a variable is filled in. @throws Error that says so */
export function castText(cast: Cast, text: string, warn: (message: string) => void): number | boolean {
  try {
    return cast(text, warn);
  } catch (error) {
    throw new Error(`failed to cast to expected type: ${(error as Error).message}`, { cause: error });
  }
}
