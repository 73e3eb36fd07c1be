import { boundedRegExp } from './bounded-regexp.ts';
import { perlCharacter, perlEscapedClass, perlProperty } from './perl-escapes.ts';
import { readPerlSet } from './perl-set.ts';
import { PatternError } from './pattern-error.ts';
import { escapeRegExp } from './posix-regexp.ts';

/**
 * A regular expression of PCRE as one of JavaScript. Where a match counts only from `\K` on, a group whose name begins with `K` holds what stands
 * before. Simplified: no recursion, no conditions, no branch reset, no callouts; they are refused.
 * @throws PatternError in PCRE2's words
 * @see pcre2pattern(3)
 */
export function perlRegExp(pattern: string, flags: string): RegExp {
  const source = new PerlTranslator(pattern, flags.includes('i')).translate();
  try {
    return boundedRegExp(source, `${flags.replace('i', '')}u`);
  } catch (error) {
    if (error instanceof RangeError) throw new PatternError('regular expression is too large');
    throw new PatternError('internal error: unknown regular expression');
  }
}

/** What of a match stands before its `\K`. */
export function keptOut(match: RegExpMatchArray): string {
  const kept = Object.entries(match.groups ?? {}).find(
    ([name, text]) => /^K\d/.test(name) && text !== undefined,
  );
  return kept?.[1] ?? '';
}

interface Modes {
  ignoreCase: boolean;
  /** A dot stands for line ends too. */
  all: boolean;
  /** `^` and `$` also at line ends. */
  lines: boolean;
  /** Blanks and comments count for nothing. */
  spaced: boolean;
}

interface OpenGroup {
  readonly modes: Modes;
  readonly number: number | undefined;
  /** Behind the closing parenthesis. */
  readonly after: string;
  readonly start: number;
}

const NO_PARENTHESIS = 'missing closing parenthesis';

class PerlTranslator {
  readonly #text: string;
  #at = 0;
  #out = '';
  #modes: Modes;
  readonly #open: OpenGroup[] = [];
  readonly #names = new Map<string, number>();
  readonly #wanted: (number | string)[] = [];
  #groups = 0;
  #helpers = 0;
  /** Where in `#out` the last thing begins that can be repeated, and the branch that it is in. */
  #atom: number | undefined;
  #branch = 0;

  constructor(text: string, ignoreCase: boolean) {
    this.#text = text;
    this.#modes = { ignoreCase, all: false, lines: false, spaced: false };
  }

