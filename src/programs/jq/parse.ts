import { tableOf } from '../../lib/table.ts';
import type { Definition, Filter, Pattern } from './ast.ts';
import { JqSyntaxError, tokenize, type Token } from './tokens.ts';

const IDENTITY: Filter = { kind: 'identity' };
const KEYWORDS = new Set(['def', 'if', 'then', 'elif', 'else', 'end', 'as', 'reduce', 'foreach', 'try', 'catch', 'label', 'import', 'include', '__loc__', 'and', 'or']); // prettier-ignore
const LITERALS: Readonly<Record<string, boolean | null>> = tableOf({ true: true, false: false, null: null });
/** Operators from weak to strong; `none` can't stand in a row. */
const LEVELS: readonly (readonly [operators: readonly string[], side: 'left' | 'right' | 'none'])[] = [
  [['//'], 'right'],
  [['=', '|=', '+=', '-=', '*=', '/=', '%=', '//='], 'none'],
  [['or'], 'left'],
  [['and'], 'left'],
  [['==', '!=', '<', '<=', '>', '>='], 'none'],
  [['+', '-'], 'left'],
  [['*', '/', '%'], 'left'],
];

/** A whole program. @throws JqSyntaxError */
export function parseProgram(text: string): Filter {
  const parser = new Parser(tokenize(text));
  return parser.program();
}

