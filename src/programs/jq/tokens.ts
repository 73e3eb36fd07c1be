import { tableOf } from '../../lib/table.ts';

/** A piece of a program. */
export interface Token {
  readonly kind: 'number' | 'string' | 'format' | 'field' | 'variable' | 'word' | 'operator' | 'end';
  readonly text: string;
  /** Of a string: texts and, between `\(` and `)`, the tokens of a program. */
  readonly parts?: readonly (string | readonly Token[])[];
  readonly line: number;
}

/** The program can't be read. */
export class JqSyntaxError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'JqSyntaxError';
  }
}

const OPERATORS = ['?//=', '?//', '//=', '|=', '+=', '-=', '*=', '/=', '%=', '==', '!=', '<=', '>=', '//', '..', 'and', 'or']; // prettier-ignore
const ESCAPES: Readonly<Record<string, string>> = tableOf({
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  '/': '/',
  '\\': '\\',
  '"': '"',
});

/** @throws JqSyntaxError */
export function tokenize(text: string): Token[] {
  const scanner = new Scanner(text);
  return scanner.all();
}

class Scanner {
  readonly #text: string;
  #at = 0;
  #line = 1;

  constructor(text: string) {
    this.#text = text;
  }

  all(): Token[] {
    const tokens = this.#until(undefined);
    return [...tokens, { kind: 'end', text: 'end of program', line: this.#line }];
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const text = pattern.exec(this.#text)?.[0];
    if (text === undefined || text === '') return undefined;
    this.#at += text.length;
    return text;
  }

  /** Tokens up to the parenthesis that closes an interpolation, or all. */
  #until(close: ')' | undefined): Token[] {
    const tokens: Token[] = [];
    for (let depth = 0; ;) {
      const blank = this.#take(/(?:\s|#[^\n]*(?:\n|$))+/y);
      this.#line += blank?.match(/\n/g)?.length ?? 0;
      if (this.#at >= this.#text.length) {
        if (close) throw new JqSyntaxError('unterminated string interpolation');
        return tokens;
      }
      const token = this.#token();
      if (token.text === '(' && token.kind === 'operator') depth++;
      if (token.text === ')' && token.kind === 'operator' && depth-- === 0 && close) return tokens;
      tokens.push(token);
    }
  }

  #token(): Token {
    const line = this.#line;
    const make = (kind: Token['kind'], text: string): Token => ({ kind, text, line });
    if (this.#text[this.#at] === '"') return this.#string();
    const number = this.#take(/(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?/y);
    if (number !== undefined) return make('number', number);
    const field = this.#take(/\.[A-Za-z_]\w*/y);
    if (field !== undefined) return make('field', field.slice(1));
    const variable = this.#take(/\$(?:__loc__|(?:\w+::)*[A-Za-z_]\w*)/y);
    if (variable !== undefined) return make('variable', variable.slice(1));
    const format = this.#take(/@[A-Za-z0-9_]+/y);
    if (format !== undefined) return make('format', format);
    const word = this.#take(/(?:[A-Za-z_]\w*::)*[A-Za-z_]\w*/y);
    if (word !== undefined) return make('word', word);
    const long = OPERATORS.find((one) => this.#text.startsWith(one, this.#at));
    const operator = long ?? this.#text[this.#at] ?? '';
    if (!/^[?/|+\-*%=!<>.,;:()[\]{}]/.test(operator)) throw new JqSyntaxError('syntax error, unexpected INVALID_CHARACTER');
    this.#at += operator.length;
    return make('operator', operator);
  } // prettier-ignore

  #string(): Token {
    const line = this.#line;
    const parts: (string | Token[])[] = [];
    this.#at++;
    let text = '';
    for (;;) {
      const char = this.#text[this.#at++];
      if (char === undefined) throw new JqSyntaxError('unterminated string literal');
      if (char === '"') break;
      if (char === '\n') this.#line++;
      if (char !== '\\') {
        text += char;
        continue;
      }
      const escape = this.#text[this.#at++] ?? '';
      if (escape === '(') {
        parts.push(text, this.#until(')'));
        text = '';
      } else if (escape === 'u') text += String.fromCharCode(Number.parseInt(this.#take(/[0-9a-fA-F]{4}/y) ?? '', 16));
      else if (ESCAPES[escape] !== undefined) text += ESCAPES[escape];
      else throw new JqSyntaxError(`invalid escape '\\${escape}'`);
    }
    return { kind: 'string', text: '', parts: [...parts, text], line };
  } // prettier-ignore
}
