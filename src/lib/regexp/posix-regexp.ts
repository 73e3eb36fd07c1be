import { boundedRegExp } from './bounded-regexp.ts';

/** The characters of each named class, as they stand in a set. */
export const CLASSES: Readonly<Record<string, string>> = {
  alnum: 'A-Za-z0-9\\u00c0-\\u024f',
  alpha: 'A-Za-z\\u00c0-\\u024f',
  blank: ' \\t',
  cntrl: '\\x00-\\x1f\\x7f',
  digit: '0-9',
  graph: '!-~',
  lower: 'a-z',
  print: ' -~',
  punct: '!-\\/:-@\\[-`\\{-~',
  space: '\\s',
  upper: 'A-Z',
  xdigit: '0-9A-Fa-f',
};

/** A regular expression is malformed; the message is glibc's. */
export class PatternError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PatternError';
  }
}

/** How a POSIX expression is to be read. */
export interface PatternOptions {
  /** ERE instead of BRE. */
  readonly extended?: boolean;
  /** JavaScript's flags to add: g, i, m. */
  readonly flags?: string;
}

/**
 * A POSIX basic or extended regular expression (with GNU's `\+ \? \| \< \> \w \s \b`) as one of JavaScript.
 * The whole match is the leftmost and longest; Simplified: groups within it hold what the first way to it gave them.
 * @throws PatternError
 * @see regex(7)
 */
export function posixRegExp(pattern: string, options: PatternOptions = {}): RegExp {
  const source = new Translator(pattern, options.extended ?? false).translate();
  try {
    return boundedRegExp(source, `${options.flags ?? ''}u`, { longest: true });
  } catch (error) {
    if (error instanceof RangeError) throw new PatternError('Regular expression too big');
    throw new PatternError('Invalid regular expression');
  }
}

/** Text that a RegExp matches literally. */
export function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** RE_DUP_MAX of glibc. */
const MAX_REPEAT = 32767;

class Translator {
  readonly #text: string;
  readonly #extended: boolean;
  #at = 0;
  #out = '';
  /** The groups that are open, and where in `#out` they begin. */
  readonly #open: { number: number; start: number }[] = [];
  #groups = 0;
  /** What a reference may name. */
  readonly #closed = new Set<number>();
  /** Where in `#out` the last atom begins, and whether it is repeated already. */
  #atom = 0;
  #repeated = false;
  /** Nothing to repeat yet: start of the expression, a group or an alternative. */
  #fresh = true;

  constructor(text: string, extended: boolean) {
    this.#text = text;
    this.#extended = extended;
  }

  translate(): string {
    while (this.#at < this.#text.length) this.#step();
    if (this.#open.length > 0) throw new PatternError('Unmatched ( or \\(');
    return this.#out;
  }

  #emit(source: string, atom = this.#out.length): void {
    this.#out += source;
    this.#atom = atom;
    this.#repeated = false;
    this.#fresh = false;
  }

  #step(): void {
    const char = this.#text[this.#at] as string;
    this.#at++;
    if (char === '\\') return this.#escape();
    if (char === '[') return this.#emit(this.#bracket());
    if (char === '.') return this.#emit('[^]');
    if (char === '^') return this.#caret();
    if (char === '$') return this.#dollar();
    if (char === '*') return this.#repeat('*');
    if (this.#extended && '()|{+?'.includes(char)) return this.#operator(char);
    const code = char.charCodeAt(0);
    if (code >= 0xd800 && code < 0xdc00) {
      this.#emit(char + (this.#text[this.#at] ?? ''));
      this.#at++;
    } else this.#emit(escapeRegExp(char));
  }

  #caret(): void {
    if (this.#extended || this.#fresh) this.#out += '^';
    else this.#emit('\\^');
  }

  #dollar(): void {
    const rest = this.#text.slice(this.#at);
    const anchor = this.#extended || rest === '' || rest.startsWith('\\)') || rest.startsWith('\\|');
    if (anchor) this.#out += '$';
    else this.#emit('\\$');
  }