/** Only definitions, as the prelude has them. */
export function parseDefinitions(text: string): Definition[] {
  return new Parser(tokenize(text)).definitions();
}

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  program(): Filter {
    const definitions = this.definitions();
    const body = this.#peek().kind === 'end' ? IDENTITY : this.#pipe();
    if (this.#peek().kind !== 'end') this.#unexpected();
    return definitions.reduceRight<Filter>(
      (inner, definition) => ({ kind: 'define', definition, body: inner }),
      body,
    );
  }

  definitions(): Definition[] {
    const found: Definition[] = [];
    while (this.#is('def')) found.push(this.#definition());
    return found;
  }

  #peek(): Token {
    return this.#tokens[this.#at] ?? { kind: 'end', text: 'end', line: 1 };
  }

  #is(text: string): boolean {
    const token = this.#peek();
    return token.text === text && (token.kind === 'operator' || token.kind === 'word');
  }

  #accept(text: string): boolean {
    if (!this.#is(text)) return false;
    this.#at++;
    return true;
  }

  #expect(text: string): void {
    if (!this.#accept(text)) this.#unexpected();
  }

  #unexpected(): never {
    const { kind, text } = this.#peek();
    const names: Readonly<Record<string, string>> = { end: 'end of file', number: 'LITERAL', string: 'QQSTRING_START', field: 'FIELD', format: 'FORMAT', variable: "'$'" };
    const shown = names[kind] ?? (kind === 'word' ? (KEYWORDS.has(text) ? text : 'IDENT') : text.length === 1 ? `'${text}'` : `"${text}"`);
    throw new JqSyntaxError(`syntax error, unexpected ${shown}`);
  } // prettier-ignore

  #word(): string {
    const token = this.#peek();
    if (token.kind !== 'word' && token.kind !== 'operator') this.#unexpected();
    this.#at++;
    return token.text;
  }

  #definition(): Definition {
    this.#expect('def');
    const name = this.#word();
    const parameters: string[] = [];
    if (this.#accept('(')) {
      do {
        const token = this.#peek();
        this.#at++;
        parameters.push(token.kind === 'variable' ? `$${token.text}` : token.text);
      } while (this.#accept(';'));
      this.#expect(')');
    }
    this.#expect(':');
    const body = this.#pipe();
    this.#expect(';');
    return { name, parameters, body };
  }

  #pipe(): Filter {
    if (this.#is('def')) {
      const definition = this.#definition();
      return { kind: 'define', definition, body: this.#pipe() };
    }
    if (this.#accept('label')) {
      const name = this.#variable();
      this.#expect('|');
      return { kind: 'label', name, body: this.#pipe() };
    }
    const left = this.#comma();
    if (this.#accept('as')) return this.#as(left);
    if (!this.#accept('|')) return left;
    return { kind: 'pipe', left, right: this.#pipe() };
  }

  #as(source: Filter): Filter {
    const patterns = [this.#pattern()];
    while (this.#accept('?//')) patterns.push(this.#pattern());
    this.#expect('|');
    return { kind: 'as', source, patterns, body: this.#pipe() };
  }

  #variable(): string {
    const token = this.#peek();
    if (token.kind !== 'variable') this.#unexpected();
    this.#at++;
    return token.text;
  }

  #pattern(): Pattern {
    if (this.#peek().kind === 'variable') return { kind: 'variable', name: this.#variable() };
    if (this.#accept('[')) {
      const items = [this.#pattern()];
      while (this.#accept(',')) items.push(this.#pattern());
      this.#expect(']');
      return { kind: 'array', items };
    }
    this.#expect('{');
    const members: Extract<Pattern, { kind: 'object' }>['members'][number][] = [];
    do {
      const token = this.#peek();
      if (token.kind === 'variable') {
        const variable = this.#variable();
        members.push({ key: { kind: 'literal', value: variable }, variable, pattern: this.#accept(':') ? this.#pattern() : undefined });
        continue;
      }
      const key = this.#key();
      this.#expect(':');
      members.push({ key, variable: undefined, pattern: this.#pattern() });
    } while (this.#accept(','));
    this.#expect('}');
    return { kind: 'object', members };
  } // prettier-ignore

  #comma(): Filter {
    let left = this.#level(0);
    while (this.#accept(',')) left = { kind: 'comma', left, right: this.#level(0) };
    return left;
  }

  #level(level: number): Filter {
    const [operators, side] = LEVELS[level] ?? [];
    if (!operators) return this.#postfix();
    let left = this.#level(level + 1);
    for (let operator = this.#operator(operators); operator !== undefined; operator = this.#operator(operators)) {
      left = combine(operator, left, side === 'right' ? this.#level(level) : this.#level(level + 1));
      if (side === 'none' && this.#operator(operators) !== undefined) {
        this.#at--;
        this.#unexpected();
      }
    }
    return left;
  } // prettier-ignore

  #operator(operators: readonly string[]): string | undefined {
    const found = operators.find((one) => this.#is(one));
    if (found !== undefined) this.#at++;
    return found;
  }

  #postfix(): Filter {
    let term = this.#term();
    for (;;) {
      const token = this.#peek();
      if (token.kind === 'field') {
        this.#at++;
        term = { kind: 'index', of: term, at: { kind: 'literal', value: token.text } };
      } else if (this.#is('.') && this.#tokens[this.#at + 1]?.kind === 'string') {
        this.#at++;
        term = { kind: 'index', of: term, at: this.#string(undefined) };
      } else if (this.#is('.') && this.#tokens[this.#at + 1]?.text === '[') this.#at++;
      else if (this.#accept('[')) term = this.#suffix(term);
      else if (this.#accept('?')) term = { kind: 'try', body: term, handler: undefined };
      else return term;
    }
  }

  #suffix(of: Filter): Filter {
    if (this.#accept(']')) return { kind: 'each', of };
    if (this.#accept(':')) {
      const to = this.#pipe();
      this.#expect(']');
      return { kind: 'slice', of, from: undefined, to };
    }
    const at = this.#pipe();
    if (!this.#accept(':')) {
      this.#expect(']');
      return { kind: 'index', of, at };
    }
    const to = this.#is(']') ? undefined : this.#pipe();
    this.#expect(']');
    return { kind: 'slice', of, from: at, to };
  }

  #term(): Filter {
    const token = this.#peek();
    switch (token.kind) {
      case 'number':
        this.#at++;
        return { kind: 'literal', value: Number(token.text) };
      case 'string':
        return this.#string(undefined);
      case 'format':
        this.#at++;
        if (this.#peek().kind === 'string') return this.#string(token.text);
        return { kind: 'format', name: token.text };
      case 'field':
        this.#at++;
        return { kind: 'index', of: IDENTITY, at: { kind: 'literal', value: token.text } };
      case 'variable':
        this.#at++;
        return token.text === '__loc__' ? { kind: 'location', line: token.line } : { kind: 'variable', name: token.text };
      case 'word':
        return this.#named(token.text);
      default:
        return this.#operatorTerm(token.text);
    }
  } // prettier-ignore

  #operatorTerm(text: string): Filter {
    if (!['.', '..', '(', '[', '{', '-'].includes(text)) this.#unexpected();
    this.#at++;
    if (text === '..') return { kind: 'recurse' };
    if (text === '-') return { kind: 'negate', of: this.#postfix() };
    if (text === '(') {
      const inner = this.#pipe();
      this.#expect(')');
      return inner;
    }
    if (text === '[') {
      const items = this.#is(']') ? undefined : this.#pipe();
      this.#expect(']');
      return { kind: 'array', items };
    }
    if (text === '{') return this.#object();
    if (this.#peek().kind === 'string') return { kind: 'index', of: IDENTITY, at: this.#string(undefined) };
    return IDENTITY;
  }

  #string(format: string | undefined): Filter {
    const { parts = [] } = this.#peek();
    this.#at++;
    if (parts.length === 1 && typeof parts[0] === 'string') return { kind: 'literal', value: parts[0] };
    return { kind: 'string', format, parts: parts.map((part) => (typeof part === 'string' ? part : new Parser(part).program())) };
  } // prettier-ignore

  #key(): Filter {
    const token = this.#peek();
    if (this.#accept('(')) {
      const key = this.#pipe();
      this.#expect(')');
      return key;
    }
    if (token.kind === 'string') return this.#string(undefined);
    if (token.kind === 'format') {
      this.#at++;
      return this.#peek().kind === 'string' ? this.#string(token.text) : { kind: 'format', name: token.text };
    }
    if (token.kind !== 'word' && token.kind !== 'number' && !KEYWORDS.has(token.text)) this.#unexpected();
    this.#at++;
    return { kind: 'literal', value: token.text };
  }

  #object(): Filter {
    const members: { key: Filter; value: Filter }[] = [];
    while (!this.#is('}')) {
      const token = this.#peek();
      if (token.kind === 'variable') {
        this.#at++;
        const value: Filter = token.text === '__loc__' ? { kind: 'location', line: token.line } : { kind: 'variable', name: token.text };
        members.push({ key: { kind: 'literal', value: token.text }, value });
      } else {
        const key = this.#key();
        const value: Filter = this.#accept(':') ? this.#memberValue() : { kind: 'index', of: IDENTITY, at: key };
        members.push({ key, value });
      }
      if (!this.#accept(',')) break;
    }
    this.#expect('}');
    return { kind: 'object', members };
  } // prettier-ignore

  /** Without commas, but with pipes. */
  #memberValue(): Filter {
    const left = this.#level(0);
    return this.#accept('|') ? { kind: 'pipe', left, right: this.#memberValue() } : left;
  }

  #named(word: string): Filter {
    this.#at++;
    if (word === 'if') return this.#if();
    if (word === 'try') {
      const body = this.#postfixTry();
      return { kind: 'try', body, handler: this.#accept('catch') ? this.#postfixTry() : undefined };
    }
    if (word === 'reduce' || word === 'foreach') return this.#fold(word);
    if (word === 'def') {
      this.#at--;
      return this.#pipe();
    }
    if (word === 'break') return { kind: 'break', name: this.#variable() };
    if (KEYWORDS.has(word)) {
      this.#at--;
      this.#unexpected();
    }
    if (word in LITERALS) return { kind: 'literal', value: LITERALS[word] ?? null };
    const args: Filter[] = [];
    if (this.#accept('(')) {
      do args.push(this.#pipe());
      while (this.#accept(';'));
      this.#expect(')');
    }
    return { kind: 'call', name: word, args };
  }

  /** `try` takes a term with what follows it, but leaves `?` to what is around. */
  #postfixTry(): Filter {
    return this.#postfix();
  }

  #if(): Filter {
    const test = this.#pipe();
    this.#expect('then');
    const then = this.#pipe();
    if (this.#accept('elif')) return { kind: 'if', test, then, else: this.#if() };
    const otherwise = this.#accept('else') ? this.#pipe() : undefined;
    this.#expect('end');
    return { kind: 'if', test, then, else: otherwise };
  }

  #fold(kind: 'reduce' | 'foreach'): Filter {
    const source = this.#postfix();
    this.#expect('as');
    const pattern = this.#pattern();
    this.#expect('(');
    const start = this.#pipe();
    this.#expect(';');
    const update = this.#pipe();
    const extract = kind === 'foreach' && this.#accept(';') ? this.#pipe() : undefined;
    this.#expect(')');
    return { kind, source, pattern, start, update, ...(extract ? { extract } : {}) };
  }
}

function combine(operator: string, left: Filter, right: Filter): Filter {
  if (operator === '//') return { kind: 'otherwise', left, right };
  if (operator === 'and' || operator === 'or') return { kind: operator, left, right };
  if (operator === '|=' || (operator.endsWith('=') && !/^[=!<>]=$/.test(operator)))
    return { kind: 'assign', operator, left, right };
  return { kind: 'operator', operator, left, right };
}
