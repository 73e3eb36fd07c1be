import { isArray, isObject, type Json } from './value.ts';

/** Text is no JSON; the message is jq's. */
export class JsonSyntaxError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'JsonSyntaxError';
  }
}

/** Reads one value after another from a text. */
export class JsonParser {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** How many lines were read. */
  get line(): number {
    return this.#text.slice(0, this.#at).split('\n').length - 1;
  }

  /** The next value; undefined at the end. @throws JsonSyntaxError */
  next(): Json | undefined {
    this.#blanks();
    if (this.#at >= this.#text.length) return undefined;
    const value = this.#value(0);
    // The line end behind a value belongs to it: positions are told in lines read.
    if (/^[ \t]*\n/.test(this.#text.slice(this.#at, this.#at + 80)))
      this.#at = this.#text.indexOf('\n', this.#at) + 1;
    return value;
  }

  #blanks(): void {
    const blank = /[\s\ufeff\x1e]*/y;
    blank.lastIndex = this.#at;
    this.#at += blank.exec(this.#text)?.[0].length ?? 0;
  }

  #fail(message: string): never {
    const before = this.#text.slice(0, Math.min(this.#at, this.#text.length));
    const line = before.split('\n').length;
    throw new JsonSyntaxError(
      `${message} at line ${line}, column ${before.length - before.lastIndexOf('\n') - 1}`,
    );
  }

  #unfinished(): never {
    this.#at = this.#text.length;
    return this.#fail('Unfinished JSON term at EOF');
  }

