export type TokenType =
  | 'text'
  | 'left'
  | 'right'
  | 'space'
  | 'field'
  | 'variable'
  | 'dot'
  | 'identifier'
  | 'keyword'
  | 'nil'
  | 'bool'
  | 'number'
  | 'char'
  | 'string'
  | 'raw'
  | 'pipe'
  | '('
  | ')'
  | 'declare'
  | 'assign'
  | 'comma'
  | 'other'
  | 'error'
  | 'eof';

export interface Token {
  readonly type: TokenType;
  /** Offset in the template. */
  readonly pos: number;
  readonly text: string;
}

const KEYWORDS = new Set('block break continue define else end if range template with'.split(' '));

/** In the order in which they are tried. */
const INSIDE: readonly (readonly [TokenType, RegExp])[] = [
  ['space', /[ \t\r\n]+/y],
  ['raw', /`[^`]*`/y],
  ['string', /"(?:[^"\\\n]|\\.)*"/y],
  ['char', /'(?:[^'\\\n]|\\.)+'/y],
  ['field', /\.[\p{L}_][\p{L}\p{N}_]*/uy],
  [
    'number',
    /[+-]?(?:0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)/y,
  ],
  ['dot', /\./y],
  ['variable', /\$[\p{L}\p{N}_]*/uy],
  ['identifier', /[\p{L}_][\p{L}\p{N}_]*/uy],
  ['declare', /:=/y],
  ['assign', /=/y],
  ['pipe', /\|/y],
  ['(', /\(/y],
  [')', /\)/y],
  ['comma', /,/y],
];

/** A template in tokens; a mistake is a last token of type `error`. @see Go text/template/parse lex.go */
export function lexTemplate(source: string): Token[] {
  const lexer = new Lexer(source);
  lexer.run();
  return lexer.tokens;
}

class Lexer {
  readonly tokens: Token[] = [];
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  run(): void {
    let trim = false;
    while (this.#at < this.#source.length) {
      const open = this.#source.indexOf('{{', this.#at);
      const end = open < 0 ? this.#source.length : open;
      const trimsBefore = open >= 0 && /^\{\{-[ \t\r\n]/.test(this.#source.slice(open, open + 4));
      this.#text(end, trim, trimsBefore);
      if (open < 0) break;
      this.#at = open + (trimsBefore ? 4 : 2);
      const closed = this.#source.startsWith('/*', this.#at) ? this.#comment() : this.#action(open);
      if (closed === undefined) return;
      trim = closed.trims;
    }
    this.#add('eof', this.#source.length, '');
  }

  #text(end: number, trimStart: boolean, trimEnd: boolean): void {
    let text = this.#source.slice(this.#at, end);
    const start = trimStart ? text.length - text.trimStart().length : 0;
    text = text.slice(start);
    if (trimEnd) text = text.trimEnd();
    if (text) this.#add('text', this.#at + start, text);
  }

  #comment(): { trims: boolean } | undefined {
    const end = this.#source.indexOf('*/', this.#at);
    if (end < 0) return this.#fail('unclosed comment');
    const close = /^(?:[ \t\r\n]-)?\}\}/.exec(this.#source.slice(end + 2));
    if (!close) return this.#fail('comment ends before closing delimiter');
    this.#at = end + 2 + close[0].length;
    return { trims: close[0].includes('-') };
  }

  #action(open: number): { trims: boolean } | undefined {
    this.#add('left', open, '{{');
    for (let depth = 0; ;) {
      const close = /^(?:[ \t\r\n]+-)?\}\}/.exec(this.#source.slice(this.#at));
      if (close) {
        if (depth > 0) return this.#fail('unclosed left paren');
        this.#add('right', this.#at, '}}');
        this.#at += close[0].length;
        return { trims: close[0].includes('-') };
      }
      if (this.#at >= this.#source.length) return this.#fail('unclosed action');
      const token = this.#inside();
      if (!token) return undefined;
      if (token === '(') depth += 1;
      if (token === ')' && --depth < 0) {
        this.tokens.pop();
        return this.#fail('unexpected right paren');
      }
    }
  }

  /** One token of an action; undefined after a mistake. */
  #inside(): TokenType | undefined {
    for (const [type, pattern] of INSIDE) {
      pattern.lastIndex = this.#at;
      const text = pattern.exec(this.#source)?.[0];
      if (text === undefined || (type === 'number' && !/\d/.test(text))) continue;
      const kind = type === 'identifier' ? kindOfWord(text) : type;
      this.#add(kind, this.#at, text);
      this.#at += text.length;
      return kind;
    }
    return this.#strange();
  }

  #strange(): TokenType | undefined {
    const [char = ''] = this.#source.slice(this.#at);
    if (char === '"') return this.#fail('unterminated quoted string');
    if (char === '`') return this.#fail('unterminated raw quoted string');
    if (char === "'") return this.#fail('unterminated character constant');
    if (char === ':') return this.#fail('expected :=');
    const previous = this.tokens.at(-1)?.type;
    if (previous === 'field' || previous === 'variable' || previous === 'identifier' || char === '}')
      return this.#fail(`bad character ${unicode(char)}`);
    if (char > '~' || char < ' ') return this.#fail(`unrecognized character in action: ${unicode(char)}`);
    this.#add('other', this.#at, char);
    this.#at += char.length;
    return 'other';
  }

  #fail(message: string): undefined {
    this.#add('error', this.#at, message);
  }

  #add(type: TokenType, pos: number, text: string): void {
    this.tokens.push({ type, pos, text });
  }
}

function kindOfWord(text: string): TokenType {
  if (text === 'true' || text === 'false') return 'bool';
  if (text === 'nil') return 'nil';
  return KEYWORDS.has(text) ? 'keyword' : 'identifier';
}

/** `U+007D '}'` */
function unicode(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')} '${char}'`;
}
