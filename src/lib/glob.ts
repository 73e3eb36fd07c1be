import { boundedRegExp } from './regexp/bounded-regexp.ts';

/** A malformed pattern; the message is Go's. */
export class GlobSyntaxError extends Error {
  constructor() {
    super('syntax error in pattern');
    this.name = 'GlobSyntaxError';
  }
}

/**
 * Matches a whole name against Go's shell pattern: `*` and `?` stop at `/`, `[a-z]` and `[^a-z]` are classes, `\` quotes.
 * The whole pattern is checked, also the part behind the first difference.
 * @throws GlobSyntaxError
 * @see Go path.Match
 */
export function matchGlob(pattern: string, name: string): boolean {
  return compileGlob(pattern).test(name);
}

/**
 * The regular expression a shell pattern stands for, anchored at both ends.
 * @throws GlobSyntaxError
 */
export function compileGlob(pattern: string): RegExp {
  const chars = [...pattern];
  let source = '';
  let index = 0;
  while (index < chars.length) {
    const char = chars[index] ?? '';
    index += 1;
    // A row of stars means what one does, and would cost a multiple.
    if (char === '*') source += source.endsWith('[^/]*') ? '' : '[^/]*';
    else if (char === '?') source += '[^/]';
    else if (char === '[') {
      const read = readClass(chars, index);
      source += read.source;
      index = read.next;
    } else if (char === '\\') {
      source += escapeRegExp(need(chars, index));
      index += 1;
    } else source += escapeRegExp(char);
  }
  return boundedRegExp(`^${source}$`, 'su');
}

/** A class after its `[`. Its first range may not be empty: `[]a]` is an error. */
function readClass(chars: readonly string[], start: number): { source: string; next: number } {
  let index = start;
  const negated = chars[index] === '^';
  if (negated) index += 1;
  const ranges: string[] = [];
  while (ranges.length === 0 || chars[index] !== ']') {
    const low = readClassChar(chars, index);
    index = low.next;
    let high = low.char;
    if (chars[index] === '-') {
      const end = readClassChar(chars, index + 1);
      index = end.next;
      high = end.char;
    }
    if (low.char <= high) ranges.push(`${escapeInClass(low.char)}-${escapeInClass(high)}`);
    else ranges.push('');
  }
  const body = ranges.join('');
  if (body === '') return { source: negated ? '[^/]' : '(?!)', next: index + 1 };
  return { source: negated ? `(?!/)[^${body}]` : `[${body}]`, next: index + 1 };
}

function readClassChar(chars: readonly string[], index: number): { char: string; next: number } {
  const char = need(chars, index);
  if (char === '-' || char === ']') throw new GlobSyntaxError();
  const quoted = char === '\\';
  const next = index + (quoted ? 2 : 1);
  if (next >= chars.length) throw new GlobSyntaxError();
  return { char: quoted ? need(chars, index + 1) : char, next };
}

function need(chars: readonly string[], index: number): string {
  const char = chars[index];
  if (char === undefined) throw new GlobSyntaxError();
  return char;
}

function escapeRegExp(char: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(char) ? `\\${char}` : char;
}

function escapeInClass(char: string): string {
  return /[\\\]^[-]/.test(char) ? `\\${char}` : char;
}
