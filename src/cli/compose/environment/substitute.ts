import { formatQuoted } from '../../../lib/go-format.ts';

/** Where values of variables come from. */
export interface Variables {
  /** Undefined where it is not set. */
  get(name: string): string | undefined;
  /** Told of each name that has no value and no default. */
  missing?(name: string): void;
}

/** A text whose dollars make no sense; `template` is the whole text. */
export class InvalidTemplateError extends Error {
  readonly template: string;

  constructor(template: string) {
    super(`Invalid template: ${formatQuoted(template)}`);
    this.name = 'InvalidTemplateError';
    this.template = template;
  }
}

/** A variable that is required by `:?` or `?` has no value. */
export class MissingRequiredError extends Error {
  constructor(variable: string, reason: string) {
    super(`required variable ${variable} is missing a value${reason === '' ? '' : `: ${reason}`}`);
    this.name = 'MissingRequiredError';
  }
}

const NAME = '[_a-z][_a-z0-9]*';
const source = `\\$(?:(?<escaped>\\$)|(?<named>${NAME})|\\{(?:(?<braced>${NAME}(?::?[-+?](?:.*))?)\\}|(?<invalid>)))`;

/** All references of a text; one in braces goes to the last brace of its line, which `splitAtBrace` mends. */
export const referencePattern = (): RegExp => new RegExp(source, 'gi');

/**
 * A text with its variables filled in: `$VAR`, `${VAR}`, `${VAR:-default}`, `${VAR-default}`, `${VAR:?error}`, `${VAR?error}`,
 * `${VAR:+replacement}`, `${VAR+replacement}`, nested as one likes; `$$` is a dollar.
 * @throws InvalidTemplateError, MissingRequiredError
 * @see compose-spec/compose-go v2.6.3 template/template.go
 */
export function substitute(template: string, variables: Variables): string {
  let failure: unknown;
  const result = template.replace(referencePattern(), (reference) => {
    try {
      return replaceReference(reference, template, variables);
    } catch (error) {
      failure ??= error;
      return '';
    }
  });
  if (failure !== undefined) throw failure as Error;
  return result;
}

function replaceReference(reference: string, template: string, variables: Variables): string {
  const [head, rest] = splitAtBrace(reference);
  const { escaped, named, braced } = referencePattern().exec(head)?.groups ?? {};
  if (escaped) return escaped;
  const name = named ?? braced;
  if (!name) throw new InvalidTemplateError(template);
  const operator = braced === undefined ? undefined : firstOperator(reference);
  if (operator !== undefined && name.includes(operator))
    return applyOperator(operator, name, variables) + substitute(rest, variables);
  const value = variables.get(name);
  if (value === undefined) variables.missing?.(name);
  return value ?? '';
}

/** Behind the brace that closes the first one. */
export function splitAtBrace(text: string): [head: string, rest: string] {
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '}' && --open === 0) return [text.slice(0, at + 1), text.slice(at + 1)];
    if (text[at] === '{') {
      open++;
      at++;
    }
  }
  return [text, ''];
}

const OPERATORS = [':?', '?', ':-', '-', ':+', '+'] as const;
type Operator = (typeof OPERATORS)[number];

/** The one that stands first. */
function firstOperator(text: string): Operator {
  const places = OPERATORS.map((operator) => ({ operator, at: text.indexOf(operator) }));
  const [first] = places.filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at);
  return first?.operator ?? ':?';
}

function applyOperator(operator: Operator, reference: string, variables: Variables): string {
  const at = reference.indexOf(operator);
  const [name, word] = [reference.slice(0, at), reference.slice(at + operator.length)];
  const value = variables.get(name);
  const isThere = value !== undefined && (!operator.startsWith(':') || value !== '');
  switch (operator) {
    case ':-':
    case '-':
      return isThere ? value : substitute(word, variables);
    case ':+':
    case '+':
      return isThere ? substitute(word, variables) : (value ?? '');
    default:
      if (!isThere) throw new MissingRequiredError(name, substitute(word, variables));
      return value;
  }
}