  #value(depth: number): Json {
    if (depth > 10_000) this.#fail('Exceeds depth limit for parsing');
    const char = this.#text[this.#at];
    if (char === '{') return this.#object(depth);
    if (char === '[') return this.#array(depth);
    if (char === '"') return this.#string();
    return this.#literal();
  }

  #literal(): Json {
    const word = /[^\s[\]{},:"]*/y;
    word.lastIndex = this.#at;
    const text = word.exec(this.#text)?.[0] ?? '';
    this.#at += text.length || 1;
    if (text === 'true') return true;
    if (text === 'false') return false;
    if (text === 'null' || text === 'nan' || text === 'NaN') return text === 'null' ? null : Number.NaN;
    if (/^-?(\d+(?:\.\d*)?|\.\d+)([eE][-+]?\d+)?$/.test(text)) return Number(text);
    if (text === '') this.#fail(`Expected value before '${this.#text[this.#at - 1] ?? ''}'`.replace(/before '[\]}]'/, 'before end').replace("Expected value before ','", 'Expected value before').replace('Expected value before end', 'Unmatched'));
    if (this.#at < this.#text.length) this.#at++;
    return this.#fail(/^[-\d]/.test(text) ? 'Invalid numeric literal' : 'Invalid literal');
  } // prettier-ignore

  #array(depth: number): Json {
    const items: Json[] = [];
    this.#at++;
    for (;;) {
      this.#blanks();
      if (this.#text[this.#at] === ']' && items.length === 0) break;
      if (this.#at >= this.#text.length) this.#unfinished();
      items.push(this.#value(depth + 1));
      this.#blanks();
      const char = this.#text[this.#at];
      if (char === ']') break;
      if (char === undefined) this.#unfinished();
      this.#at++;
      if (char !== ',') this.#fail('Expected separator between values');
    }
    this.#at++;
    return items;
  }

  #object(depth: number): Json {
    const members = new Map<string, Json>();
    this.#at++;
    for (;;) {
      this.#blanks();
      const start = this.#text[this.#at];
      if (start === '}' && members.size === 0) break;
      if (start === undefined) this.#unfinished();
      if (start !== '"') {
        this.#at++;
        this.#fail('Object keys must be strings');
      }
      const key = this.#string();
      this.#blanks();
      if (this.#text[this.#at] === undefined) this.#unfinished();
      if (this.#text[this.#at++] !== ':') this.#fail('Objects must consist of key:value pairs');
      this.#blanks();
      if (this.#at >= this.#text.length) this.#unfinished();
      members.set(key, this.#value(depth + 1));
      this.#blanks();
      const char = this.#text[this.#at];
      if (char === '}') break;
      if (char === undefined) this.#unfinished();
      this.#at++;
      if (char !== ',') this.#fail('Expected separator between values');
    }
    this.#at++;
    return members;
  }

  #string(): string {
    const end = /"(?:[^"\\]|\\[^])*"/y;
    end.lastIndex = this.#at;
    const raw = end.exec(this.#text)?.[0];
    if (raw === undefined) {
      this.#at = this.#text.length;
      return this.#fail('Unfinished string');
    }
    this.#at += raw.length;
    try {
      // JSON forbids control characters in strings, jq does not.
      return JSON.parse(raw.replace(/[\x00-\x1f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)) as string;
    } catch {
      return this.#fail('Invalid escape');
    }
  } // prettier-ignore
}

/** The one value a text holds. @throws JsonSyntaxError */
export function parseJson(text: string): Json {
  const parser = new JsonParser(text);
  const value = parser.next();
  if (value === undefined || parser.next() !== undefined)
    throw new JsonSyntaxError('Unexpected extra JSON values');
  return value;
}

/** How a value is written. */
export interface JsonStyle {
  /** Of one level; none for all in one line. */
  readonly indent?: string;
  readonly sortKeys?: boolean;
  readonly ascii?: boolean;
  readonly colors?: boolean;
}

const COLORS = {
  null: '1;30',
  false: '0;39',
  true: '0;39',
  number: '0;39',
  string: '0;32',
  array: '1;39',
  object: '1;39',
  key: '34;1',
};

/** A value as text. */
export function formatJson(value: Json, style: JsonStyle = {}, level = 0): string {
  const paint = (kind: keyof typeof COLORS, text: string): string => (style.colors ? `\x1b[${COLORS[kind]}m${text}\x1b[0m` : text);
  if (isArray(value)) return formatList(value.map((item) => formatJson(item, style, level + 1)), '[]', style, level, (text) => paint('array', text));
  if (isObject(value)) {
    const keys = style.sortKeys ? [...value.keys()].sort() : [...value.keys()];
    const colon = paint('object', ':') + (style.indent === undefined ? '' : ' ');
    const members = keys.map((key) => paint('key', quoteJson(key, style)) + colon + formatJson(value.get(key) ?? null, style, level + 1));
    return formatList(members, '{}', style, level, (text) => paint('object', text));
  }
  if (typeof value === 'string') return paint('string', quoteJson(value, style));
  if (typeof value === 'number') return paint(Number.isNaN(value) ? 'null' : 'number', formatNumber(value));
  return paint(value === null ? 'null' : value ? 'true' : 'false', String(value));
} // prettier-ignore

function formatList(
  items: readonly string[],
  [open = '', close = '']: string,
  { indent }: JsonStyle,
  level: number,
  paint: (text: string) => string,
): string {
  if (items.length === 0) return paint(open + close);
  if (indent === undefined) return paint(open) + items.join(paint(',')) + paint(close);
  const line = `\n${indent.repeat(level + 1)}`;
  return `${paint(open)}${line}${items.join(`${paint(',')}${line}`)}\n${indent.repeat(level)}${paint(close)}`;
}

function quoteJson(text: string, { ascii }: JsonStyle): string {
  const quoted = JSON.stringify(text).replaceAll('\x7f', '\\u007f');
  if (!ascii) return quoted;
  return quoted.replace(/[^\x00-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** 17 digits at most, exponents with two. */
export function formatNumber(value: number): string {
  if (Number.isNaN(value)) return 'null';
  if (!Number.isFinite(value)) return value > 0 ? '1.7976931348623157e+308' : '-1.7976931348623157e+308';
  const [, digits = '', power = '0'] = /^-?([\d.]+)e([-+]\d+)$/.exec(value.toExponential()) ?? [];
  const point = Number(power) + 1;
  // Far from its digits the point is told by an exponent. @see jq jv_dtoa.c
  const far = value !== 0 && (point <= -4 || point > digits.replace('.', '').length + 15);
  const text = far ? value.toExponential() : String(value);
  return text.replace(/e([-+])(\d)$/, 'e$10$2');
}
