import { OutOfMemory } from '../control-flow.ts';
import { escapePattern } from './pattern.ts';

/** One field under construction: its text, and the same as a pattern in which what was quoted is escaped. */
export interface Field {
  text: string;
  pattern: string;
  /** Something in it was quoted: it stays even if it is empty. */
  quoted: boolean;
  /** Its pattern may have wildcards. */
  wild: boolean;
}

/** Characters that a word can have. */
const MAX_TEXT = 2 ** 26;
/** Fields that a word can be split into. */
const MAX_FIELDS = 2_000_000;

/** Collects a word's pieces into fields. */
export class FieldBuilder {
  readonly fields: Field[] = [];
  #current: Field | undefined;
  readonly #ifs: string;
  readonly #patterns: boolean;
  /** In the word of `${x:-word}` what is literal counts as the result of an expansion. */
  inExpansion = false;

  /** `patterns` is false where nobody asks for a field's pattern. */
  constructor(ifs: string, patterns = true) {
    this.#ifs = ifs;
    this.#patterns = patterns;
  }

  #field(): Field {
    if (!this.#current) {
      this.#current = { text: '', pattern: '', quoted: false, wild: false };
      if (this.fields.push(this.#current) > MAX_FIELDS) throw new OutOfMemory(MAX_FIELDS * 64);
    }
    return this.#current;
  }

  /** Text as written: it is not split; wildcards count. */
  literal(text: string): void {
    if (text === '') return;
    if (this.inExpansion) return this.split(text);
    this.#plain(text);
  }

  #add(text: string): Field {
    const field = this.#field();
    if (field.text.length + text.length > MAX_TEXT) throw new OutOfMemory(2 * MAX_TEXT);
    field.text += text;
    return field;
  }

  #plain(text: string): void {
    const field = this.#add(text);
    if (!this.#patterns) return;
    field.pattern += text;
    field.wild ||= /[*?[@!+]/.test(text);
  }

  quoted(text: string): void {
    const field = this.#add(text);
    if (this.#patterns) field.pattern += escapePattern(text);
    field.quoted = true;
  }

  /** The next piece begins a new field. */
  break(): void {
    this.#current = undefined;
  }

  /** The result of an unquoted expansion: split at IFS. Backslashes in it are literal. @see POSIX 2.6.5 */
  split(text: string): void {
    if (this.#ifs === '') return this.#expanded(text);
    const separator = separatorOf(this.#ifs);
    separator.lastIndex = 0;
    let start = 0;
    for (let match = separator.exec(text); match; match = separator.exec(text)) {
      const piece = text.slice(start, match.index);
      if (piece) this.#expanded(piece);
      else if (match[0].trim() !== '' && !this.#current) this.quoted('');
      this.break();
      start = match.index + match[0].length;
    }
    this.#expanded(start === 0 ? text : text.slice(start));
  }

  #expanded(text: string): void {
    if (text === '') return;
    if (!this.#patterns || !text.includes('\\')) return this.#plain(text);
    const field = this.#add(text);
    field.pattern += text.replaceAll('\\', '\\\\');
    field.wild ||= /[*?[@!+]/.test(text);
  }
}

const separators = new Map<string, RegExp>();

function separatorOf(ifs: string): RegExp {
  const known = separators.get(ifs);
  if (known) return known;
  const blanks = [...ifs].filter((char) => ' \t\n'.includes(char)).join('');
  const marks = [...ifs].filter((char) => !' \t\n'.includes(char)).join('');
  const set = (chars: string): string => `[${chars.replace(/[\\\]^-]/g, '\\$&')}]`;
  const parts = [
    ...(marks ? [`${blanks ? `${set(blanks)}*` : ''}${set(marks)}${blanks ? `${set(blanks)}*` : ''}`] : []),
    ...(blanks ? [`${set(blanks)}+`] : []),
  ];
  const made = new RegExp(parts.join('|'), 'g');
  separators.set(ifs, made);
  return made;
}