  translate(): string {
    while (this.#at < this.#text.length) this.#step();
    if (this.#open.length > 0) throw new PatternError(NO_PARENTHESIS);
    for (const wanted of this.#wanted)
      if (typeof wanted === 'number' ? wanted > this.#groups : !this.#names.has(wanted))
        throw new PatternError('reference to non-existent subpattern');
    return this.#out.replace(/\\k<=([^>]+)>/g, (_, name: string) => `\\k<g${this.#names.get(name) ?? 0}>`);
  }

  #eat(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found) this.#at = pattern.lastIndex;
    return found ?? undefined;
  }

  #emit(source: string): void {
    this.#atom = this.#out.length;
    this.#out += source;
  }

  #step(): void {
    if (this.#modes.spaced && this.#eat(/\s+|#[^\n]*\n?/y)) return;
    const quantifier = this.#eat(/([*+?]|\{\d+(?:,\d*)?\})([+?]?)/y);
    if (quantifier) return this.#repeat(quantifier[1] as string, quantifier[2] as string);
    const char = String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 0);
    this.#at += char.length;
    switch (char) {
      case '\\':
        return this.#escape();
      case '[':
        return this.#set();
      case '(':
        return this.#group();
      case ')':
        return this.#close();
      case '|':
        this.#out += '|';
        this.#atom = undefined;
        if (this.#open.length === 0) this.#branch = this.#out.length;
        return;
      case '.':
        return this.#emit(this.#modes.all ? '[^]' : '[^\\n]');
      case '^':
        return this.#emit(this.#modes.lines ? '(?<![^\\n])' : '(?<![^])');
      case '$':
        return this.#emit(this.#modes.lines ? '(?![^\\n])' : '(?=\\n?(?![^]))');
      default:
        this.#emit(this.#literal(char));
    }
  }

  #literal(char: string): string {
    const other = char.toLowerCase() === char ? char.toUpperCase() : char.toLowerCase();
    if (!this.#modes.ignoreCase || other === char || [...other].length > 1) return escapeRegExp(char);
    return `[${char}${other}]`;
  }

  #repeat(operator: string, kind: string): void {
    if (this.#atom === undefined) throw new PatternError('quantifier does not follow a repeatable item');
    const [, from = '0', to = ''] = /^\{(\d+),?(\d*)/.exec(operator) ?? [];
    if (to !== '' && Number(to) < Number(from))
      throw new PatternError('numbers out of order in {} quantifier');
    if (Math.max(Number(from), Number(to)) > 65535) throw new PatternError('number too big in {} quantifier');
    const atom = this.#out.slice(this.#atom);
    this.#out = this.#out.slice(0, this.#atom);
    // JavaScript repeats no assertion, so each is put into a group.
    const body = /^\((?:\?[=!]|\?<[=!])|^\\[bB]$/.test(atom) ? `(?:${atom})` : atom;
    if (kind === '+') this.#out += this.#atomic(body + operator);
    else this.#out += body + operator + kind;
    this.#atom = undefined;
  }

  /** Once matched it is not tried otherwise: JavaScript goes back into no look-ahead. */
  #atomic(source: string): string {
    const name = `a${++this.#helpers}`;
    return `(?:(?=(?<${name}>${source}))\\k<${name}>)`;
  }

  #escape(): void {
    const quoted = this.#eat(/Q((?:[^\\]|\\(?!E))*)(?:\\E|$)/y);
    if (quoted) {
      for (const char of quoted[1] as string) this.#emit(this.#literal(char));
      return;
    }
    if (this.#eat(/E/y)) return;
    const rest = this.#text.slice(this.#at, this.#at + 40);
    if (rest === '') throw new PatternError('\\ at end of pattern');
    const reference = this.#eat(/([1-9]\d*)|g(?:\{?(-?\d+)\}?|\{(\w+)\})|k(?:\{(\w+)\}|<(\w+)>|'(\w+)')/y);
    if (reference) return this.#reference(reference);
    const letter = rest.charAt(0);
    const whole: Readonly<Record<string, string>> = {
      b: '\\b', B: '\\B', A: '(?<![^])', z: '(?![^])', Z: '(?=\\n?(?![^]))', G: '(?<![^])', N: '[^\\n]',
      R: '(?:\\r\\n|[\\n-\\r\\u0085\\u2028\\u2029])', X: '(?:\\P{M}\\p{M}*|\\p{M}+)',
    }; // prettier-ignore
    const set = perlEscapedClass(letter);
    const property = perlProperty(rest);
    if (letter === 'K') this.#keepOut();
    else if (whole[letter] !== undefined) this.#emit(whole[letter]);
    else if (set !== undefined) this.#emit(`[${set}]`);
    else if (property) this.#emit(property.source);
    else if (/^[pP]/.test(letter)) throw new PatternError('unknown property name after \\P or \\p');
    else {
      const found = perlCharacter(rest);
      if (!found) throw new PatternError('unrecognized character follows \\');
      this.#at += found.length;
      return this.#emit(this.#literal(found.char));
    }
    this.#at += property?.length ?? 1;
  }

  #reference(found: RegExpExecArray): void {
    const name = found[3] ?? found[4] ?? found[5] ?? found[6];
    const number = Number(found[1] ?? found[2]);
    const target = name ?? (number < 0 ? this.#groups + 1 + number : number);
    this.#wanted.push(target);
    this.#emit(typeof target === 'string' ? `\\k<=${target}>` : `\\k<g${target}>`);
  }

  #keepOut(): void {
    if (this.#open.length > 0) throw new PatternError('\\K is not allowed in lookarounds');
    const before = this.#out.slice(this.#branch);
    this.#out = `${this.#out.slice(0, this.#branch)}(?<K${++this.#helpers}>${before})`;
    this.#atom = undefined;
  }

  #set(): void {
    const set = readPerlSet(this.#text, this.#at, this.#modes.ignoreCase);
    this.#at = set.end;
    this.#emit(set.source);
  }

  #group(): void {
    if (this.#eat(/\?#[^)]*\)/y)) return;
    if (/^\*[A-Z]/.test(this.#text.slice(this.#at)))
      throw new PatternError('(*VERB) not recognized or malformed');
    const flags = this.#eat(/\?([imsx]*)(?:-([imsx]+))?([:)])/y);
    const modes = { ...this.#modes };
    if (flags) {
      for (const [letters, on] of [[flags[1] ?? '', true], [flags[2] ?? '', false]] as const)
        for (const letter of letters) setMode(modes, letter, on); // prettier-ignore
      if (flags[3] === ')') return void (this.#modes = modes);
      this.#begin('(?:');
      this.#modes = modes;
      return;
    }
    const look = this.#eat(/\?<?[=!]/y);
    if (look) return this.#begin(`(${look[0]}`);
    if (this.#eat(/\?>/y)) {
      const name = `a${++this.#helpers}`;
      return this.#begin(`(?:(?=(?<${name}>`, `))\\k<${name}>)`);
    }
    const named = this.#eat(/\?(?:P?<([A-Za-z_]\w*)>|'([A-Za-z_]\w*)')/y);
    const again = named ? undefined : this.#eat(/\?P=(\w+)\)/y);
    if (again) {
      this.#wanted.push(again[1] as string);
      return this.#emit(`\\k<=${again[1] as string}>`);
    }
    if (!named && this.#text[this.#at] === '?')
      throw new PatternError(
        this.#at + 1 >= this.#text.length ? NO_PARENTHESIS : 'unrecognized character after (? or (?-',
      );
    const number = ++this.#groups;
    if (named) this.#names.set(named[1] ?? named[2] ?? '', number);
    this.#begin(`(?<g${number}>`);
  }

  #begin(source: string, after = ')'): void {
    this.#open.push({ modes: this.#modes, number: undefined, after, start: this.#out.length });
    this.#modes = { ...this.#modes };
    this.#out += source;
    this.#atom = undefined;
  }

  #close(): void {
    const group = this.#open.pop();
    if (!group) throw new PatternError('unmatched closing parenthesis');
    const inner = this.#out.slice(group.start);
    if (/^\(\?<[=!]/.test(inner) && /[*+]|\{\d+,\d*\}/.test(inner.replace(/\\.|\[(?:\\.|[^\]\\])*\]/gs, '')))
      throw new PatternError('lookbehind assertion is not fixed length');
    this.#out += group.after;
    this.#modes = group.modes;
    this.#atom = group.start;
  }
}

function setMode(modes: Modes, letter: string, on: boolean): void {
  if (letter === 'i') modes.ignoreCase = on;
  else if (letter === 's') modes.all = on;
  else if (letter === 'm') modes.lines = on;
  else modes.spaced = on;
}
