import { ownEntry, tableOf } from '../table.ts';
import { boundedRegExp } from './bounded-regexp.ts';
import { PatternError } from './pattern-error.ts';

const CLASSES: Readonly<Record<string, string>> = tableOf({
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
});

/** What GNU grep and sed say to `[:space:]`. */
export const MISPLACED_CLASS = 'character class syntax is [[:space:]], not [:space:]';

/** What GNU's programs count as part of a word, as JavaScript's source. */
export const WORD_CHARACTER = '[\\p{L}\\p{N}_]';

/** How a POSIX expression is to be read. */
export interface PatternOptions {
  /** ERE instead of BRE. */
  readonly extended?: boolean;
  /** JavaScript's flags to add: g, i, m. */
  readonly flags?: string;
  /** As GNU grep and sed: `[:space:]` outside of brackets is a mistake. */
  readonly strictClasses?: boolean;
  /** As GNU sed: a `)` of an ERE closes something. */
  readonly strictParentheses?: boolean;
  /** As GNU grep: an operator with nothing before it repeats nothing, and this is told so. Otherwise that is an error in an ERE. */
  readonly warn?: (message: string) => void;
}

/**
 * A POSIX basic or extended regular expression (with GNU's `\+ \? \| \< \> \w \s \b`) as one of JavaScript.
 * The whole match is the leftmost and longest; Simplified: groups within it hold what the first way to it gave them.
 * @throws PatternError
 * @see regex(7)
 */
export function posixRegExp(pattern: string, options: PatternOptions = {}): RegExp {
  const source = new Translator(pattern, options).translate();
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

const WORD_START = `(?<!${WORD_CHARACTER})(?=${WORD_CHARACTER})`;
const WORD_END = `(?<=${WORD_CHARACTER})(?!${WORD_CHARACTER})`;

/** GNU's escapes, with letters of all scripts. */
const SPECIAL: Readonly<Record<string, string>> = tableOf({
  w: WORD_CHARACTER,
  W: WORD_CHARACTER.replace('[', '[^'),
  s: '\\s',
  S: '\\S',
  b: `(?:${WORD_START}|${WORD_END})`,
  B: `(?:(?<=${WORD_CHARACTER})(?=${WORD_CHARACTER})|(?<!${WORD_CHARACTER})(?!${WORD_CHARACTER}))`,
});

/** RE_DUP_MAX of glibc. */
const MAX_REPEAT = 32767;

class Translator {
  readonly #text: string;
  readonly #extended: boolean;
  readonly #options: PatternOptions;
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

  constructor(text: string, options: PatternOptions) {
    this.#text = text;
    this.#extended = options.extended ?? false;
    this.#options = options;
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
    if (this.#fresh) return this.#repeatNothing(operator);
    if (this.#repeated) this.#out = `${this.#out.slice(0, this.#atom)}(?:${this.#out.slice(this.#atom)})`;
    this.#out += operator;
    this.#repeated = true;
  }

  #repeatNothing(operator: string): void {
    const shown = operator.startsWith('{') ? '{...}' : operator;
    const literal = !this.#extended && (this.#options.warn !== undefined || !operator.startsWith('{'));
    if (literal) this.#emit(escapeRegExp(operator));
    else if (this.#options.warn) this.#options.warn(`${shown} at start of expression`);
    else throw new PatternError('Invalid preceding regular expression');
  }

  #escape(): void {
    const char = this.#text[this.#at];
    if (char === undefined) throw new PatternError('Trailing backslash');
    this.#at++;
    if (!this.#extended && '()|{+?'.includes(char)) return this.#operator(char);
    if (!this.#extended && char === '}') return this.#emit('\\}');
    if (/[1-9]/.test(char)) return this.#reference(char);
    if (char === '<') return void (this.#out += WORD_START);
    if (char === '>') return void (this.#out += WORD_END);
    const special = ownEntry(SPECIAL, char);
    if (special !== undefined) return this.#emit(special);
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
        if (this.#extended && !this.#options.strictParentheses) return this.#emit('\\)');
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
    if (this.#options.strictClasses && /^\^?:(?!(?:[^\]]*[^:\]])?-)[^\]]+:\]/.test(text.slice(at)))
      throw new PatternError(MISPLACED_CLASS);
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
