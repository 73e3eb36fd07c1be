import { tableOf } from '../../../lib/table.ts';
import { formatQuoted } from '../../../lib/go-format.ts';
import { substitute, type Variables } from './substitute.ts';

/** A file of variables that can't be read; the message names the line. */
export class DotenvError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DotenvError';
  }
}

/** Space that ends no line; a break is none. */
const SPACE = '[\\t\\v\\f\\r \\x85\\xA0]*';
const KEY = new RegExp(`^(?<prefix>export(?=\\s)${SPACE})?(?<key>[^=:\\n]*)(?<end>[=:\\n])?`);
const LEADING_SPACE = new RegExp(`^${SPACE}`);

/**
 * The variables of a `.env` file. Values may be quoted, over several lines, and refer to variables that stand before them or that
 * `outside` knows; a key alone has its value from there.
 * @throws DotenvError, InvalidTemplateError, MissingRequiredError
 * @see compose-spec/compose-go v2.6.3 dotenv/parser.go
 */
export function parseDotenv(text: string, outside: Variables): Map<string, string> {
  return new DotenvParser(text.replace(/^\uFEFF/, ''), outside).parse();
}

class DotenvParser {
  #rest: string;
  #line = 1;
  readonly #outside: Variables;
  readonly #found = new Map<string, string>();

  constructor(text: string, outside: Variables) {
    this.#rest = text;
    this.#outside = outside;
  }

  parse(): Map<string, string> {
    while (this.#skipToStatement()) this.#statement();
    return this.#found;
  }

  /** Past blanks and comments. */
  #skipToStatement(): boolean {
    const skipped = /^(?:\s*(?:#[^\n]*(?=\n|$))?)*/.exec(this.#rest)?.[0] ?? '';
    this.#line += skipped.split('\n').length - 1;
    this.#rest = this.#rest.slice(skipped.length);
    return this.#rest !== '';
  }

  #statement(): void {
    const match = KEY.exec(this.#rest);
    const { prefix = '', key: raw = '', end } = match?.groups ?? {};
    this.#checkKey(raw);
    // A last line without a break and without a value is the value of an empty key, as in the real parser.
    const key = end === undefined ? '' : raw.trimEnd();
    if (end === '\n' && !raw.includes(' ')) this.#line++;
    if (key.includes(' ')) throw new DotenvError(`line ${this.#line}: key cannot contain a space`);
    const taken = end === undefined ? prefix.length : (match?.[0].length ?? 0);
    this.#rest = this.#rest.slice(taken).replace(LEADING_SPACE, '');
    const value = end === '\n' ? this.#outside.get(key) : this.#value();
    if (value !== undefined) this.#found.set(key, value);
  }

  #checkKey(raw: string): void {
    const odd = /[^\p{L}\p{N}_.[\]\-\t\v\f\r \x85\xA0]/u.exec(raw)?.[0];
    if (odd === undefined) return;
    const line = this.#rest.replace(/^export\s+/, '').split('\n')[0] ?? '';
    throw new DotenvError(
      `line ${this.#line}: unexpected character ${formatQuoted(odd)} in variable name ${formatQuoted(line)}`,
    );
  }

  #value(): string {
    const quote = /^["']/.exec(this.#rest)?.[0];
    if (quote === undefined) return this.#plainValue();
    const quoted = this.#quotedValue(quote);
    return quote === '"' ? this.#expand(unescape(quoted)) : quoted;
  }

  #plainValue(): string {
    const [line = ''] = this.#rest.split('\n', 1);
    this.#rest = this.#rest.slice(line.length + 1);
    this.#line++;
    return this.#expand((line.split(' #')[0] ?? '').trimEnd());
  }

  #quotedValue(quote: string): string {
    const match = new RegExp(`^${quote}((?:\\\\[^]|[^\\\\${quote}])*)${quote}`).exec(this.#rest);
    if (!match) {
      throw new DotenvError(
        `line ${this.#line}: unterminated quoted value ${this.#rest.split('\n')[0] ?? ''}`,
      );
    }
    const [whole, inner = ''] = match;
    this.#line += whole.split('\n').length - 1;
    this.#rest = this.#rest.slice(whole.length);
    return inner.replaceAll(`\\${quote}`, quote);
  }

  #expand(text: string): string {
    return substitute(text, {
      get: (name) => this.#outside.get(name) ?? this.#found.get(name),
      missing: (name) => this.#outside.missing?.(name),
    });
  }
}

const ESCAPES: Readonly<Record<string, string>> = tableOf({
  a: '\x07',
  b: '\b',
  c: '\\c',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  $: '$$',
  '"': '"',
  '\\': '\\',
});

/** What a backslash means between double quotes; `\$` is no reference. */
function unescape(text: string): string {
  return text.replace(/\\([abcfnrtv$"\\]|0\d{0,3})/g, (whole, code: string) => {
    if (!code.startsWith('0')) return ESCAPES[code] ?? whole;
    return /^0[0-3][0-7]{2}$/.test(code) ? String.fromCharCode(parseInt(code, 8)) : `\\${code.slice(1)}`;
  });
}
