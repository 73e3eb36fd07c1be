import { withFlags } from '../../lib/regexp/bounded-regexp.ts';
import { posixRegExp } from '../../lib/regexp/posix-regexp.ts';
import { fromInput, type Value } from './values.ts';

const regExps = new Map<string, RegExp>();

/** An extended regular expression, compiled once. @throws PatternError */
export function awkRegExp(source: string): RegExp {
  let regExp = regExps.get(source);
  if (!regExp) {
    if (regExps.size > 500) regExps.clear();
    regExp = posixRegExp(source, { extended: true });
    regExps.set(source, regExp);
  }
  return regExp;
}

/** Splits text by a field separator: a blank for runs of white space, one character, or an expression. */
export function splitFields(text: string, separator: string, paragraphs = false): string[] {
  if (separator === ' ') return text.split(/[ \t\n]+/).filter((field) => field !== '');
  if (text === '') return [];
  if (separator === '') return [...text];
  const single = separator.length === 1 && separator !== '\\';
  if (single && !paragraphs) return text.split(separator);
  const source = single ? (separator === '|' || separator === '.' ? `[${separator}]` : separator) : separator;
  return splitByRegExp(text, awkRegExp(paragraphs ? `(${source})|\\n` : source));
}

/** Like String.split, but without the groups and without splitting at empty matches. */
export function splitByRegExp(text: string, pattern: RegExp): string[] {
  const global = withFlags(pattern, `${pattern.flags.replace('g', '')}g`);
  const parts: string[] = [];
  let from = 0;
  for (const match of text.matchAll(global)) {
    if (match[0] === '') continue;
    parts.push(text.slice(from, match.index));
    from = match.index + match[0].length;
  }
  return [...parts, text.slice(from)];
}

/** `$0` and its fields: each is made from the other only when it is asked for. */
export class AwkRecord {
  #text = '';
  #fields: Value[] | undefined = [];
  #stale = false;
  readonly #separators: () => { fs: string; ofs: string; paragraphs: boolean };
  readonly #format: (value: Value) => string;
  #fs = ' ';
  #paragraphs = false;

  constructor(
    separators: () => { fs: string; ofs: string; paragraphs: boolean },
    format: (value: Value) => string,
  ) {
    this.#separators = separators;
    this.#format = format;
  }

  setText(text: string): void {
    this.#text = text;
    this.#fields = undefined;
    this.#stale = false;
    // A record is split by what FS was when it was read.
    ({ fs: this.#fs, paragraphs: this.#paragraphs } = this.#separators());
  }

  get text(): string {
    if (this.#stale) this.#text = this.#split().map(this.#format).join(this.#separators().ofs);
    this.#stale = false;
    return this.#text;
  }

  #split(): Value[] {
    this.#fields ??= splitFields(this.#text, this.#fs, this.#paragraphs).map(fromInput);
    return this.#fields;
  }

  get count(): number {
    return this.#split().length;
  }

  set count(count: number) {
    const fields = this.#split();
    while (fields.length < count) fields.push('');
    fields.length = Math.max(0, Math.trunc(count));
    this.#stale = true;
  }

  get(index: number): Value {
    return index === 0 ? fromInput(this.text) : this.#split()[index - 1];
  }

  set(index: number, value: Value): void {
    if (index === 0) return this.setText(this.#format(value));
    const fields = this.#split();
    while (fields.length < index - 1) fields.push('');
    fields[index - 1] = value ?? '';
    this.#stale = true;
  }
}