  #repeat(operator: string): void {
    // At the start of an extended one there is nothing to repeat, and `*` counts for nothing. @see gnulib dfa.c
    if (this.#fresh && this.#extended && operator === '*') return;
    if (this.#fresh) return this.#emit(escapeRegExp(operator));
    if (this.#repeated) this.#out = `${this.#out.slice(0, this.#atom)}(?:${this.#out.slice(this.#atom)})`;
    this.#out += operator;
    this.#repeated = true;
  }

  #escape(): void {
    const char = this.#text[this.#at];
    if (char === undefined) throw new PatternError('Trailing backslash');
    this.#at++;
    if (!this.#extended && '()|{+?'.includes(char)) return this.#operator(char);
    if (!this.#extended && char === '}') return this.#emit('\\}');
    if (/[1-9]/.test(char)) return this.#reference(char);
    if (char === '<') return void (this.#out += '\\b(?=\\w)');
    if (char === '>') return void (this.#out += '\\b(?<=\\w)');
    if (/[wWsSbB]/.test(char)) return this.#emit(`\\${char}`);
    if (char === 'n') return this.#emit('\\n');
    if (char === 't') return this.#emit('\\t');
    if (char === '`') return void (this.#out += '(?<![^])');
    if (char === "'") return void (this.#out += '(?![^])');
    this.#emit(escapeRegExp(char));
  }

  #reference(digit: string): void {
    if (!this.#closed.has(Number(digit))) throw new PatternError('Invalid back reference');
    this.#emit(`(?:\\${digit})`);
  }

  #operator(char: string): void {
    if (char === '(') {
      this.#open.push({ number: ++this.#groups, start: this.#out.length });
      this.#out += '(';
      this.#fresh = true;
    } else if (char === ')') {
      const group = this.#open.pop();
      if (!group) {
        if (this.#extended) return this.#emit('\\)');
        throw new PatternError('Unmatched ) or \\)');
      }
      this.#closed.add(group.number);
      this.#emit(')', group.start);
    } else if (char === '|') {
      this.#out += '|';
      this.#fresh = true;
    } else if (char === '{') this.#interval();
    else this.#repeat(char);
  }

  #interval(): void {
    const match = (this.#extended ? /^(\d*)(,?)(\d*)\}/ : /^(\d*)(,?)(\d*)\\\}/).exec(
      this.#text.slice(this.#at),
    );
    if (!match || (match[1] === '' && match[2] === '')) {
      if (this.#extended) return this.#emit('\\{');
      throw new PatternError(
        this.#text.includes('\\}', this.#at) ? 'Invalid content of \\{\\}' : 'Unmatched \\{',
      );
    }
    if (Math.max(Number(match[1]), Number(match[3])) > MAX_REPEAT)
      throw new PatternError('Regular expression too big');
    if (match[3] && Number(match[1]) > Number(match[3])) throw new PatternError('Invalid content of \\{\\}');
    this.#at += match[0].length;
    this.#repeat(`{${match[1] || '0'}${match[2] ?? ''}${match[3] ?? ''}}`);
  }

  #bracket(): string {
    const text = this.#text;
    let at = this.#at;
    const negated = text[at] === '^';
    if (negated) at++;
    let set = '';
    for (let first = true; ; first = false) {
      const char = text[at];
      if (char === undefined) throw new PatternError('Unmatched [, [^, [:, [., or [=');
      if (char === ']' && !first) break;
      const special = /^\[([:.=])(.*?)\1\]/s.exec(text.slice(at));
      if (special) {
        const known = special[1] === ':' ? CLASSES[special[2] ?? ''] : escapeInSet(special[2] ?? '');
        if (known === undefined) throw new PatternError('Invalid character class name');
        set += known;
        at += special[0].length;
        continue;
      }
      const range = text[at + 1] === '-' && text[at + 2] !== ']' && text[at + 2] !== undefined;
      const point = String.fromCodePoint(text.codePointAt(at) ?? 0);
      if (range) {
        if ((point.codePointAt(0) ?? 0) > (text.codePointAt(at + 2) ?? 0))
          throw new PatternError('Invalid range end');
        set += `${escapeInSet(point)}-${escapeInSet(text[at + 2] ?? '')}`;
        at += 3;
      } else {
        // GNU sed and awk read \n and \t here, the rest of POSIX a backslash.
        const control = char === '\\' && /[nt\]\\/]/.test(text[at + 1] ?? '') && text[at + 1] !== ']';
        set += control ? `\\${text[at + 1] ?? ''}` : escapeInSet(point);
        at += control ? 2 : point.length;
      }
    }
    this.#at = at + 1;
    return `[${negated ? '^' : ''}${set}]`;
  }
}

function escapeInSet(char: string): string {
  return char.replace(/[\\\]^[\-{}()|/&~!#$%*+,.:;<=>?@`"']/g, (special) =>
    /[\\\]^[\-{}()|/$*+.?]/.test(special) ? `\\${special}` : special,
  );
}
