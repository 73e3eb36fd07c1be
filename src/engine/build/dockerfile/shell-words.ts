import { formatQuoted } from '../../../lib/go-format.ts';
import { replacePattern, trimPrefix, trimSuffix } from './shell-pattern.ts';
import { WordSplitter } from './word-splitter.ts';

/** The value of a variable, undefined where it is not set. */
export type VariableLookup = (name: string) => string | undefined;

export interface ExpandOptions {
  /** The escape character: `\`, or a backquote after `# escape=`. */
  readonly escape?: string;
  /** Keep the quotes in the result. */
  readonly rawQuotes?: boolean;
  /** Keep escape characters in the result. */
  readonly rawEscapes?: boolean;
  /** Quotes are characters like any other (as in a here-document). */
  readonly skipQuotes?: boolean;
  /** Leave a reference to a variable that is not set as it is written. */
  readonly keepUnset?: boolean;
}

export interface Expansion {
  readonly value: string;
  /** The value split at unquoted blanks, those that came out of variables included. */
  readonly words: readonly string[];
  /** Names that were used and are set. */
  readonly matched: ReadonlySet<string>;
  /** Names that were used and are not set. */
  readonly unmatched: ReadonlySet<string>;
}

/** A text can't be expanded; the message is BuildKit's. */
export class ExpansionError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ExpansionError';
  }
}

/**
 * Expands variables and removes quotes as Dockerfile instructions do.
 * @throws ExpansionError
 * @see buildkit v0.22 frontend/dockerfile/shell/lex.go
 */
export function expand(text: string, lookup: VariableLookup, options: ExpandOptions = {}): Expansion {
  const expander = new Expander(text, lookup, options);
  try {
    return { ...expander.readUntil(undefined, options.rawEscapes === true), ...expander.names() };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ExpansionError(`failed to process ${formatQuoted(text)}: ${reason}`);
  }
}

/** The expanded text as one word. @throws ExpansionError */
export function expandWord(text: string, lookup: VariableLookup, escape = '\\'): string {
  return expand(text, lookup, { escape }).value;
}

/** The expanded text split at blanks. @throws ExpansionError */
export function expandWords(text: string, lookup: VariableLookup, escape = '\\'): string[] {
  return [...expand(text, lookup, { escape }).words];
}

interface Part {
  readonly value: string;
  readonly words: readonly string[];
}

/** What `string(scanner.EOF)` is in the original's messages. */
const END_IN_MESSAGE = '\uFFFD';

class Expander {
  readonly #chars: readonly string[];
  readonly #lookup: VariableLookup;
  readonly #options: ExpandOptions;
  readonly #escape: string;
  readonly #matched = new Set<string>();
  readonly #unmatched = new Set<string>();
  #index = 0;
  #rawEscapes = false;

  constructor(text: string, lookup: VariableLookup, options: ExpandOptions) {
    this.#chars = [...text];
    this.#lookup = lookup;
    this.#options = options;
    this.#escape = options.escape ?? '\\';
  }

  names(): Pick<Expansion, 'matched' | 'unmatched'> {
    return { matched: this.#matched, unmatched: this.#unmatched };
  }

  #peek(): string | undefined {
    return this.#chars[this.#index];
  }

