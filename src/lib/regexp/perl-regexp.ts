import { CLASSES, escapeRegExp, PatternError } from './posix-regexp.ts';

/** What JavaScript's engine is given for a Perl expression. */
export interface PerlSource {
  readonly source: string;
  /** `(?i)` at its start. */
  readonly ignoreCase: boolean;
}

/** Escapes that JavaScript has under another name, or not at all. */
const ESCAPES: Readonly<Record<string, string>> = {
  A: '(?<![^])', z: '(?![^])', Z: '(?=\\n?(?![^]))', h: '[ \\t]', H: '[^ \\t]', R: '(?:\\r\\n|[\\n\\v\\f\\r])', N: '[^\\n]', e: '\\x1b', a: '\\x07',
}; // prettier-ignore
/** Escapes that mean the same in both. */
const SHARED = /[dDwWsSbBtnrfvcxupPk0-9]/;

/**
 * A Perl expression as grep -P takes it, in JavaScript's words. Simplified: possessive quantifiers and atomic groups give back what they took, and
 * inline options count for the whole expression.
 * @throws PatternError with PCRE2's words
 * @see pcre2pattern(3)
 */
export function perlSource(pattern: string): PerlSource {
  const options = /^(?:\(\?([a-z]+)\))+/.exec(pattern);
  const text = pattern.slice(options?.[0].length ?? 0);
  const translator = new PerlTranslator(text);
  return { source: translator.translate(), ignoreCase: /i/.test(options?.[0] ?? '') };
}

class PerlTranslator {
  readonly #text: string;
  #at = 0;
  #out = '';
  #depth = 0;
  /** Nothing to repeat yet. */
  #fresh = true;

  constructor(text: string) {
    this.#text = text;
  }

  translate(): string {
    while (this.#at < this.#text.length) this.#step();
    if (this.#depth > 0) throw new PatternError('missing closing parenthesis');
    return this.#out;
  }

  #step(): void {
    const char = String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 0);
    this.#at += char.length;
    switch (char) {
      case '\\':
        return this.#escape();
      case '[':
        return this.#emit(this.#set());
      case '(':
        return this.#open();
      case ')':
        if (this.#depth-- === 0) throw new PatternError('unmatched closing parenthesis');
        return this.#emit(')');
      case '|':
        this.#out += '|';
        this.#fresh = true;
        return;
      case '*':
      case '+':
      case '?':
        return this.#repeat(char);
      case '{': {
        const interval = /^\d+(?:,\d*)?\}/.exec(this.#text.slice(this.#at))?.[0];
        if (interval === undefined) return this.#emit('\\{');
        this.#at += interval.length;
        return this.#repeat(`{${interval}`);
      }
      case '^':
      case '$':
        this.#out += char;
        return;
      case '.':
        return this.#emit('.');
      default:
        return this.#emit(escapeRegExp(char));
    }
  }

  #emit(source: string): void {
    this.#out += source;
    this.#fresh = false;
  }

  /** A quantifier, lazy where `?` follows. A `+` behind it would only forbid to give back. */
  #repeat(quantifier: string): void {
    if (this.#fresh) throw new PatternError('quantifier does not follow a repeatable item');
    this.#out += quantifier;
    const next = this.#text[this.#at];
    if (next === '?') this.#out += '?';
    if (next === '?' || next === '+') this.#at++;
  }

  #open(): void {
    const rest = this.#text.slice(this.#at);
    const comment = /^\?#[^)]*\)/.exec(rest)?.[0];
    const inline = /^\?[a-z]+\)/.exec(rest)?.[0];
    if (comment ?? inline) {
      this.#at += (comment ?? inline ?? '').length;
      return;
    }
    this.#depth++;
    this.#fresh = true;
    const [head = ''] = /^\?(?:>|P?<(?![=!])|[:=!]|<[=!])/.exec(rest) ?? [];
    this.#at += head.length;
    this.#out += `(${head === '?>' ? '?:' : head.replace('P<', '<')}`;
    if (head.endsWith('<') && !/[=!]$/.test(head)) {
      const [name = ''] = /^\w+>/.exec(this.#text.slice(this.#at)) ?? [];
      this.#at += name.length;
      this.#out += name;
    }
  }

  #escape(): void {
    const char = this.#text[this.#at];
    if (char === undefined) throw new PatternError('\\ at end of pattern');
    this.#at++;
    if (char === 'K') {
      if (this.#depth > 0)
        throw new PatternError(
          '\\K is not allowed in lookarounds (but see PCRE2_EXTRA_ALLOW_LOOKAROUND_BSK)',
        );
      this.#out = `(?<=${this.#out})`;
      return;
    }
    if (char === 'Q') {
      const end = this.#text.indexOf('\\E', this.#at);
      const literal = this.#text.slice(this.#at, end < 0 ? undefined : end);
      this.#at = end < 0 ? this.#text.length : end + 2;
      if (literal !== '') this.#emit(escapeRegExp(literal));
      return;
    }
    if (char === 'E') return;
    const known = ESCAPES[char];
    if (known !== undefined) return this.#emit(known);
    const point = char === 'x' ? /^\{([0-9a-fA-F]+)\}/.exec(this.#text.slice(this.#at)) : null;
    if (point) {
      this.#at += point[0].length;
      return this.#emit(`\\u{${point[1] ?? '0'}}`);
    }
    this.#emit(SHARED.test(char) ? `\\${char}` : escapeRegExp(char));
  }

  /** A class in brackets; POSIX's names may stand in it. */
  #set(): string {
    let set = this.#text[this.#at] === '^' ? '^' : '';
    this.#at += set.length;
    for (let first = true; ; first = false) {
      const char = this.#text[this.#at];
      if (char === undefined) throw new PatternError('missing terminating ] for character class');
      const named = /^\[:(\^?)(\w+):\]/.exec(this.#text.slice(this.#at));
      if (named) {
        const known = CLASSES[named[2] ?? ''];
        if (known === undefined) throw new PatternError('unknown POSIX class name');
        set += known;
        this.#at += named[0].length;
        continue;
      }
      this.#at++;
      if (char === ']' && !first) return `[${set}]`;
      if (char === '\\') {
        const next = this.#text[this.#at++] ?? '';
        set +=
          next === 'h' ? ' \\t' : /[dDwWsSbtnrfvxupP\\\]^-]/.test(next) ? `\\${next}` : escapeRegExp(next);
      } else set += /[[\]/]/.test(char) ? `\\${char}` : char;
    }
  }
}
