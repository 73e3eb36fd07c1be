import { PatternError } from './pattern-error.ts';
import { perlCharacter, perlClass, perlEscapedClass, perlProperty } from './perl-escapes.ts';

/**
 * A set of PCRE as JavaScript writes it with the flag u, and where in the text it ends. `at` is behind the opening bracket.
 * @throws PatternError in PCRE2's words
 */
export function readPerlSet(
  text: string,
  at: number,
  ignoreCase: boolean,
): { readonly source: string; readonly end: number } {
  const reader = new SetReader(text, at, ignoreCase);
  return { source: reader.read(), end: reader.at };
}

/** One character, or the source of a class of them. */
type Member = { readonly char: string } | { readonly set: string };

class SetReader {
  at: number;
  readonly #text: string;
  readonly #ignoreCase: boolean;

  constructor(text: string, at: number, ignoreCase: boolean) {
    this.#text = text;
    this.at = at;
    this.#ignoreCase = ignoreCase;
  }

  #eat(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text);
    if (found) this.at = pattern.lastIndex;
    return found ?? undefined;
  }

  read(): string {
    if (this.#eat(/:\^?\w*:\]/y))
      throw new PatternError('POSIX named classes are supported only within a class');
    const negated = this.#eat(/\^/y) !== undefined;
    let members = '';
    for (let first = true; ; first = false) {
      if (this.at >= this.#text.length) throw new PatternError('missing terminating ] for character class');
      if (!first && this.#eat(/\]/y)) break;
      const from = this.#member();
      if ('set' in from) {
        members += from.set;
        continue;
      }
      const to = this.#eat(/-(?!\])/y) ? this.#member() : from;
      if ('set' in to) members += `${inSet(from.char)}\\-${to.set}`;
      else members += this.#range(from.char, to.char);
    }
    return `[${negated ? '^' : ''}${members}]`;
  }

  #range(from: string, to: string): string {
    const [first, last] = [from.codePointAt(0) ?? 0, to.codePointAt(0) ?? 0];
    if (first > last) throw new PatternError('range out of order in character class');
    let members = first === last ? inSet(from) : `${inSet(from)}-${inSet(to)}`;
    if (!this.#ignoreCase) return members;
    for (let code = first; code <= Math.min(last, first + 1000); code++) {
      const char = String.fromCodePoint(code);
      for (const other of [char.toLowerCase(), char.toUpperCase()])
        if (other !== char && [...other].length === 1) members += inSet(other);
    }
    return members;
  }

  #member(): Member {
    const posix = this.#eat(/\[:(\^?)(\w*):\]/y);
    if (posix) {
      const set = perlClass(posix[2] as string, posix[1] === '^');
      if (set === undefined) throw new PatternError('unknown POSIX class name');
      return { set };
    }
    const char = String.fromCodePoint(this.#text.codePointAt(this.at) ?? 0);
    this.at += char.length;
    return char === '\\' ? this.#escape() : { char };
  }

  #escape(): Member {
    const rest = this.#text.slice(this.at, this.at + 40);
    const set = perlEscapedClass(rest.charAt(0));
    const property = perlProperty(rest);
    const found = rest.startsWith('b') ? { char: '\b', length: 1 } : perlCharacter(rest);
    if (set !== undefined) {
      this.at++;
      return { set };
    }
    if (property) {
      this.at += property.length;
      return { set: property.source };
    }
    if (!found)
      throw new PatternError(rest === '' ? '\\ at end of pattern' : 'unrecognized character follows \\');
    this.at += found.length;
    return { char: found.char };
  }
}

function inSet(char: string): string {
  return /[\\\]^[\-/$*+.?(){}|]/.test(char) ? `\\${char}` : char;
}