  #next(): string | undefined {
    this.#index += 1;
    return this.#chars[this.#index - 1];
  }

  /** Reads up to an unquoted character (which is consumed), or to the end. */
  readUntil(stop: string | undefined, rawEscapes: boolean): Part {
    const before = this.#rawEscapes;
    this.#rawEscapes = rawEscapes;
    const words = new WordSplitter();
    let value = '';
    for (let char = this.#peek(); char !== undefined; char = this.#peek()) {
      if (char === stop) {
        this.#next();
        this.#rawEscapes = before;
        return { value, words: words.finish() };
      }
      value += this.#readPiece(char, words);
    }
    if (stop !== undefined) {
      throw new ExpansionError(`unexpected end of statement while looking for matching ${stop}`);
    }
    return { value, words: words.finish() };
  }

  #readPiece(char: string, words: WordSplitter): string {
    if (char === '$') {
      const value = this.#readDollar();
      words.addSplit(value);
      return value;
    }
    if (this.#options.skipQuotes !== true && (char === "'" || char === '"')) {
      const value = char === "'" ? this.#readSingleQuoted() : this.#readDoubleQuoted();
      words.addWhole(value);
      return value;
    }
    this.#next();
    if (char !== this.#escape) {
      words.addSplit(char);
      return char;
    }
    const value = (this.#rawEscapes ? char : '') + (this.#next() ?? '');
    if (value !== '') words.addWhole(value);
    return value;
  }

  #readSingleQuoted(): string {
    const start = this.#index;
    const close = this.#chars.indexOf("'", start + 1);
    if (close < 0) {
      throw new ExpansionError('unexpected end of statement while looking for matching single-quote');
    }
    this.#index = close + 1;
    const raw = this.#options.rawQuotes === true;
    return this.#chars.slice(raw ? start : start + 1, raw ? close + 1 : close).join('');
  }

  #readDoubleQuoted(): string {
    this.#next();
    const quote = this.#options.rawQuotes === true ? '"' : '';
    let value = quote;
    for (;;) {
      const char = this.#peek();
      if (char === undefined) {
        throw new ExpansionError('unexpected end of statement while looking for matching double-quote');
      }
      if (char === '$') value += this.#readDollar();
      else if (char === '"') {
        this.#next();
        return value + quote;
      } else value += this.#readQuotedChar();
    }
  }

  /** In double quotes the escape character only escapes `"`, `$` and itself. */
  #readQuotedChar(): string {
    const char = this.#next() ?? '';
    if (char !== this.#escape) return char;
    const kept = this.#rawEscapes ? char : '';
    const next = this.#peek();
    if (next === undefined) return kept;
    if (next === '"' || next === '$' || next === this.#escape) return kept + (this.#next() ?? '');
    return kept + char;
  }

  #readDollar(): string {
    this.#next();
    if (this.#peek() !== '{') {
      const name = this.#readName();
      if (name === '') return '$';
      return this.#valueOf(name) ?? (this.#options.keepUnset === true ? `$${name}` : '');
    }
    this.#next();
    const char = this.#peek();
    if (char === undefined) throw new ExpansionError("syntax error: missing '}'");
    if ('{}:'.includes(char)) throw new ExpansionError('syntax error: bad substitution');
    const name = this.#readName();
    return this.#readModifier(name, this.#next());
  }

  #readModifier(name: string, char: string | undefined): string {
    if (char === '}') {
      return this.#valueOf(name) ?? (this.#options.keepUnset === true ? `\${${name}}` : '');
    }
    if (char === ':') return this.#readConditional(name, this.#next(), true);
    if (char !== undefined && '+-?#%'.includes(char)) return this.#readConditional(name, char, false);
    if (char === '/') return this.#readReplacement(name);
    throw new ExpansionError(`unsupported modifier (${char ?? END_IN_MESSAGE}) in substitution`);
  }

  #readConditional(name: string, operator: string | undefined, emptyIsUnset: boolean): string {
    const isPattern = operator === '#' || operator === '%';
    const word = this.#readOperand('}', isPattern, "syntax error: missing '}'");
    const value = this.#valueOf(name);
    const shown = (emptyIsUnset ? ':' : '') + (operator ?? END_IN_MESSAGE);
    if (value === undefined && this.#options.keepUnset === true) return `\${${name}${shown}${word}}`;
    const isUnset = value === undefined || (emptyIsUnset && value === '');
    if (operator === '-') return isUnset ? word : value;
    if (operator === '+') return isUnset ? '' : word;
    if (operator === '?') {
      if (!isUnset) return value;
      const state = value === undefined ? 'unset' : 'empty';
      throw new ExpansionError(`${name}: ${word === '' ? `is not allowed to be ${state}` : word}`);
    }
    if (isPattern && !emptyIsUnset) return trim(value ?? '', word, operator);
    throw new ExpansionError(`unsupported modifier (${shown}) in substitution`);
  }

  #readReplacement(name: string): string {
    const all = this.#peek() === '/';
    if (all) this.#next();
    const pattern = this.#readOperand('/', true, "syntax error: missing '/' in ${}");
    const replacement = this.#readOperand('}', true, "syntax error: missing '}'");
    const value = this.#valueOf(name);
    if (value === undefined && this.#options.keepUnset === true)
      return `\${${name}/${pattern}/${replacement}}`;
    return replacePattern(value ?? '', pattern, replacement, all);
  }

  #readOperand(stop: string, rawEscapes: boolean, missing: string): string {
    try {
      return this.readUntil(stop, rawEscapes).value;
    } catch (error) {
      if (this.#peek() === undefined) throw new ExpansionError(missing);
      throw error;
    }
  }

  /** A number, one special parameter, or letters, digits and underscores. */
  #readName(): string {
    const rest = this.#chars.slice(this.#index).join('');
    const name = /^(?:\p{Nd}+|[@*#?\-$!]|[\p{L}\p{Nd}_]*)/u.exec(rest)?.[0] ?? '';
    this.#index += [...name].length;
    return name;
  }

  #valueOf(name: string): string | undefined {
    const value = this.#lookup(name);
    (value === undefined ? this.#unmatched : this.#matched).add(name);
    return value;
  }
}

/** A doubled operator is greedy: `##`, `%%`. */
function trim(value: string, word: string, operator: string): string {
  const greedy = word.startsWith(operator);
  const pattern = greedy ? word.slice(1) : word;
  return operator === '#' ? trimPrefix(value, pattern, greedy) : trimSuffix(value, pattern, greedy);
}
