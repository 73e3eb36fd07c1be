import { tableOf } from '../../lib/table.ts';
import { boundedRegExp } from '../../lib/regexp/bounded-regexp.ts';

/** Shell patterns as regular expressions. @see POSIX 2.14, bash extglob */

const cache = new Map<string, RegExp>();

/** A pattern (`\x` is a literal x) → a matcher of whole strings. */
export function patternToRegExp(
  pattern: string,
  options: { anchored?: boolean; greedy?: boolean; ignoreCase?: boolean } = {},
): RegExp {
  const { anchored = true, greedy = true, ignoreCase = false } = options;
  const key = `${Number(anchored)}${Number(greedy)}${Number(ignoreCase)}${pattern}`;
  const known = cache.get(key);
  if (known) return known;
  const source = translate(pattern, greedy);
  const made = boundedRegExp(anchored ? `^(?:${source})$` : source, ignoreCase ? 'sui' : 'su');
  if (cache.size > 500) cache.clear();
  cache.set(key, made);
  return made;
}

/** True if the pattern has anything that is not literal. */
export function hasWildcard(pattern: string): boolean {
  return /(^|[^\\])(?:\\\\)*(?:[*?]|\[[^\]]*.\]|[@!+]\()/s.test(pattern);
}

/** A text in which nothing is special. */
export function escapePattern(text: string): string {
  return text.replace(/[\\*?[\]()|@!+^&.${}-]/g, '\\$&');
}

/** The text a pattern without wildcards stands for. */
export function unescapePattern(pattern: string): string {
  return pattern.replace(/\\(.)/gs, '$1');
}

function translate(pattern: string, greedy: boolean): string {
  const star = greedy ? '.*' : '.*?';
  let out = '';
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i] as string;
    const group = '?*+@!'.includes(char) && pattern[i + 1] === '(' ? closing(pattern, i + 1) : -1;
    if (group > 0) {
      out += extended(char, pattern.slice(i + 2, group), greedy);
      i = group;
    } else if (char === '*') out += star;
    else if (char === '?') out += '.';
    else if (char === '[') {
      const end = bracketEnd(pattern, i);
      if (end < 0) out += '\\[';
      else {
        out += bracket(pattern.slice(i + 1, end));
        i = end;
      }
    } else if (char === '\\' && i + 1 < pattern.length) out += literal(pattern[++i] as string);
    else out += literal(char);
  }
  return out;
}

function literal(char: string): string {
  return /[\^$.*+?()[\]{}|\\/]/.test(char) ? `\\${char}` : char;
}

function closing(pattern: string, open: number): number {
  let depth = 0;
  for (let i = open; i < pattern.length; i++) {
    if (pattern[i] === '\\') i++;
    else if (pattern[i] === '(') depth++;
    else if (pattern[i] === ')' && --depth === 0) return i;
  }
  return -1;
}

function extended(operator: string, inner: string, greedy: boolean): string {
  const alternatives = splitAlternatives(inner).map((part) => translate(part, greedy));
  const group = `(?:${alternatives.join('|')})`;
  switch (operator) {
    case '?':
    case '*':
    case '+':
      return group + operator;
    case '!':
      return `(?:(?!${group}$).*)`;
    default:
      return group;
  }
}

function splitAlternatives(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text[i] as string;
    if (char === '\\') {
      parts[parts.length - 1] += char + (text[++i] ?? '');
      continue;
    }
    if (char === '(') depth++;
    if (char === ')') depth--;
    if (char === '|' && depth === 0) parts.push('');
    else parts[parts.length - 1] += char;
  }
  return parts;
}

function bracketEnd(pattern: string, open: number): number {
  let i = open + 1;
  if (pattern[i] === '!' || pattern[i] === '^') i++;
  if (pattern[i] === ']') i++;
  for (; i < pattern.length; i++) {
    if (pattern[i] === '\\') i++;
    else if (pattern.startsWith('[:', i)) {
      const end = pattern.indexOf(':]', i);
      if (end > 0) i = end + 1;
    } else if (pattern[i] === ']') return i;
  }
  return -1;
}

const CLASSES: Readonly<Record<string, string>> = tableOf({
  alnum: 'A-Za-z0-9', alpha: 'A-Za-z', blank: ' \\t', cntrl: '\\x00-\\x1f\\x7f', digit: '0-9', graph: '!-~', lower: 'a-z',
  print: ' -~', punct: '!-\\/:-@\\[-`{-~', space: '\\s', upper: 'A-Z', xdigit: '0-9A-Fa-f', word: 'A-Za-z0-9_',
}); // prettier-ignore

/** A bracket expression without its brackets. A range that runs backwards matches nothing. */
function bracket(inner: string): string {
  const negated = /^[!^]/.test(inner);
  let set = '';
  const items = /\[:(\w+):\]|(\\[\s\S]|[\s\S])(?:-(\\[\s\S]|[^\]]))?/gu;
  for (const [, name, from = '', to] of (negated ? inner.slice(1) : inner).matchAll(items)) {
    if (name) set += CLASSES[name] ?? '';
    else if (to === undefined) set += setMember(from);
    else if ((plain(from).codePointAt(0) ?? 0) <= (plain(to).codePointAt(0) ?? 0))
      set += `${setMember(from)}-${setMember(to)}`;
  }
  if (set === '') return negated ? '[\\s\\S]' : '(?!)';
  return `[${negated ? '^' : ''}${set}]`;
}

function plain(item: string): string {
  return item.length > 1 && item.startsWith('\\') ? item.slice(1) : item;
}

function setMember(item: string): string {
  const char = plain(item);
  return /[\\\]^[\-/]/.test(char) ? `\\${char}` : char;
}
