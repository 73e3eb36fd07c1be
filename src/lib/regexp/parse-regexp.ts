import type { CharTest, RegExpNode } from './regexp-node.ts';

/** A parsed expression. */
export interface ParsedRegExp {
  readonly root: RegExpNode;
  /** Capturing groups, without the whole match. */
  readonly groups: number;
  /** Named groups and their numbers. */
  readonly names: ReadonlyMap<string, number>;
}

/**
 * The tree of an expression that the JavaScript engine has already accepted with these flags.
 * @see ECMA-262, "Patterns"
 */
export function parseRegExp(source: string, flags: string): ParsedRegExp {
  return new Parser(source, flags).parse();
}

/** Where capturing groups begin, beside the escapes and sets that may look like one. */
const GROUP_STARTS = /\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|\((?!\?)|\(\?<(?![=!])([^>]+)>/g;

class Parser {
  readonly #source: string;
  readonly #unicode: boolean;
  readonly #setFlags: string;
  readonly #names = new Map<string, number>();
  #at = 0;
  #groups = 0;
  /** Groups in the whole source. */
  #declared = 0;

  constructor(source: string, flags: string) {
    this.#source = source;
    this.#unicode = flags.includes('u');
    this.#setFlags = flags.replace(/[gydm]/g, '');
    // A reference may stand before its group.
    for (const [text, name] of source.matchAll(GROUP_STARTS)) {
      if (!text.startsWith('(')) continue;
      this.#declared++;
      if (name) this.#names.set(name, this.#declared);
    }
  }

  parse(): ParsedRegExp {
    const root = this.#alternatives();
    return { root, groups: this.#groups, names: this.#names };
  }

  #eat(text: string): boolean {
    if (!this.#source.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  /** Eats what a sticky pattern finds here. */
  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source);
    if (found) this.#at = pattern.lastIndex;
    return found;
  }

  #alternatives(): RegExpNode {
    const parts = [this.#concat()];
    while (this.#eat('|')) parts.push(this.#concat());
    return parts.length === 1 ? (parts[0] as RegExpNode) : { type: 'alternatives', parts };
  }

  #concat(): RegExpNode {
    const parts: RegExpNode[] = [];
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source[this.#at] ?? ''))
      parts.push(this.#repeated(this.#atom()));
    return parts.length === 1 ? (parts[0] as RegExpNode) : { type: 'concat', parts };
  }

  #repeated(body: RegExpNode): RegExpNode {
    const found = this.#match(/(?:([*+?])|\{(\d+)(,?)(\d*)\})(\??)/y);
    if (!found) return body;
    const [, sign, from = '', comma, to] = found;
    const lazy = found[5] === '?';
    if (sign)
      return { type: 'repeat', body, min: sign === '+' ? 1 : 0, max: sign === '?' ? 1 : Infinity, lazy };
    const max = comma ? (to ? Number(to) : Infinity) : Number(from);
    return { type: 'repeat', body, min: Number(from), max, lazy };
  }

  #atom(): RegExpNode {
    if (this.#eat('^')) return { type: 'assert', kind: '^' };
    if (this.#eat('$')) return { type: 'assert', kind: '$' };
    if (this.#eat('\\b')) return { type: 'assert', kind: 'b' };
    if (this.#eat('\\B')) return { type: 'assert', kind: 'B' };
    if (this.#eat('(')) return this.#group();
    const set = this.#match(/\[(?:\\[\s\S]|[^\]\\])*\]|\.|\\[dDwWsS]|\\[pP]\{[^}]*\}/y);
    if (set) return this.#set(set[0]);
    const reference = this.#reference();
    return reference ?? this.#character();
  }

  #group(): RegExpNode {
    const look = this.#match(/\?(<?)([=!])/y);
    if (!look) this.#match(/\?<[^>]+>/y);
    const index = look || this.#eat('?:') ? undefined : ++this.#groups;
    const body = this.#alternatives();
    this.#eat(')');
    if (look) return { type: 'look', body, behind: look[1] === '<', negative: look[2] === '!' };
    return index === undefined ? body : { type: 'group', index, body };
  }

  #reference(): RegExpNode | undefined {
    const start = this.#at;
    const named = this.#names.size > 0 ? this.#match(/\\k<([^>]+)>/y) : null;
    if (named) return { type: 'backreference', index: this.#names.get(named[1] ?? '') ?? 0 };
    const numbered = this.#match(/\\([1-9]\d*)/y);
    if (!numbered) return undefined;
    const index = Number(numbered[1]);
    if (this.#unicode || index <= this.#declared) return { type: 'backreference', index };
    this.#at = start;
    return undefined;
  }

  /** A literal character or an escape that stands for one. */
  #character(): RegExpNode {
    const escape = this.#match(
      this.#unicode
        ? /\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u\{[\da-fA-F]+\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[a-zA-Z]|[\s\S])/y
        : /\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[a-zA-Z]|[0-3][0-7]{0,2}|[4-7][0-7]?|[\s\S])/y,
    );
    if (escape) return this.#set(escape[0]);
    const char = this.#unicode
      ? (this.#source.codePointAt(this.#at) ?? 0)
      : this.#source.charCodeAt(this.#at);
    const text = this.#unicode ? String.fromCodePoint(char) : String.fromCharCode(char);
    this.#at += text.length;
    return this.#setFlags.includes('i') ? this.#set(escapeChar(text)) : { type: 'char', char };
  }

  /** What one character of the source's own notation stands for: the JavaScript engine answers for each character, once. */
  #set(source: string): RegExpNode {
    return { type: 'set', test: createCharTest(new RegExp(`^${source}$`, this.#setFlags), this.#unicode) };
  }
}

function escapeChar(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
}

function createCharTest(pattern: RegExp, unicode: boolean): CharTest {
  const known = new Uint8Array(256);
  const ask = (char: number): boolean =>
    pattern.test(unicode ? String.fromCodePoint(char) : String.fromCharCode(char));
  return (char) => {
    if (char > 255) return ask(char);
    if (known[char] === 0) known[char] = ask(char) ? 1 : 2;
    return known[char] === 1;
  };
}
